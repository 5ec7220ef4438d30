import type { LocalDate } from '../../kernel/local-date.ts';
import type { StageId } from '../case/index.ts';
import { idsAt, inForce } from './in-force.ts';
import { type RuleName, ruleNames, workingRuleOf } from './working-rule.ts';

type Version = {
  readonly ruleId: string;
  readonly version: number;
  readonly title: string;
  readonly documentNumber: string;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly effectiveFrom: string;
  readonly repealedOn: string;
};

type Seen = {
  readonly versions: readonly Version[];
  /** `ruleId|version` → the day the asker read it. */
  readonly read: ReadonlyMap<string, string>;
  readonly today: LocalDate;
  readonly asker: { readonly role: string; readonly area: string };
};

/** The text of a rule that holds at a place today: its own, or the county's for all its townships. */
function heldAt(place: string, name: RuleName, { versions, today }: Seen): Version | undefined {
  for (const id of idsAt(place, name)) {
    const found = inForce(
      versions.filter(({ ruleId }) => ruleId === id),
      today,
    );
    if (found) return found;
  }
  return undefined;
}

/**
 * Every rule at every place shown: the county's own at the county, the townships' at each township. What is missing
 * stands in the list as missing. A text the county issued for all townships is a row of each of them.
 */
export function listedRules(
  seen: Seen & {
    readonly places: readonly string[];
    readonly nameOf: (place: string) => string;
  },
) {
  const { places, nameOf, asker, read } = seen;
  return places.flatMap((place) =>
    ruleNames
      .filter((name) => (workingRuleOf(name).level === 'county') === (place.length === 6))
      .map((name) => {
        const { title, level, readers } = workingRuleOf(name);
        const held = heldAt(place, name, seen);
        const [own = ''] = idsAt(place, name);
        const isMine = asker.area.startsWith(place);
        const isReader = readers.some((role) => role === asker.role);
        return {
          ...{ name, title, level, place, placeName: nameOf(place) },
          ruleId: held?.ruleId ?? own,
          current: held ? headOf(held) : null,
          fromCounty: held !== undefined && held.ruleId !== own,
          mustRead: held !== undefined && isMine && isReader,
          isRead: held !== undefined && read.has(`${held.ruleId}|${held.version}`),
        };
      }),
  );
}

function headOf(version: Version) {
  const { title, documentNumber, issuer, issuedOn, effectiveFrom, repealedOn } = version;
  return {
    version: version.version,
    ...{ title, documentNumber, issuer, issuedOn, effectiveFrom, repealedOn },
  };
}

/** The rules that govern a stage at a place, and whether the asker still has to read them. */
export function rulesOfStage(stage: string, seen: Seen & { readonly place: string }) {
  return ruleNames
    .filter((name) => workingRuleOf(name).stages.some((each: StageId) => each === stage))
    .map((name) => {
      const { title, readers } = workingRuleOf(name);
      const held = heldAt(seen.place, name, seen);
      const isReader = readers.some((role) => role === seen.asker.role);
      const isRead = held !== undefined && seen.read.has(`${held.ruleId}|${held.version}`);
      return {
        ruleId: held?.ruleId ?? idsAt(seen.place, name)[0] ?? '',
        title: held?.title ?? title,
        documentNumber: held?.documentNumber ?? '',
        missing: held === undefined,
        unread: held !== undefined && isReader && !isRead,
      };
    });
}
