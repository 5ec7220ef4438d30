import type { LocalDate } from '../../kernel/local-date.ts';
import type { PlaceCode } from '../../kernel/place.ts';
import type { Parameter } from '../../rules/language/declaration.ts';
import { loadRegion, type Residence } from '../../rules/region.ts';
import { inPrintedUnit, unitsFor } from '../../rules/region-unit.ts';
import { figureParameters, pathOf, type ReadJson } from '../preview/index.ts';
import { type Carried, carriedOver } from './carried.ts';
import type { DraftedFigure, PolicyContent } from './policy.ts';

export type FileWhere = {
  readonly county: PlaceCode;
  readonly countyName: string;
  readonly readJson: ReadJson;
  readonly today: LocalDate;
};

const KEY = 'draft';

/** The whole locality file as drafted: figures become entries of one new document at the end of the present file. */
export function draftedText(content: PolicyContent, where: FileWhere): string {
  const { change, title, issuer } = content;
  if (change.kind === 'file') return change.text;
  const { county, countyName, readJson, today } = where;
  const region = loadRegion(readJson, county);
  const entries = figureEntries(change, title, (parameter, drafted) =>
    carriedOver(region, { parameter, drafted, from: change.effective, today }),
  );
  const head = { place: county, name: countyName };
  const present = (readJson(pathOf({ ...head, entries }, readJson)) ?? head) as {
    readonly documents?: object;
    readonly entries?: readonly unknown[];
  };
  const document = { number: null, numberless: '草案，尚未发文', title, issuer, known: today };
  return fileText({
    ...present,
    documents: { ...present.documents, [KEY]: document },
    entries: [...(present.entries ?? []), ...entries],
  });
}

/** The county's own file in force to go on from; what one without any begins with. */
export function presentText(
  { county, countyName, readJson }: FileWhere,
  file: 'standard' | 'rule' | 'procedure',
): string {
  const folder = [county.slice(0, 2), county.slice(0, 4), county].join('/');
  const present = readJson(`${folder}/${file}.json`);
  return fileText(present ?? { place: county, name: countyName, documents: {}, entries: [] });
}

/** One line per entry, so that a line number says which. */
function fileText(json: unknown): string {
  const {
    documents = {},
    entries = [],
    ...head
  } = json as {
    readonly documents?: object;
    readonly entries?: readonly unknown[];
  };
  const rows = (list: readonly string[]) =>
    list.length === 0 ? '' : `\n${list.map((each) => `    ${each}`).join(',\n')}\n  `;
  const parts = [
    ...Object.entries(head).map(keyedLine),
    `"documents": {${rows(Object.entries(documents).map(keyedLine))}}`,
    `"entries": [${rows(entries.map((each) => JSON.stringify(each)))}]`,
  ];
  return `{\n${parts.map((each) => `  ${each}`).join(',\n')}\n}\n`;
}

function keyedLine([key, value]: [string, unknown]): string {
  return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
}

type Figures = Extract<PolicyContent['change'], { readonly kind: 'figures' }>;
type CarriedOf = (parameter: Parameter, drafted: readonly Residence[]) => readonly Carried[];

function figureEntries({ figures, effective }: Figures, title: string, carriedOf: CarriedOf) {
  return [...Map.groupBy(figures, ({ parameter }) => parameter)].flatMap(
    ([name, own]): object[] => {
      const parameter = figureParameters.find((each) => each.name === name);
      // A name nobody declared is left as it is: the check of the file says so.
      if (!parameter)
        return own.map((each) => ({ ...each, effective, document: KEY, source: title }));
      const drafted = own.flatMap(({ residence }) => residence ?? (['urban', 'rural'] as const));
      return [
        ...own.map((each) => entryOf(parameter, { ...each, effective, source: title })),
        ...carriedOf(parameter, drafted).map((each) => entryOf(parameter, each)),
      ];
    },
  );
}

type Laid = Pick<DraftedFigure, 'residence' | 'value'> & Pick<Carried, 'effective' | 'source'>;

function entryOf({ name, type, citation }: Parameter, laid: Laid) {
  const { residence, value, effective, source } = laid;
  const [unit] = unitsFor(type);
  return {
    parameter: name,
    ...(residence && { residence }),
    value: unit ? inPrintedUnit(value, unit) : value,
    ...(unit && { unit }),
    ...{ effective, document: KEY, rule: citation.rule, source },
  };
}
