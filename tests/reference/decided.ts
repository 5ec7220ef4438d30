import type { Assessed } from '../../src/rules/assess.ts';
import { ALONE_DOOR } from '../../src/rules/dibao/alone-rule.ts';
import type { PersonResult } from '../../src/rules/assessment.ts';
import type { HouseholdFacts } from '../../src/rules/facts.ts';
import type { Region } from '../../src/rules/region.ts';
import type { Overview } from '../../src/rules/overview.ts';
import { type Given, openRun } from '../../src/rules/run.ts';
import { CARE_TIER } from '../../src/rules/tekun/tekun-rule.ts';
import type { Verdict } from './by-hand.ts';

/** What the program decided for one household, in the words the reference answers in; null is left open. */
export function verdictsDecided(
  { results }: Overview,
  facts: HouseholdFacts,
  region: Region,
  given: Given,
): Readonly<Record<string, Verdict>> {
  const { dibao, margin, rigid, tekun, temporary } = results;
  return {
    dibao: ofDibao(dibao),
    ...afterDibao(dibao, facts, region, given),
    margin: ofFamily(margin),
    rigid: ofFamily(rigid),
    tekun: ofTekun(tekun),
    temporary: ofTemporary(temporary),
  };
}

type Done = Extract<Assessed, { ok: true }>['assessment'];

function verdictOf(assessed: Assessed, more: (done: Done) => Verdict): Verdict {
  if (!assessed.ok) {
    const [, named] = /（(\w+)，/.exec(assessed.refusal.message) ?? [];
    return { refused: assessed.refusal.code, ...(named ? { named } : {}) };
  }
  const { assessment } = assessed;
  if (assessment.outcome === 'undecided') {
    return { undecided: assessment.missing.map((each) => each.text) };
  }
  const { perCapitaMonthly: income } = assessment;
  return {
    members: assessment.members.map((each) => [each.id, each.ground, each.counted]),
    householdSize: assessment.householdSize,
    perCapita: income && `${income.fen}/${income.over}`,
    eligible: assessment.outcome === 'eligible',
    ...more(assessment),
  };
}

function ofFamily(assessed: Assessed): Verdict {
  return verdictOf(assessed, () => ({}));
}

function ofDibao(assessed: Assessed): Verdict {
  return verdictOf(assessed, ({ monthlyAmount, basicAmount, tier, supplements }) => ({
    amount: monthlyAmount,
    basic: basicAmount,
    tier,
    supplements: supplements.map((each) => [each.member, each.amount]),
  }));
}

/** 单人户 and 渐退 are decided only for a family that is not in 低保. */
function afterDibao(
  dibao: Assessed,
  facts: HouseholdFacts,
  region: Region,
  given: Given,
): Readonly<Record<string, Verdict>> {
  if (!dibao.ok || dibao.assessment.outcome !== 'not-eligible') return {};
  const { persons, exit } = dibao.assessment;
  return {
    alone: settledFor('alone', facts, region, given) ?? { persons: byPerson(persons, ALONE_DOOR) },
    exit: settledFor('exit', facts, region, given) ?? {
      exit: exit && [exit.applies, exit.months, exit.amount],
    },
  };
}

/** Who is in, with door or tier and amount; null for a person whose case is open. */
function byPerson(
  persons: readonly PersonResult[],
  codes: Readonly<Record<string, string>>,
): Verdict {
  return Object.fromEntries(
    persons
      .filter(({ outcome }) => outcome !== 'not-eligible')
      .map(({ member, outcome, text, amount }) => [
        member,
        outcome === 'eligible' ? [codeOf(codes, text), amount] : null,
      ]),
  );
}

function settledFor(
  target: 'alone' | 'exit',
  facts: HouseholdFacts,
  region: Region,
  given: Given,
): Verdict | null {
  const opened = openRun(facts, region, given, target);
  return opened.ok ? null : verdictOf(opened, () => ({}));
}

function ofTekun(assessed: Assessed): Verdict {
  return verdictOf(assessed, ({ monthlyAmount, persons }) => ({
    amount: monthlyAmount,
    persons: byPerson(persons, CARE_TIER),
  }));
}

function ofTemporary(assessed: Assessed): Verdict {
  return verdictOf(assessed, ({ monthlyAmount, relief }) => ({
    amount: monthlyAmount,
    ...relief,
  }));
}

/** Null where it is not settled which of several it is. */
function codeOf(codes: Readonly<Record<string, string>>, words: string): string | null {
  return Object.keys(codes).find((code) => codes[code] === words) ?? null;
}
