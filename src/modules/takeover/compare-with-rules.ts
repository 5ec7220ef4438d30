import { type Fen, formatYuan } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { assessScheme } from '../../rules/assess.ts';
import type { Assessment } from '../../rules/assessment.ts';
import { type HouseholdFacts, householdFactsSchema } from '../../rules/facts.ts';
import { issuesOf } from '../../kernel/contract.ts';
import type { Region } from '../../rules/region.ts';
import { GIVES } from '../../rules/scheme.ts';
import { ledgerColumns } from './ledger-column.ts';
import type { LedgerHousehold } from './ledger-household.ts';
import type { LedgerPerson } from './read-row.ts';

/** What the rules of today make of a household of the ledger, beside what it receives. */
export type Compared =
  | { readonly is: 'same' | 'differs'; readonly text: string }
  | { readonly is: 'open'; readonly text: string };

const asked = ['labourCapacity', 'employment', 'studentLevel', 'disabilityKind', 'income'] as const;

/** Headings the comparison cannot do without and that are empty; the rules are not even asked then. */
function missingColumns(household: LedgerHousehold): readonly string[] {
  const { people, residence, assets, support } = household;
  const ofPeople = asked.filter((key) => people.some((each) => each[key] === null));
  const ofHousehold = (['residence', 'assets', 'support'] as const).filter(
    (key) => ({ residence, assets, support })[key] === null,
  );
  return [...ofHousehold, ...ofPeople].map((key) => ledgerColumns[key].title);
}

/**
 * The facts a ledger tells. Whoever is listed lives in the household and is in no prison or temple unless told; the
 * monthly income is net. What the ledger does not say stays unknown. Throws (with issues) when what it says cannot be:
 * a grandchild older than a child.
 */
function ledgerFacts(household: LedgerHousehold, acceptedOn: LocalDate): HouseholdFacts {
  const { people, village, residence, assets, support } = household;
  return householdFactsSchema.parse({
    place: village,
    residence,
    acceptedOn,
    hiresOthers: null,
    members: people.map(memberOf),
    incomes: [
      ...people.flatMap(({ income }, index) =>
        income === null || income === 0 ? [] : [incomeOf(`i${index}`, idOf(index), income)],
      ),
      ...(support ? [incomeOf('support', 'm1', support, 'support-received')] : []),
    ],
    transfersPaid: [],
    assets: assets ? [{ id: 'a1', owner: 'm1', kind: 'deposit', value: assets }] : [],
    supporters: [],
  });
}

function idOf(index: number): string {
  return `m${index + 1}`;
}

function memberOf(person: LedgerPerson, index: number) {
  const { relation, birth, sex, labourCapacity, employment, studentLevel } = person;
  const { disabilityKind, disabilityGrade, seriouslyIll, specialStatus } = person;
  const grade = disabilityKind === 'none' ? null : disabilityGrade;
  return {
    id: idOf(index),
    ...{ relation, birth, sex, livesTogether: true, labourCapacity, employment, studentLevel },
    ...{ disabilityKind, disabilityGrade: grade, seriouslyIll },
    specialStatus: specialStatus ?? 'none',
  };
}

function incomeOf(id: string, member: string, amount: Fen, kind = 'wage') {
  return { id, member, kind, period: 'per-month', amount, ...(kind === 'wage' && { costs: 0 }) };
}

/** What the rules of a day would give this household under the scheme it is in, against what the ledger says. */
export function compareWithRules(
  household: LedgerHousehold,
  region: Region,
  today: LocalDate,
): Compared {
  const facts = factsOrFault(household, today);
  if (typeof facts === 'string') return { is: 'open', text: `台账前后矛盾：${facts}` };
  const missing = missingColumns(household);
  if (missing.length > 0) return { is: 'open', text: `台账缺少${missing.join('、')}，没有比较` };
  const assessed = assessScheme(household.scheme, facts, region, {
    on: today,
    knownOn: today,
    nameOf: ({ id }) => household.people[Number(id.slice(1)) - 1]?.name ?? id,
  });
  if (!assessed.ok) return { is: 'open', text: assessed.refusal.message };
  return comparedWith(assessed.assessment, household.amount);
}

function factsOrFault(household: LedgerHousehold, on: LocalDate): HouseholdFacts | string {
  try {
    return ledgerFacts(household, on);
  } catch (error) {
    const issues = issuesOf(error);
    if (!issues) throw error;
    return issues.map(({ message }) => message).join('；');
  }
}

function comparedWith(assessment: Assessment, amount: Fen): Compared {
  const { scheme, persons } = assessment;
  const own = scheme === 'tekun' ? persons.find(({ member }) => member === 'm1') : undefined;
  const outcome = own?.outcome ?? assessment.outcome;
  if (outcome === 'undecided') {
    const missing = [...assessment.missing, ...(own?.missing ?? [])].map(({ text }) => text);
    const count = new Set(missing).size;
    return { is: 'open', text: `还缺 ${count} 项情况，不能按今天的规则判断` };
  }
  if (outcome === 'not-eligible') {
    return { is: 'differs', text: '按台账的情况和今天的规则不符合条件，列册后请尽快复核' };
  }
  if (GIVES[scheme] !== 'monthly') return { is: 'same', text: '按今天的规则仍然符合' };
  const due = (own ? own.amount : assessment.monthlyAmount) ?? amount;
  if (due === amount) return { is: 'same', text: '与今天的规则算出的一致' };
  const more = due > amount;
  const gap = formatYuan(Math.abs(due - amount) as Fen);
  return {
    is: 'differs',
    text: `按今天的规则每月 ${formatYuan(due)} 元，台账 ${formatYuan(amount)} 元，${more ? '少' : '多'} ${gap} 元`,
  };
}
