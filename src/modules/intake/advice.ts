import type { LocalDate } from '../../kernel/local-date.ts';
import { type AssessRefusal, assessScheme } from '../../rules/assess.ts';
import type { Assessment } from '../../rules/assessment.ts';
import type { HouseholdFacts } from '../../rules/facts.ts';
import type { Region } from '../../rules/region.ts';
import { SCHEME_SHORT, type Scheme } from '../../rules/scheme.ts';
import { findItem } from './completeness.ts';
import type { IntakeAdvice } from './contract.ts';
import type { ChecklistItem, Missing } from './intake.ts';
import { lookedUpByOffice, requiredDocuments, type Source } from './required-document.ts';

export type AdviceAsked = {
  readonly facts: HouseholdFacts;
  readonly names: ReadonlyMap<string, string>;
  readonly checklist: readonly ChecklistItem[];
  readonly missing: readonly Missing[];
  readonly duplicates: IntakeAdvice['duplicates'];
  readonly sources: readonly Source[];
  readonly region: Region;
  /** What the family applies for. */
  readonly scheme: Scheme;
  readonly on: LocalDate;
};

/** What the side panel of the intake says: computed by the rules from what has been typed so far. */
export function adviceOf(asked: AdviceAsked): IntakeAdvice {
  const { facts, names, checklist, sources, on } = asked;
  const assessed = assess(asked);
  const assessment = assessed.ok ? assessed.assessment : null;
  return {
    members: (assessment?.members ?? []).map(({ id, counted, reason, citation }) => ({
      memberId: id,
      counted,
      reason,
      citation: { rule: citation.rule, source: citation.source },
    })),
    missingFacts: (assessment?.missing ?? []).map(({ text }) => ({ text })),
    documents: requiredDocuments(facts, sources, on).map((each) => ({
      ...each,
      title: each.memberId ? `${names.get(each.memberId) ?? ''}的${each.title}` : each.title,
      got: findItem(each, checklist)?.got ?? 'missing',
    })),
    lookedUpByOffice: [...lookedUpByOffice(sources)],
    duplicates: [...asked.duplicates],
    missing: asked.missing.map((each) => ({ ...each })),
    outlook: outlookOf(asked.scheme, assessed),
  };
}

/** The members the rules leave out of the household: settled, not merely undecided. */
export function notCountedIn(facts: HouseholdFacts, region: Region, on: LocalDate): string[] {
  const assessed = assessScheme('dibao', facts, region, { on });
  if (!assessed.ok) return [];
  return assessed.assessment.members.filter((each) => each.counted === false).map(({ id }) => id);
}

type Assessed = { ok: true; assessment: Assessment } | { ok: false; refusal: AssessRefusal };

function assess({ facts, names, region, on, scheme }: AdviceAsked): Assessed {
  return assessScheme(scheme, facts, region, {
    on,
    nameOf: (member) => names.get(member.id) || '（未填姓名）',
  });
}

const FEW = 3;

function outlookOf(scheme: Scheme, assessed: Assessed): string {
  const title = SCHEME_SHORT[scheme];
  if (!assessed.ok) return assessed.refusal.message;
  const { outcome, missing } = assessed.assessment;
  if (outcome === 'eligible') return `按已填情况，${title}看来可能符合；以核对和调查结果为准。`;
  if (outcome === 'not-eligible') {
    return `按已填情况，${title}看来可能不符合；家庭仍有权申请，以核对和调查结果为准。`;
  }
  const named = missing.slice(0, FEW).map((each) => each.text);
  const more = missing.length > FEW ? `等 ${missing.length} 项` : '';
  return `${title}尚不能判断：缺${named.join('、')}${more}。`;
}
