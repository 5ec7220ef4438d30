import { addWorkingDays } from '../../kernel/working-day.ts';
import { findArticle, type RuleId } from '../../law/index.ts';
import type { DataOf } from '../../paper/index.ts';
import { GIVES, SCHEME } from '../../rules/scheme.ts';
import { type CasePaper, paperHead, paperHousehold } from '../case/paper-head.ts';
import { latestAssessment } from '../assessment/index.ts';

const MOST_WORDS = 1000;

/** 先行救助登记表 with its 补充说明. Null unless help came first (LS-08…LS-11). */
export function reliefRegisterOf(sheet: CasePaper<unknown>): DataOf<'relief-register'> | null {
  const { state, given } = sheet;
  const { channel, openedOn } = state.course;
  const { decision, completion, reported } = state.confirmation;
  if (channel === 'ordinary' || !decision || decision.outcome !== 'grant') return null;
  const { procedure, calendar } = given;
  const days = procedure.helpFirstPapersWorkingDays.value;
  const account = state.household.declaration?.account;
  return {
    head: { ...paperHead(sheet), date: completion?.on ?? decision.on },
    household: paperHousehold(sheet),
    channel,
    appliedOn: openedOn ?? decision.on,
    need: (decision.reasons || decision.plainReasons).slice(0, MOST_WORDS),
    decidedOn: decision.on,
    decidedBy: decision.organ,
    amount: decision.monthlyAmount,
    ...(account ? { payment: `${account.bank}账户（尾号${account.number.tail}）` } : {}),
    papersBy: addWorkingDays(calendar, decision.on, days).date,
    ...(completion
      ? {
          completion: {
            on: completion.on,
            situation: completion.situation,
            recipient: completion.recipient,
            handlers: [...completion.handlers],
            papers: completion.papers.map(({ name }) => name.slice(0, 80)).slice(0, 30),
          },
        }
      : {}),
    ...(reported ? { reported: { meeting: reported.meetingNumber, on: reported.on } } : {}),
    handlers: [{ role: '经办人' }, { role: '经办人' }],
    recipient: completion ? { name: completion.recipient } : {},
    leader: { role: '负责人' },
  };
}

/** 乡镇审批临时救助备案表. Null where it was not a township that decided a 临时救助 (DL-06, LS-19). */
export function temporaryReliefFilingOf(
  sheet: CasePaper<unknown>,
): DataOf<'temporary-relief-filing'> | null {
  const { state } = sheet;
  const { scheme, channel, openedOn } = state.course;
  const { decision, reported } = state.confirmation;
  if (scheme !== 'temporary' || decision?.outcome !== 'grant' || decision.route !== 'township') {
    return null;
  }
  return {
    head: { ...paperHead(sheet), date: decision.on },
    household: paperHousehold(sheet),
    channel,
    acceptedOn: state.intake.accepted?.on ?? openedOn ?? decision.on,
    decidedOn: decision.on,
    number: decision.number,
    decidedBy: decision.organ,
    amount: decision.monthlyAmount,
    reasons: (decision.reasons || decision.plainReasons).slice(0, MOST_WORDS),
    ...(reported ? { meeting: reported.meetingNumber } : {}),
    handler: {},
    leader: {},
    county: {},
  };
}

/** 转介单: where money is not all that is needed. The phone is given by whoever may open it (LS-20). */
export function referralOf(
  sheet: CasePaper<{ readonly id?: string | undefined }>,
  phone: string,
): DataOf<'referral'> | null {
  const { state, townshipName, search } = sheet;
  const acceptedOn = state.intake.accepted?.on;
  const { referrals } = state.referral;
  const referral = search.id ? referrals.find(({ id }) => id === search.id) : referrals.at(-1);
  if (!acceptedOn || !referral) return null;
  const { to, needs, what, preparedOn, sent, answers } = referral;
  const answer = answers.at(-1);
  const { applicant, village, membersCount, scheme } = paperHousehold(sheet);
  return {
    head: { ...paperHead(sheet), date: preparedOn },
    ...{ to, needs: [...needs], what },
    family: sent ? { name: sent.signedBy, signedOn: sent.on } : {},
    ...(answer
      ? {
          answer: { outcome: answer.outcome, text: answer.text, from: answer.from, on: answer.on },
        }
      : {}),
    ...{ applicant, village, phone, membersCount, scheme },
    appliedOn: state.course.openedOn ?? acceptedOn,
    standing: standingOf(sheet),
    basis: (['LS-20', 'LS-01'] satisfies RuleId[]).map((rule) => {
      const { instrument, article } = findArticle(rule);
      return { source: `《${instrument}》${article}` };
    }),
    office: { place: `${townshipName}便民服务中心社会救助窗口`, phone: '12349' },
  };
}

function standingOf({ state }: CasePaper<unknown>): string {
  const { scheme } = state.course;
  const { decision } = state.confirmation;
  const words = latestAssessment(state.assessment)?.result.plainWords ?? '';
  if (!decision) return `${SCHEME[scheme]}申请正在办理。${words}`.slice(0, 600);
  if (decision.outcome === 'refuse') {
    return `${SCHEME[scheme]}申请经核查不予确认。${decision.plainReasons}`.slice(0, 600);
  }
  const given = GIVES[scheme] === 'recognition' ? '认定为' : '确认给予';
  return `已${given}${SCHEME[scheme]}。${words}`.slice(0, 600);
}
