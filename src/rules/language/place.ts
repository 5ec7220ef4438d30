import { type Level, LEVEL_OF, LIST_TITLE } from './declaration.ts';
import type { Named, ReadRule, RuleSet } from './named.ts';
import type { Told } from './told.ts';
import type { Type } from './type.ts';
import { joined, type Missing, NOTHING, type Value } from './value.ts';

/** One record of one level. `below` is null where the list of records has not been asked about. */
export type Subject = {
  readonly level: Level;
  readonly id: string;
  readonly title: string;
  readonly outer: Subject | null;
  readonly record: Readonly<Record<string, unknown>>;
  readonly below: Partial<Record<Level, readonly Subject[] | null>>;
};

/** What one rule gave for one record, and what it read on the way (only what was really needed). */
export type Finding = {
  readonly rule: ReadRule;
  readonly subject: Subject;
  readonly value: Value;
  readonly read: readonly Reading[];
  /** The titles of the rows a place wrote that held; null where the rule is not made of rows. */
  readonly row: string | null;
  readonly place: Place;
  readonly slot: Slot;
};

/** Each reading is one object however often it is read, so that repetitions can be told. */
export type Reading =
  | { readonly is: 'rule'; readonly finding: Finding }
  | {
      readonly is: 'field' | 'parameter';
      readonly named: Named;
      readonly subject: Subject;
      readonly value: Value;
      /** As printed, once it has been. */
      text: string | null;
    };

/** A formula made ready to run. */
export type Code = (at: Place) => Value;

/** A rule made ready to run. Slots of a level are numbered, so that a record keeps its findings in a list. */
export type Slot = {
  readonly rule: ReadRule;
  readonly type: Type;
  readonly index: number;
  code: Code | null;
  /** Writes out how a result was computed. */
  account: ((at: Place) => Told) | null;
};

/** One evaluation: its parameters, and what the rule being computed has read so far. */
export type Run = {
  readonly set: RuleSet;
  readonly parameter: (name: string) => Value;
  readonly parameters: Map<Named, Reading>;
  readonly places: Map<Subject, Place>;
  reading: Reading[];
  row: string | null;
};

/** One record in one evaluation, with what has been found about it. */
export type Place = {
  readonly run: Run;
  readonly subject: Subject;
  readonly above: Place | null;
  readonly found: (Reading & { is: 'rule' })[];
  readonly facts: (Reading & { is: 'field' | 'parameter' })[];
  readonly below: Partial<Record<Level, Records>>;
};

type Records = { readonly found: readonly Place[]; readonly missing: Missing };

export function placeOf(run: Run, subject: Subject): Place {
  const known = run.places.get(subject);
  if (known) return known;
  const above = subject.outer && placeOf(run, subject.outer);
  const place: Place = { run, subject, above, found: [], facts: [], below: {} };
  run.places.set(subject, place);
  return place;
}

/** The record `hops` levels out. */
export function placeAbove(at: Place, hops: number): Place {
  let place: Place | null = at;
  for (let hop = 0; hop < hops && place; hop += 1) place = place.above;
  if (!place) throw new Error(`nothing around ${at.subject.level} ${at.subject.id}`);
  return place;
}

/** The rule's result here, computed once; the rule's own readings are kept apart from its reader's. */
export function findAt(place: Place, slot: Slot, code: Code): Reading & { is: 'rule' } {
  const known = place.found[slot.index];
  if (known) return known;
  const { run, subject } = place;
  const [outerReading, outerRow] = [run.reading, run.row];
  run.reading = [];
  run.row = null;
  const value = code(place);
  const { reading: read, row } = run;
  run.reading = outerReading;
  run.row = outerRow;
  const finding: Finding = { rule: slot.rule, subject, value, read, row, place, slot };
  const reading = { is: 'rule', finding } as const;
  place.found[slot.index] = reading;
  return reading;
}

/** The records of a lower level, and the missing fact where their list was never asked about. */
export function recordsBelow(place: Place, level: Level): Records {
  const known = place.below[level];
  if (known) return known;
  const records = readRecords(place, level);
  place.below[level] = records;
  return records;
}

function readRecords(place: Place, level: Level): Records {
  const between = LEVEL_OF[level];
  if (between === null) return { found: [], missing: NOTHING };
  if (between !== place.subject.level) {
    const parts = recordsBelow(place, between).found.map((each) => recordsBelow(each, level));
    return {
      found: parts.flatMap((each) => each.found),
      missing: joined(...parts.map((each) => each.missing)),
    };
  }
  const list = place.subject.below[level];
  if (list) return { found: list.map((each) => placeOf(place.run, each)), missing: NOTHING };
  return { found: [], missing: [unknownFact(LIST_TITLE[level] ?? level, place.subject)] };
}

export function unknownFact(text: string, subject: Subject): Missing[number] {
  return { level: subject.level, id: subject.id, field: text, text: `${subject.title}的${text}` };
}
