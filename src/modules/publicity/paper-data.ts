import { formatInstant } from '../../kernel/clock.ts';
import { daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import { cite } from '../../law/index.ts';
import type { DataOf } from '../../paper/index.ts';
import { ruleOf } from '../case/index.ts';
import { type CasePaper, paperHead, paperHousehold } from '../case/paper-head.ts';
import type { objectionChannels } from './contract.ts';
import { hashInForce } from './notice-task.ts';
import { type PosterGiven, posterFrame, posterRowOf } from './poster-row.ts';
import type { Notice, NoticeKind, NoticeLevel } from './publicity.ts';
import { endFrom, type PublicityGiven } from './publicity-stands.ts';

type PosterSearch = { readonly level: NoticeLevel; readonly size: 'a4' | 'a3' };

/** The 公示 of one case: as it hangs, or as it would hang from today. Null without an opinion. */
export function noticePosterOf(paper: CasePaper<PosterSearch>): DataOf<'notice-poster'> | null {
  const given = framed(paper, 'before');
  return given && noticePoster(given, paper.given);
}

/** A poster for any number of rows posted on one day, with the end of the legal calendar. */
export function noticePoster(given: PosterGiven, by: PublicityGiven): DataOf<'notice-poster'> {
  const { publicityDays, publicityDayUnit } = by.procedure;
  const days = publicityDays.value;
  const { date: until } = endFrom(given.from, by);
  return {
    ...posterFrame(given, '公示'),
    from: given.from,
    until,
    days: publicityDayUnit.value === 'calendar' ? days : daysBetween(given.from, until),
  };
}

/** The 公布 of one case. Null while it is not granted. */
export function announcementPosterOf(
  paper: CasePaper<PosterSearch>,
): DataOf<'announcement-poster'> | null {
  const { decision } = paper.state.confirmation;
  const given = framed(paper, 'after');
  if (!given || decision?.outcome !== 'grant') return null;
  return announcementPoster(given, decision.on, decision.startMonth);
}

export function announcementPoster(
  given: PosterGiven,
  decidedOn: LocalDate,
  startMonth: DataOf<'announcement-poster'>['startMonth'] | null,
): DataOf<'announcement-poster'> {
  return {
    ...posterFrame(given, '公布'),
    decidedOn,
    ...(startMonth ? { startMonth } : {}),
    from: given.from,
  };
}

function framed(paper: CasePaper<PosterSearch>, kind: NoticeKind): PosterGiven | null {
  const { state, search, given, organ, townshipName, villageName, demo } = paper;
  const from = hangingHere(paper, kind)?.postedOn ?? given.today;
  const row = posterRowOf(state, kind, villageName, from);
  const place = { organ, townshipName, villageName, demo, from };
  return row && { rows: [row], level: search.level, size: search.size, ...place };
}

function hangingHere(
  { state, search }: CasePaper<PosterSearch>,
  kind: NoticeKind,
): Notice | undefined {
  const hash = hashInForce(state, kind);
  return state.publicity.notices.find(
    (each) => each.kind === kind && each.level === search.level && each.proposalHash === hash,
  );
}

type Open = (context: string, sealed: Sealed) => string;

/** 公示异议登记表: what was said and done. Who objected stays sealed: the paper says only that it is named. */
export function objectionRecordOf(
  paper: CasePaper<{ objectionId: string }>,
  open: Open,
): DataOf<'objection-record'> | null {
  const { state, search, personName } = paper;
  const objection = state.publicity.objections.find((each) => each.id === search.objectionId);
  const notice = state.publicity.notices.find(
    (each) => each.kind === 'before' && each.proposalHash === objection?.proposalHash,
  );
  if (!objection || !notice) return null;
  const { handled } = objection;
  const { applicant, caseNumber, village, scheme } = paperHousehold(paper);
  return {
    head: paperHead(paper),
    noticeNumber: `救助公示〔${notice.postedOn.slice(0, 4)}〕`,
    noticeFrom: notice.postedOn,
    noticeUntil: notice.endsOn,
    caseNumber,
    applicant,
    village,
    scheme,
    receivedAt: formatInstant(objection.receivedAt),
    channel: objection.channel as keyof typeof objectionChannels,
    objector: objection.objector
      ? { kind: 'named', name: '（实名，依法保密，另行封存）' }
      : { kind: 'anonymous' },
    content: open(sealContext(objection.id, 'content'), objection.content),
    ...(handled
      ? {
          handling: {
            way: handled.how,
            from: objection.receivedOn,
            facts: handled.reply,
            result: handled.upheld ? ('upheld' as const) : ('not-upheld' as const),
            consequence: '原初审意见作废，重新形成初审意见。',
            closedOn: handled.on,
          },
          handler: { name: personName(handled.by), signedOn: handled.on },
        }
      : {}),
    receiver: { name: personName(objection.by), signedOn: objection.receivedOn },
  };
}

/** Names the place of a sealed text of an objection, so that it cannot be moved to another. */
export function sealContext(objectionId: string, field: 'content' | 'objector'): string {
  return `objection:${objectionId}:${field}`;
}

/** 民主评议记录 for the file; the signed paper itself is the scan kept with it. */
export function appraisalRecordOf(
  paper: CasePaper<{ appraisalId: string }>,
): DataOf<'appraisal-record'> | null {
  const held = paper.state.publicity.appraisals.find(
    (each) => each.id === paper.search.appraisalId,
  );
  if (!held) return null;
  const { agree, disagree, participants } = held;
  return {
    head: { ...paperHead(paper), date: held.on },
    household: paperHousehold(paper),
    cause: `公示期间收到异议，依照${cite(ruleOf(paper.state.course.scheme, 'DB-19c')).source}组织民主评议。`,
    from: `${held.on} ${held.from}`,
    place: held.place,
    chair: held.chair,
    recorder: held.recorder,
    participants: [...participants],
    policyExplained: true,
    casePresented: held.presented,
    opinions: [...held.opinions],
    vote: { agree, disagree, abstain: participants.length - agree - disagree },
    conclusion: held.conclusion,
    chairSigner: { name: held.chair, role: '主持人', signedOn: held.on },
    recorderSigner: { name: held.recorder, role: '记录人', signedOn: held.on },
  };
}
