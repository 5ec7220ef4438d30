import { dayOf } from '../../kernel/clock.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { queryRoute, requireArea, type Router } from '../../platform/http/route.ts';
import { casePaper } from '../case/case-paper.ts';
import { isRecused } from '../case/index.ts';
import { paperRoute, type Sheet } from '../issuance/paper-route.ts';
import { officesOf } from '../standards/office.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import { type NoticeLine, sentenceOf } from './notice-line.ts';
import { hashInForce, noticeTasks } from './notice-task.ts';
import {
  announcementPoster,
  announcementPosterOf,
  appraisalRecordOf,
  noticePoster,
  noticePosterOf,
  objectionRecordOf,
} from './paper-data.ts';
import { boardName, type PosterGiven, posterRowOf } from './poster-row.ts';
import type { NoticeKind, NoticeLevel } from './publicity.ts';
import { casesOnBoards, type PublicCase } from './store.ts';

export function registerPublicityLists(router: Router, standards: Standards): void {
  registerList(router, standards);
  registerPosters(router, standards);
  registerCasePapers(router, standards);
}

function registerList(router: Router, standards: Standards): void {
  queryRoute(
    router,
    contract.publicityList,
    access.PublicityList,
    async ({ tx, asker, search, context }) => {
      const area = search.township?.startsWith(asker.area) ? search.township : asker.area;
      const today = dayOf(context.clock.now());
      const found = (await casesOnBoards(tx, area)).filter(
        (each) => !isRecused(each.state, asker.person),
      );
      const notices = found.flatMap((each) => linesOf(each, standards, today));
      return { sentence: sentenceOf(notices), notices };
    },
  );
}

function linesOf(each: PublicCase, standards: Standards, today: LocalDate): NoticeLine[] {
  const { caseId, area, number, state } = each;
  const township = area.slice(0, 9);
  const procedure = standards.procedureOf(township, state.intake.accepted?.on ?? null);
  const given = { today, procedure, calendar: standards.calendarOf(township) };
  const village = standards.nameOf(area);
  const self = state.household.facts?.members.find((one) => one.relation === 'self')?.id;
  const people = state.household.declaration?.people ?? [];
  const applicant = people.find((one) => one.memberId === self)?.name ?? '';
  return noticeTasks(state, given).map((task) => ({
    ...task,
    caseId,
    number,
    applicant,
    village,
    place: boardName(task.level, standards.nameOf(township), village),
    placeCode: task.level === 'township' ? township : area,
  }));
}

/** One sheet for a board: what is to be hung there today, or what was hung there on a given day. */
function registerPosters(router: Router, standards: Standards): void {
  paperRoute(router, contract.posters, access.Posters, async ({ tx, asker, search, context }) => {
    const { kind, level, place, postedOn, size } = search;
    requireArea(context, asker, place);
    const today = dayOf(context.clock.now());
    const found = await casesOnBoards(tx, place);
    const hung = found.filter(
      ({ state }) =>
        !isRecused(state, asker.person) && belongs(state, { kind, level, postedOn, today }),
    );
    // A 公布 names the day of the decision, so one sheet takes the decisions of one day, the oldest first.
    const decidedOn = hung.map((each) => decisionDay(each)).toSorted()[0];
    const chosen = hung.filter((each) => decisionDay(each) === decidedOn);
    const townshipName = standards.nameOf(place.slice(0, 9));
    const from = postedOn ?? today;
    const rows = chosen.flatMap(({ state, area }) => {
      const row = posterRowOf(state, kind, standards.nameOf(area), from);
      return row ? [row] : [];
    });
    const [first] = chosen;
    if (!first || rows.length === 0) return null;
    const given: PosterGiven = {
      rows: rows.slice(0, 200),
      level,
      size,
      from,
      townshipName,
      villageName: standards.nameOf(place),
      organ: officesOf(townshipName, standards.nameOf(place.slice(0, 6))).township.name,
      demo: context.demo,
    };
    return sheetOf(kind, given, first, standards, place);
  });
}

function sheetOf(
  kind: NoticeKind,
  given: PosterGiven,
  first: PublicCase,
  standards: Standards,
  area: string,
): Sheet {
  const { from } = given;
  const township = first.area.slice(0, 9);
  const procedure = standards.procedureOf(township, first.state.intake.accepted?.on ?? null);
  const by = { today: from, procedure, calendar: standards.calendarOf(township) };
  const { decision } = first.state.confirmation;
  if (kind === 'before' || !decision) {
    return { paper: 'notice-poster', data: noticePoster(given, by), area };
  }
  const data = announcementPoster(given, decision.on, decision.startMonth);
  return { paper: 'announcement-poster', data, area };
}

function decisionDay({ state }: PublicCase): string {
  return state.confirmation.decision?.on ?? '';
}

function belongs(
  state: PublicCase['state'],
  wanted: {
    readonly kind: NoticeKind;
    readonly level: NoticeLevel;
    readonly postedOn: LocalDate | undefined;
    readonly today: LocalDate;
  },
): boolean {
  const { kind, level, postedOn, today } = wanted;
  const hash = hashInForce(state, kind);
  if (hash === null || (kind === 'before' && state.confirmation.decision)) return false;
  if (kind === 'after' && state.confirmation.decision?.outcome !== 'grant') return false;
  const here = state.publicity.notices.find(
    (each) => each.kind === kind && each.level === level && each.proposalHash === hash,
  );
  return here ? here.postedOn === (postedOn ?? today) && !here.takenDown : postedOn === undefined;
}

function registerCasePapers(router: Router, standards: Standards): void {
  casePaper(router, standards, {
    contract: contract.noticePosterPaper,
    access: access.NoticePosterPaper,
    paper: 'notice-poster',
    dataOf: noticePosterOf,
  });
  casePaper(router, standards, {
    contract: contract.announcementPosterPaper,
    access: access.AnnouncementPosterPaper,
    paper: 'announcement-poster',
    dataOf: announcementPosterOf,
  });
  casePaper(router, standards, {
    contract: contract.objectionRecordPaper,
    access: access.ObjectionRecordPaper,
    paper: 'objection-record',
    dataOf: objectionRecordOf,
  });
  casePaper(router, standards, {
    contract: contract.appraisalRecordPaper,
    access: access.AppraisalRecordPaper,
    paper: 'appraisal-record',
    dataOf: appraisalRecordOf,
  });
}
