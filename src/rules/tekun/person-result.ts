import type { Run } from '../run.ts';
import type { PersonResult, Reason } from '../assessment.ts';
import { outcomeOf } from '../household-result.ts';
import type { Subject } from '../language/evaluate.ts';
import { joined, type Missing, ofFamily } from '../language/value.ts';
import { personReasons } from '../reason.ts';
import { codeWords, knownFen } from '../settled.ts';

/** 特困 is decided person by person: each member with result, amount, care tier and reasons. */
export function personsOf(run: Run): {
  readonly persons: PersonResult[];
  readonly reasons: Reason[];
  /** Everything that keeps somebody's result open, of the family and of the place. */
  readonly open: Missing;
} {
  const members = run.household.below.member ?? [];
  const results = members.map((member) => personOf(run, member));
  const reasons = members.flatMap((member) => {
    const all = personReasons(run.find, member, run.release.personConditions);
    // A person who plainly works needs no second reason.
    const first = all.findIndex((each) => each.is === 'not-met');
    return first < 0 ? all : all.slice(first, first + 1);
  });
  return {
    persons: results.map(({ person }) => person),
    reasons,
    open: joined(...results.map(({ open }) => open)),
  };
}

function personOf({ find, source }: Run, member: Subject): { person: PersonResult; open: Missing } {
  const finding = find('tekunEligible', member);
  const amount = find('tekunAmount', member).value;
  const outcome = outcomeOf(finding.value, amount, 1);
  const open = joined(finding.value.missing, amount.missing);
  const person = {
    member: member.id,
    name: member.title,
    outcome,
    amount: outcome === 'eligible' ? knownFen(amount) : null,
    text: textOf({ find, source }, member, outcome, open),
    missing: ofFamily(open),
    citation: finding.rule.citation,
  };
  return { person, open };
}

function textOf(
  { find, source }: Pick<Run, 'find' | 'source'>,
  member: Subject,
  outcome: PersonResult['outcome'],
  missing: PersonResult['missing'],
): string {
  if (outcome === 'undecided') return `待查清：${missing.map((each) => each.text).join('、')}`;
  if (outcome === 'not-eligible') return '不符合特困人员条件';
  return codeWords(source.set, 'CARE_TIER', find('careTier', member).value) ?? '';
}
