import { addFen, type Fen, fen, formatYuan } from '../../kernel/fen.ts';
import { ASSET_KIND } from '../../rules/code-list.ts';
import type { AssetFacts, HouseholdFacts, IncomeFacts } from '../../rules/facts.ts';
import type { HouseholdState } from '../household/index.ts';
import { type Comparison, findItem, itemTitle, sourceTitle } from './item.ts';
import { contradictionsOf } from './contradiction.ts';
import type { Difference } from './difference.ts';
import { statusDifference } from './member-status.ts';
import { type Answer, latestReport, type Report, type VerificationState } from './verification.ts';

/** Verification reports, it does not decide (HD-01): a finding only says what must be explained. */
export type Finding = {
  /** The same as long as what was declared and what was found are the same; a new figure is a new finding. */
  readonly key: string;
  readonly memberId: string;
  readonly memberName: string;
  readonly kind: Difference['kind'];
  readonly weight: Difference['weight'];
  readonly source: string;
  readonly item: string;
  readonly declared: string;
  readonly found: string;
  readonly text: string;
};

export const weightTitles = {
  eligibility: '可能影响资格，须核实',
  amount: '可能影响救助金额，须核实',
} as const;

type Compared = { readonly household: HouseholdState; readonly verification: VerificationState };

/** Where the latest report differs from what the family declared. Empty without a report. */
export function findingsOf({ household, verification }: Compared): readonly Finding[] {
  const report = latestReport(verification);
  const { declaration } = household;
  if (!report || !declaration) return [];
  return differences(report, declaration.facts, namesOf(household));
}

/** Findings of the latest report nobody has explained yet. */
export function unexplainedFindings(state: Compared): readonly Finding[] {
  const explained = new Set(state.verification.explanations.map((each) => each.finding));
  return findingsOf(state).filter((each) => !explained.has(each.key));
}

/** Whether the facts as they stand now still differ from the report in what a finding is about. */
export function stillDiffers({ household, verification }: Compared, finding: Finding): boolean {
  const report = latestReport(verification);
  // Two sources that contradict each other are settled by what a person finds out, not by the facts of the family.
  if (!report || !household.facts || finding.kind === 'contradiction') return false;
  return differences(report, household.facts, namesOf(household)).some(
    (each) => each.memberId === finding.memberId && each.item === finding.item,
  );
}

function namesOf({ declaration }: HouseholdState): ReadonlyMap<string, string> {
  return new Map((declaration?.people ?? []).map((each) => [each.memberId, each.name]));
}

function differences(
  report: Report,
  facts: HouseholdFacts,
  names: ReadonlyMap<string, string>,
): readonly Finding[] {
  // A person who is no longer in the household has nothing to declare in it.
  const members = facts.members.map((each) => each.id);
  return members.flatMap((memberId) => {
    const answers = report.answers.filter((each) => each.memberId === memberId);
    const differs = groupsOf(answers).flatMap(
      (group) => differenceOf(group, memberId, facts) ?? [],
    );
    const contradictions = contradictionsOf(answers);
    return [...differs, ...contradictions].map((each) =>
      finding(each, memberId, names.get(memberId) ?? ''),
    );
  });
}

type Group = { readonly compare: Comparison; readonly answers: readonly Answer[] };

/** Answers that are held against the same declared figure; worth and number are added up across sources. */
function groupsOf(answers: readonly Answer[]): readonly Group[] {
  const groups = new Map<string, { compare: Comparison; answers: Answer[] }>();
  for (const answer of answers) {
    const compare = findItem(answer.item)?.compare;
    if (!compare || compare.by === 'nothing') continue;
    const together = compare.by === 'worth' || compare.by === 'number';
    const key = together ? `${compare.by}:${compare.asset}` : `${answer.source}:${answer.item}`;
    const group = groups.get(key) ?? { compare, answers: [] };
    group.answers.push(answer);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function differenceOf(
  { compare, answers }: Group,
  memberId: string,
  facts: HouseholdFacts,
): Difference | null {
  switch (compare.by) {
    case 'worth':
      return worthDifference(compare.asset, answers, assetsOf(facts, memberId, compare.asset));
    case 'number':
      return numberDifference(compare.asset, answers, assetsOf(facts, memberId, compare.asset));
    case 'income':
      return incomeDifference(answers, incomesOf(facts, memberId, compare.incomes));
    case 'status':
      return answers[0] ? statusDifference(answers[0], memberId, facts) : null;
    case 'nothing':
      return null;
  }
}

function worthDifference(
  asset: AssetFacts['kind'],
  answers: readonly Answer[],
  declared: readonly AssetFacts[],
): Difference | null {
  const found = total(answers.map((each) => each.amount));
  const said = total(declared.map((each) => each.value));
  if (found <= said) return null;
  return {
    kind: declared.length === 0 ? 'undeclared' : 'more-than-declared',
    weight: 'amount',
    item: ASSET_KIND[asset],
    source: sourcesOf(answers),
    declared: declared.length === 0 ? '未申报' : `${formatYuan(said)} 元`,
    found: `${formatYuan(found)} 元`,
    figures: `${said}-${found}`,
  };
}

function numberDifference(
  asset: AssetFacts['kind'],
  answers: readonly Answer[],
  declared: readonly AssetFacts[],
): Difference | null {
  if (answers.length <= declared.length) return null;
  const told = answers.map((each) => each.text).filter((text) => text !== '');
  return {
    kind: declared.length === 0 ? 'undeclared' : 'more-than-declared',
    weight: 'eligibility',
    item: ASSET_KIND[asset],
    source: sourcesOf(answers),
    declared: declared.length === 0 ? '未申报' : `${declared.length} 项`,
    found: [`${answers.length} 项`, ...told].join('；'),
    figures: `${declared.length}-${answers.length}`,
  };
}

function incomeDifference(
  answers: readonly Answer[],
  declared: readonly IncomeFacts[],
): Difference | null {
  const [first] = answers;
  if (!first) return null;
  const isMonthly = findItem(first.item)?.amount === 'per-month';
  const found = fen(total(answers.map((each) => each.amount)) * (isMonthly ? 12 : 1));
  const said = total(declared.map(yearlyOf));
  if (found <= said) return null;
  return {
    kind: declared.length === 0 ? 'undeclared' : 'more-than-declared',
    weight: 'amount',
    item: itemTitle(first.item),
    source: sourcesOf(answers),
    declared: declared.length === 0 ? '未申报' : `全年 ${formatYuan(said)} 元`,
    found: `全年 ${formatYuan(found)} 元`,
    figures: `${said}-${found}`,
  };
}

/** Income of a year: monthly sums twelve times, a sum of the window once. */
function yearlyOf({ amount, period }: IncomeFacts): Fen | null {
  if (amount === null) return null;
  return period === 'per-month' ? fen(amount * 12) : amount;
}

function assetsOf(facts: HouseholdFacts, owner: string, kind: AssetFacts['kind']) {
  return (facts.assets ?? []).filter((each) => each.owner === owner && each.kind === kind);
}

function incomesOf(
  facts: HouseholdFacts,
  member: string,
  kinds: readonly IncomeFacts['kind'][],
): readonly IncomeFacts[] {
  return (facts.incomes ?? []).filter(
    (each) => each.member === member && kinds.includes(each.kind),
  );
}

/** An unknown amount adds nothing: what is not declared cannot cover what was found. */
function total(amounts: readonly (Fen | null)[]): Fen {
  return addFen(...amounts.map((each) => each ?? fen(0)));
}

function sourcesOf(answers: readonly Answer[]): string {
  return [...new Set(answers.map((each) => sourceTitle(each.source)))].join('、');
}

function finding(difference: Difference, memberId: string, memberName: string): Finding {
  const { figures, ...rest } = difference;
  const { source, item, declared, found } = rest;
  return {
    ...rest,
    key: `${memberId}:${item}:${source}:${figures}`,
    memberId,
    memberName,
    text:
      difference.kind === 'contradiction'
        ? `${memberName}：${declared}，${found}，两个来源不一致，须核实说明。`
        : `${memberName}：${source}查得${item} ${found}，申报为 ${declared}。`,
  };
}
