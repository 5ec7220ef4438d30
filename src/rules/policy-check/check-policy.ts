import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { type AsOf, loadRegion, type Region } from '../region.ts';
import { type Ability, abilitiesOf, togetherFaults } from './ability.ts';
import { aboveStandardFaults } from './above-standard-fault.ts';
import { belowFloorFaults } from './below-floor-fault.ts';
import { adoptionFaults, folderFaults, unusedDocumentFaults } from './document-fault.ts';
import { readEntries, type ReadEntry } from './entry-fault.ts';
import { periodFaults } from './period-fault.ts';
import { type PolicyFault, policyFault } from './policy-fault.ts';
import { tenTimesFaults } from './ten-times-fault.ts';
import { type PolicyText, readPolicy, type WrittenPolicy } from './written-policy.ts';

/** What one place of the checked files can decide on the day asked for. */
export type PlaceAbility = {
  readonly place: string;
  readonly name: string;
  readonly abilities: readonly Ability[];
};

export type PolicyChecked = {
  readonly faults: readonly PolicyFault[];
  readonly places: readonly PlaceAbility[];
};

type Read = {
  readonly text: PolicyText;
  readonly policy: WrittenPolicy;
  readonly entries: readonly ReadEntry[];
};

const ALL_KNOWN = '9999-12-31' as LocalDate;
const SIDES = ['urban', 'rural'] as const;

/**
 * Checks locality files: each by itself, the files of a place together, and the place with everything it lies
 * in. `readBase` gives the files below `regions/` that are not being checked. Faults of everything checked are
 * listed; a value that is at fault is left out of what follows, so that one slip is told once.
 */
export function checkPolicy(
  texts: readonly PolicyText[],
  readBase: (path: string) => unknown,
  asOf: AsOf,
): PolicyChecked {
  const faults: PolicyFault[] = [];
  const read = texts.flatMap((text): Read[] => {
    const { faults: ofShape, policy } = readPolicy(text);
    faults.push(...ofShape);
    if (!policy) return [];
    const { faults: ofEntries, entries } = readEntries(policy);
    faults.push(
      ...folderFaults(policy),
      ...ofEntries,
      ...adoptionFaults(policy),
      ...unusedDocumentFaults(policy, text.json),
    );
    return [{ text, policy, entries }];
  });
  const readJson = (path: string): unknown => {
    const checked = read.find(({ policy }) => policy.file === path);
    return checked ? soundPart(checked) : readBase(path);
  };
  const places: PlaceAbility[] = [];
  for (const [place, files] of Map.groupBy(read, ({ policy }) => policy.place)) {
    const entries = files.flatMap((each) => each.entries);
    const policies = files.map((each) => each.policy);
    faults.push(...periodFaults(policies, entries), ...tenTimesFaults(entries));
    if (!/^\d+$/.test(place)) continue;
    const region = loadRegion(readJson, place);
    faults.push(...regionFaults(region, entries));
    places.push({ place, name: region.name, abilities: abilitiesOf(region, asOf) });
  }
  return { faults: inOrder(faults, texts), places };
}

/** The file without what is wrong in it. */
function soundPart({ policy, entries }: Read): unknown {
  const { place, name, documents } = policy;
  return {
    place,
    name,
    documents,
    adopts: policy.adopts.filter(({ document }) => documents[document]),
    entries: entries.filter(({ entry }) => entry !== null).map(({ written }) => written),
  };
}

function regionFaults(region: Region, entries: readonly ReadEntry[]): PolicyFault[] {
  const days = daysOf(region);
  return [
    ...aboveStandardFaults(region, entries, days),
    ...belowFloorFaults(region, entries, days),
    ...combinedFaults(region, entries, days),
  ];
}

/** The days on which something begins or has ended. */
function daysOf(region: Region): LocalDate[] {
  const days = region.files.flatMap((file) =>
    file.entries.flatMap(({ effective, until }) => [
      effective,
      ...(until === undefined ? [] : [addDays(until, 1)]),
    ]),
  );
  return [...new Set(days)].toSorted();
}

function combinedFaults(
  region: Region,
  entries: readonly ReadEntry[],
  days: readonly LocalDate[],
): PolicyFault[] {
  const told = new Map<string, PolicyFault>();
  for (const on of days) {
    for (const residence of SIDES) {
      const asOf = { on, knownOn: ALL_KNOWN };
      for (const { parameter, message } of togetherFaults(region, asOf, residence)) {
        // What is wrong above this place is told when that file is checked.
        const found = entries.findLast(
          ({ written }) => written.parameter === parameter && written.effective <= on,
        );
        const at = found ?? entries[0];
        if (!at || told.has(message)) continue;
        const path = found ? ['entries', found.index, 'value'] : [];
        told.set(message, policyFault('together', { file: at.file, path }, message));
      }
    }
  }
  return [...told.values()];
}

/** By file as given, then as they stand in it, so that a list can be worked through from the top. */
function inOrder(faults: readonly PolicyFault[], texts: readonly PolicyText[]): PolicyFault[] {
  const files = texts.map((each) => each.file);
  return faults.toSorted(
    (one, other) =>
      files.indexOf(one.file) - files.indexOf(other.file) || comparePaths(one.path, other.path),
  );
}

const LISTS = ['place', 'name', 'documents', 'adopts', 'entries'];

function comparePaths(one: readonly PropertyKey[], other: readonly PropertyKey[]): number {
  const list = (path: readonly PropertyKey[]) => LISTS.indexOf(String(path[0] ?? ''));
  const place = (path: readonly PropertyKey[]) => (typeof path[1] === 'number' ? path[1] : 0);
  return list(one) - list(other) || place(one) - place(other);
}
