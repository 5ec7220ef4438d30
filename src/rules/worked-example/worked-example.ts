import { fen, formatYuan } from '../../kernel/fen.ts';
import { localDate } from '../../kernel/local-date.ts';
import { assessScheme } from '../assess.ts';
import type { HouseholdFactsInput } from '../facts.ts';
import { frameText } from '../frame.ts';
import { subjectOf } from '../household-field.ts';
import { evaluation, type Finding, type Subject } from '../language/evaluate.ts';
import { parameterSource } from '../parameter-source.ts';
import { loadRegion, type Region } from '../region.ts';
import { getStandard } from '../standard.ts';
import { knownNumber, knownTruth } from '../settled.ts';
import { household, placeWith } from '../worked-case.ts';
import { type LaidDown, regionBelow } from './region-below.ts';

/**
 * One published example, as data: where it was published, by which rules it is computed, what is asked and what
 * was printed. Tests compare, and docs/generated/worked-examples.md shows the same list.
 */
export type WorkedExample = {
  readonly id: string;
  readonly title: string;
  readonly kind: keyof typeof KIND;
  /** How far the publisher can be relied on: A government, B press, C exam, D content site, — our arithmetic. */
  readonly grade: 'A' | 'B' | 'C' | 'D' | 'A/B' | 'B/D' | '—';
  readonly source: string;
  /** The rules it is computed by, in words. */
  readonly rules: string;
  readonly questions: readonly Question[];
};

export const KIND = {
  published: '公开的结果',
  derived: '按公开的规则推算',
  trap: '公开的有误，用来防错',
} as const;

export type Question = {
  readonly given: string;
  readonly what: string;
  /** As printed by the publisher, or as derived; in the words `got` answers in. */
  readonly expected: string;
  /** Where it is another than the example's: a boundary we added to a published result. */
  readonly kind?: WorkedExample['kind'];
  readonly got: (readJson: ReadJson, by?: Calculation) => string;
};

/** Who computes an example: the program, or a second implementation the same examples are tried on. */
export type Calculation = {
  readonly figure: (asked: Figure, readJson: ReadJson) => number | null;
  readonly answer: (asked: Figure, readJson: ReadJson) => boolean | null;
  /** Whether 低保 is granted, or the code of the refusal. */
  readonly outcome: (asked: Asked, readJson: ReadJson) => string;
};

/** Files below `regions/`. */
export type ReadJson = (path: string) => unknown;

/** A made-up place changed from the plain one, a place as shipped, or a made-up one below a shipped place. */
export type Place =
  | { readonly made: Readonly<Record<string, unknown>> }
  | { readonly region: string }
  | { readonly below: string; readonly laidDown: LaidDown };

export type Asked = {
  readonly place: Place;
  readonly facts: Partial<HouseholdFactsInput>;
  readonly on?: string;
};
export type Figure = Asked & {
  readonly rule: string;
  /** Id of the record the rule is asked of; left out, the household. */
  readonly of?: string;
  /** A rule that rests on the one asked for, where that is written by the place itself. */
  readonly through?: string;
};

/** A sum of money in yuan with its unit: months may be put together, and yuan rounded as the publisher did. */
export function money(
  unit: string,
  { times = 1, inYuan = false, ...asked }: Figure & { times?: number; inYuan?: boolean },
): Question['got'] {
  return (readJson, by = program) => {
    const amount = by.figure(asked, readJson);
    if (amount === null) return '尚不能确定';
    const whole = fen(Math.round(amount) * times);
    return inYuan ? `${Math.round(whole / 100)} ${unit}` : `${formatYuan(whole)} ${unit}`;
  };
}

export function answer(asked: Figure, words = { yes: '符合', no: '不符合' }): Question['got'] {
  return (readJson, by = program) => {
    const is = by.answer(asked, readJson);
    return is === null ? '尚不能确定' : is ? words.yes : words.no;
  };
}

/** Whether 低保 is granted at all, or why the rules refuse to compute it. */
export function outcome(asked: Asked): Question['got'] {
  return (readJson, by = program) => {
    const found = by.outcome(asked, readJson);
    return OUTCOME[found] ?? `不能核算：${found}`;
  };
}

const OUTCOME: Readonly<Record<string, string>> = {
  eligible: '符合',
  'not-eligible': '不符合',
  undecided: '尚不能确定',
};

/** The standard a place has in force on a day. */
export function standardOn(place: Place, day: string): Question['got'] {
  return (readJson) => {
    const on = localDate(day);
    const looked = getStandard(regionOf(place, readJson), 'urban', { on, knownOn: on });
    return looked.ok ? `${formatYuan(looked.found.amount)} 元/人/月` : '没有标准';
  };
}

/** The day of an example that names none. */
export const DAY = '2024-03-15';

const program: Calculation = {
  figure: (asked, readJson) => knownNumber(findingOf(asked, readJson).value),
  answer: (asked, readJson) => knownTruth(findingOf(asked, readJson).value),
  outcome: ({ place, facts, on }, readJson) => {
    const result = assessScheme('dibao', household(facts), regionOf(place, readJson), {
      on: localDate(on ?? DAY),
    });
    return result.ok ? result.assessment.outcome : result.refusal.code;
  },
};

function findingOf(asked: Figure, readJson: ReadJson): Finding {
  const on = localDate(asked.on ?? DAY);
  const facts = household(asked.facts);
  const region = regionOf(asked.place, readJson);
  const reach = [asked.through ?? asked.rule];
  const read = parameterSource(frameText, region, { on, knownOn: on }, facts.residence, reach);
  if (!read.ok) throw new Error(read.refusal.message);
  const root = subjectOf(facts, on);
  const subject = asked.of === undefined ? root : recordIn(root, asked.of);
  if (!subject) throw new Error(`no record ${asked.of}`);
  return evaluation(read.source.set, read.source.valueOf).find(asked.rule, subject);
}

export function regionOf(place: Place, readJson: ReadJson): Region {
  if ('made' in place) return placeWith(place.made);
  if ('region' in place) return loadRegion(readJson, place.region);
  return regionBelow(readJson, place.below, place.laidDown);
}

function recordIn(subject: Subject, id: string): Subject | null {
  const below = Object.values(subject.below).flatMap((list) => list ?? []);
  for (const each of below) {
    const found = each.id === id ? each : recordIn(each, id);
    if (found) return found;
  }
  return null;
}
