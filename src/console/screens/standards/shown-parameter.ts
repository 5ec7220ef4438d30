import { NOT_USED } from '../../../rules/language/figure-text.ts';
import type {
  LocalityParameter,
  LocalityValues,
  PublishedValue,
} from '../../../modules/standards/contract.ts';

export type Group = LocalityValues['groups'][number];

/** What of a place's parameters is wanted on the screen. */
export type Wanted = {
  readonly text: string;
  /** Leave out what the place does not use and nobody needs. */
  readonly onlyUsed: boolean;
  /** While two are compared: leave out what is the same in both. */
  readonly onlyDifferent: boolean;
};

export function inForce({ timeline, inForce: at }: LocalityParameter): readonly PublishedValue[] {
  return at.flatMap((index) => timeline[index] ?? []);
}

/** The same parameter of another place or day. */
export function otherOf(groups: readonly Group[] | undefined, title: string, name: string) {
  const group = groups?.find((each) => each.title === title);
  return group?.parameters.find((each) => each.name === name) ?? null;
}

/** Whether two say the same, whoever said it and since when. */
export function saysTheSame(a: LocalityParameter, b: LocalityParameter | null): boolean {
  return said(a) === said(b);
}

function said(parameter: LocalityParameter | null): string {
  if (!parameter) return '[]';
  return JSON.stringify(inForce(parameter).map(({ residence, figure }) => [residence, figure]));
}

function isUsed(parameter: LocalityParameter | null): boolean {
  return parameter !== null && inForce(parameter).some(({ figure }) => figure.text !== NOT_USED);
}

/** The groups with the parameters that are wanted; empty groups fall away. */
export function shownGroups(
  groups: readonly Group[],
  others: readonly Group[] | undefined,
  { text, onlyUsed, onlyDifferent }: Wanted,
): Group[] {
  const wanted = text.trim();
  return groups
    .map((group) => ({
      title: group.title,
      parameters: group.parameters.filter((each) => {
        const other = otherOf(others, group.title, each.name);
        if (onlyUsed && !isUsed(each) && !isUsed(other)) return false;
        if (others && onlyDifferent && saysTheSame(each, other)) return false;
        return wanted === '' || `${group.title} ${each.title} ${wordsIn(each)}`.includes(wanted);
      }),
    }))
    .filter(({ parameters }) => parameters.length > 0);
}

function wordsIn(parameter: LocalityParameter): string {
  return inForce(parameter)
    .map(({ figure, document, documentTitle }) =>
      [figure.text, ...(figure.table?.rows.flat() ?? []), document ?? '', documentTitle].join(' '),
    )
    .join(' ');
}

export const RESIDENCE = { urban: '城市', rural: '农村' } as const;

/** `2025-07-01 起` or `2021-07-01 至 2025-12-31` */
export function period({ effective, until }: PublishedValue): string {
  return until ? `${effective} 至 ${until}` : `${effective} 起`;
}

/** Who laid it down, under which number. */
export function documentWords({ document, documentTitle, issuer }: PublishedValue): string {
  return [document, documentTitle, issuer]
    .filter((each) => each !== null && each !== '')
    .join(' · ');
}
