import { z } from 'zod';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import { isRuleId, type RuleId } from '../../law/index.ts';
import type { CaseState } from '../case/index.ts';
import { owedVisits } from '../investigation/index.ts';

/** What makes a case a major doubt (DL-12): read off its record, by the county's dated rules. */
export const doubtTitles = {
  'photo-day': '照片日期与入户日期不符',
  'visit-by-phone': '没有真正入户',
  differences: '核对差异多，都只由本人说明',
  'one-person-office': '受理的人自己入户调查',
} as const;
export type DoubtCode = keyof typeof doubtTitles;

const date = z.string().refine(isLocalDate) as unknown as z.ZodType<LocalDate, string>;
const rule = z.strictObject({
  rule: z.enum(Object.keys(doubtTitles) as [DoubtCode, ...DoubtCode[]]),
  from: date,
  until: date.optional(),
  /** How many differences are many. */
  limit: z.int().min(1).max(50).optional(),
  law: z.string().refine((id) => isRuleId(id)) as unknown as z.ZodType<RuleId, string>,
  basis: z.string().min(4),
});
export type DoubtRule = z.output<typeof rule>;

const file = z.strictObject({ rules: z.array(rule).min(1) });

/** Reads the doubt rules of a place; throws with what is wrong in them. */
export function readDoubtRules(json: unknown): readonly DoubtRule[] {
  return file.parse(json).rules;
}

/** The rules in force on a day; of one kind the nearest place's and latest. */
export function doubtRulesOn(rules: readonly DoubtRule[], day: LocalDate): readonly DoubtRule[] {
  const inForce = rules.filter(({ from, until }) => from <= day && !(until && until < day));
  return [...new Map(inForce.map((each) => [each.rule, each])).values()];
}

type Looked = Pick<CaseState, 'investigation' | 'verification'>;

/** The doubts of one case under these rules, each as a sentence. It decides nothing: somebody goes and looks. */
export function doubtsOf(
  state: Looked,
  rules: readonly DoubtRule[],
): readonly { readonly rule: DoubtCode; readonly because: string }[] {
  return rules.flatMap((each) => {
    const found = looks[each.rule](state, each.limit ?? 1);
    return found === null
      ? []
      : [{ rule: each.rule, because: `${doubtTitles[each.rule]}：${found}` }];
  });
}

const looks: {
  readonly [Code in DoubtCode]: (state: Looked, limit: number) => string | null;
} = {
  'photo-day': ({ investigation }) =>
    investigation.visits.flatMap(({ photoDoubts }) => photoDoubts)[0] ?? null,
  'visit-by-phone': ({ investigation }) => {
    const [owed] = owedVisits(investigation);
    return owed ? `${owed.on} 以电话、视频调查，还没有补充入户` : null;
  },
  differences: ({ verification }, limit) => {
    const told = verification.explanations.filter(
      ({ outcome, evidence }) => outcome === 'declaration-stands' && evidence.length === 0,
    );
    return told.length >= limit ? `${told.length} 项差异没有证据，只有本人说明` : null;
  },
  'one-person-office': ({ investigation }) =>
    investigation.visits.find(({ smallOfficeReason }) => smallOfficeReason !== null)
      ?.smallOfficeReason ?? null,
};
