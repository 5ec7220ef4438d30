import { ageOn, formatDate, type LocalDate } from '../../kernel/local-date.ts';
import { findArticle, type RuleId } from '../../law/index.ts';
import type { DataOf } from '../../paper/index.ts';
import type { Procedure } from '../../rules/procedure.ts';
import { type Adjustment, answerKinds, isAdverse, openAdjustment } from './adjustment.ts';
import type { BenefitState } from './benefit-state.ts';

/** What a letter needs besides the state: names, the window, the procedure of today. */
export type LetterContext = {
  readonly today: LocalDate;
  readonly procedure: Procedure;
  readonly villageName: string;
  readonly townshipOrgan: string;
  /** Whose letter it is before anything is decided: the township's, or the county's where it decides. */
  readonly organ: string;
  readonly window: DataOf<'hearing-notice'>['office'];
  readonly demo: boolean;
};

const ADULT = 18;

/** 告知书 of the open proposal; null where nothing is intended against the family. */
export function hearingNoticeOf(
  state: BenefitState,
  context: LetterContext,
): DataOf<'hearing-notice'> | null {
  const open = openAdjustment(state.adjustments);
  const { enrolment } = state;
  if (!open || !enrolment || !isAdverse(open.kind)) return null;
  const { today, organ, procedure } = context;
  const head = enrolment.people.find(({ memberId }) => memberId === enrolment.head);
  return {
    head: headOf(`${enrolment.number}（告知）`, organ, today, context),
    applicant: head?.name ?? '',
    guardian: head?.birth ? ageOn(head.birth, today) < ADULT : false,
    village: context.villageName,
    scheme: enrolment.scheme,
    kind: open.kind,
    before: open.before,
    amount: open.amount,
    reasons: reasonsOf(state, open),
    basis: basisOf(rulesOf(state, open)),
    answerWorkingDays: procedure.hearingRequestWorkingDays.value,
    office: context.window,
  };
}

/** 决定书 of the last decision; null while there is none. */
export function adjustmentNoticeOf(
  state: BenefitState,
  context: LetterContext,
): DataOf<'adjustment-notice'> | null {
  const last = state.adjustments.findLast(({ decision }) => decision !== null);
  const { enrolment } = state;
  if (!last?.decision || !enrolment) return null;
  const { number, organ, on, from, reasons, remedies } = last.decision;
  const head = enrolment.people.find(({ memberId }) => memberId === enrolment.head);
  const { answer } = last;
  const stops = last.kind === 'stop' || last.kind === 'gradual-exit';
  return {
    head: headOf(number, organ, on, context),
    applicant: head?.name ?? '',
    village: context.villageName,
    scheme: enrolment.scheme,
    kind: last.kind,
    decidedOn: on,
    before: last.before,
    amount: last.amount,
    from,
    ...(last.stopFrom ? { stopFrom: last.stopFrom } : {}),
    reasons: [...reasonsOf(state, last), reasons],
    ...(answer
      ? { heard: `${formatDate(answer.on)}${answerKinds[answer.kind]}。${answer.content}` }
      : {}),
    basis: basisOf(rulesOf(state, last)),
    otherHelp: stops
      ? [
          '您家可能符合低保边缘家庭、刚性支出困难家庭等条件，窗口工作人员会帮您看看。',
          '遇到突发急难的，可以随时申请临时救助。',
        ]
      : [],
    remedies: {
      ...remedies,
      sentences: [...remedies.sentences],
      citations: [...remedies.citations],
    },
    office: context.window,
  };
}

function headOf(
  number: string,
  organ: string,
  date: LocalDate,
  { townshipOrgan, demo }: LetterContext,
): DataOf<'adjustment-notice'>['head'] {
  const entrusted = organ === townshipOrgan ? {} : { handledBy: townshipOrgan };
  return { number, organ, ...entrusted, date, demo };
}

/** The officer's words, and for a calculation the family's own: no article, no jargon. */
function reasonsOf(
  { reassessment, merge }: BenefitState,
  { id, ground, reasons }: Adjustment,
): string[] {
  if (ground === 'merged' && merge?.id === id) return [reasons, merge.result.plainWords];
  return ground === 'reassessed' && reassessment
    ? [reasons, reassessment.result.plainWords]
    : [reasons];
}

function rulesOf({ enrolment }: BenefitState, { kind, ground }: Adjustment): readonly RuleId[] {
  if (ground === 'work-refusal') return ['DB-34', 'SL-48'];
  if (kind === 'gradual-exit') return ['DB-33', 'SL-48'];
  const own: RuleId = enrolment?.scheme === 'tekun' && kind === 'stop' ? 'TK-24' : 'DB-32';
  return isAdverse(kind) ? [own, 'SL-47', 'SL-48'] : [own, 'SL-47'];
}

function basisOf(rules: readonly RuleId[]): DataOf<'hearing-notice'>['basis'] {
  return rules.map((rule) => {
    const { instrument, article, gist } = findArticle(rule);
    return { source: `${instrument}${article}`, gist };
  });
}
