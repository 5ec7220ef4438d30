import { randomUUID } from 'node:crypto';
import type { FileRef } from '../../src/kernel/evidence.ts';
import { addDays, type LocalDate } from '../../src/kernel/local-date.ts';
import { addWorkingDays } from '../../src/kernel/working-day.ts';
import { uploadPaper } from '../../src/cli/demo/verbs/evidence.ts';
import {
  checkBody,
  commit,
  correctionOf,
  type DrawDesks,
  drawVersion,
  recordVisit,
  reveal,
} from '../../src/cli/demo/verbs/inspection.ts';
import * as draw from '../../src/modules/draw/contract.ts';
import * as inspection from '../../src/modules/inspection/contract.ts';
import * as correction from '../../src/modules/inspection/correction-contract.ts';
import type { CountyYear } from './county-year.ts';
import { dispatchMonth } from './dispatch-course.ts';
import { dayInMonth } from './money-course.ts';
import { stopBenefit } from './stop-course.ts';
import { COUNTY } from './year-office.ts';
import { workingDayFrom } from './year-plan.ts';

const PARTIES = ['county-civil-affairs', 'county-discipline', 'city-civil-affairs'] as const;

/** Puts the county's supervision of a month on the agenda: draw, visits, corrections, closing. */
export function planSupervision(year: CountyYear, at: number): void {
  const { calendar, agenda, plan } = year;
  const month = dayInMonth(plan.from, at, '01').slice(0, 7);
  const first = workingDayFrom(calendar, dayInMonth(plan.from, at + 1, '01'));
  const day = (passed: number) => addWorkingDays(calendar, first, passed).date;
  agenda.add(day(0), '09:00', () => freeze(year, month));
  agenda.add(day(2), '10:00', () => drawSample(year, month));
  agenda.add(day(3), '09:30', () => visitAll(year));
  agenda.add(day(8), '09:30', () => answerCorrections(year));
  agenda.add(day(10), '09:30', () => recheckCorrections(year));
  agenda.add(day(11), '09:30', () => closeMonth(year, month));
}

function desksOf({ office }: CountyYear): DrawDesks {
  const desk = (role: Parameters<typeof office.desk>[0]) => office.desk(role, COUNTY);
  return {
    ...{ inspector: desk('inspector'), leader: desk('county-leader') },
    ...{ auditor: desk('auditor'), aid: desk('aid-officer') },
  };
}

function expectOk(what: string, { status, body }: { status: number; body: unknown }): void {
  if (status !== 200) throw new Error(`${what}: ${status} ${JSON.stringify(body)}`);
}

async function freeze(year: CountyYear, month: string): Promise<void> {
  const desks = desksOf(year);
  const drawId = `${COUNTY}-${month}`;
  await desks.inspector.must(inspection.findDoubts, {}, { month });
  await desks.inspector.must(draw.freezeFrame, { drawId }, { beacon: 'ssq' });
  const letter = await uploadPaper(desks.inspector, `市民政局承诺单 ${month}`);
  for (const party of PARTIES) {
    const own = party === 'city-civil-affairs' ? letter : null;
    expectOk('commit', await commit(desks, drawId, party, own));
  }
}

async function drawSample(year: CountyYear, month: string): Promise<void> {
  const desks = desksOf(year);
  const drawId = `${COUNTY}-${month}`;
  // The lottery of the month: it knows nothing of the county.
  const issue = String(Number(month.slice(5)) * 12).padStart(3, '0');
  const blue = String((year.plan.seed % 16) + 1).padStart(2, '0');
  const value = `ssq:${month.slice(0, 4)}${issue}:03,09,14,21,27,33+${blue}`;
  await desks.inspector.must(draw.typeBeacon, { drawId }, { value, from: '福彩中心网站' });
  await desks.aid.must(draw.typeBeacon, { drawId }, { value, from: '本地晚报' });
  for (const party of PARTIES) expectOk('reveal', await reveal(desks, drawId, party));
  const ifMatch = await drawVersion(desks.leader, drawId);
  await desks.leader.must(draw.drawSample, { drawId }, {}, { ifMatch });
  const early = await desks.leader.give(inspection.closeMonth, { monthId: drawId }, {});
  if (early.status !== 409) year.broken.push(`${month} was closed before anybody looked`);
  const { flags } = (await desks.inspector.ask(inspection.flagList, {})).body;
  for (const { caseId, checkId, clearedOn, isDecided } of flags) {
    if (clearedOn !== '' || checkId !== '' || !isDecided) continue;
    // A family that withdrew after the county had been there is not visited again.
    if (year.visitedBefore.has(caseId)) continue;
    await desks.inspector.must(inspection.orderCheck, { checkId: randomUUID() }, { caseId });
  }
}

/** The county's people go to everybody on the list, and to whoever is added while they are at it. */
async function visitAll(year: CountyYear): Promise<void> {
  const { office, today } = year;
  const { inspector } = desksOf(year);
  const files = {
    photo: await uploadPaper(inspector, `现场照片 ${today}`),
    sheet: await uploadPaper(inspector, `核查表 ${today}`),
  };
  const team = [office.person('inspector', COUNTY), office.person('aid-officer', COUNTY)];
  for (;;) {
    const { checks } = (await inspector.ask(inspection.checkList, {})).body;
    const open = checks.filter(({ doneOn }) => doneOn === '');
    if (open.length === 0) return;
    for (const each of open) {
      const one = year.cases.find(({ caseId }) => caseId === each.caseId);
      const way = one?.applied.way ?? null;
      const isDrawn = each.reasons.includes('draw');
      year.visits += 1;
      if (isDrawn) year.drawn += 1;
      const body = checkBody(today, team, files, way !== null);
      expectOk('check', await recordVisit(inspector, each.checkId, body));
      const by = each.reasons.some((reason) => reason !== 'draw') ? 'list' : 'draw';
      const isByLaw = each.reasons.includes('kin');
      const subject = one?.applied.key ?? each.caseId;
      if (way !== null || (by === 'list' && !isByLaw)) {
        year.ledger.point(subject, by, today, each.reasons.join('+'));
      }
      if (way !== null) await order(year, each.checkId, each.townshipCode);
    }
  }
}

async function order(year: CountyYear, checkId: string, township: string): Promise<void> {
  const { inspector } = desksOf(year);
  const dueOn: LocalDate = addDays(year.today, 20);
  await correctionOf(inspector, { checkId, township: township.slice(0, 9), dueOn });
  year.corrections += 1;
}

async function answerCorrections(year: CountyYear): Promise<void> {
  for (const township of year.plan.townships) {
    const officer = year.office.desk('case-officer', township);
    const { corrections } = (await officer.ask(correction.correctionList, {})).body;
    for (const { correctionId, standing, caseId } of corrections) {
      if (standing !== 'open') continue;
      const one = year.cases.find((each) => each.caseId === caseId);
      // A visit nobody made is made now; who should not receive does not any more.
      const isUndue = one?.standing === 'granted' && !one.applied.way?.startsWith('visit');
      if (one && isUndue) await stopBenefit(year, one);
      const evidence: readonly FileRef[] = [
        await uploadPaper(officer, `整改 ${correctionId.slice(0, 8)}`),
      ];
      const text = '已经重新核算，按规定变更';
      const ifMatch = (await officer.ask(correction.correctionView, { correctionId })).body.version;
      const params = { correctionId };
      await officer.must(correction.answerCorrection, params, { text, evidence }, { ifMatch });
    }
  }
}

async function recheckCorrections(year: CountyYear): Promise<void> {
  const { inspector } = desksOf(year);
  const { corrections } = (await inspector.ask(correction.correctionList, {})).body;
  for (const { correctionId, standing } of corrections) {
    if (standing !== 'answered') continue;
    const { version } = (await inspector.ask(correction.correctionView, { correctionId })).body;
    const body = { accepted: true, reason: '材料齐全，已经整改到位', dueOn: null };
    const params = { correctionId };
    await inspector.must(correction.recheckCorrection, params, body, { ifMatch: version });
  }
}

async function closeMonth(year: CountyYear, month: string): Promise<void> {
  const { inspector, leader } = desksOf(year);
  const monthId = `${COUNTY}-${month}`;
  const ifMatch = await drawVersion(leader, monthId);
  await leader.must(draw.publishDraw, { drawId: monthId }, {}, { ifMatch });
  const { flags } = (await inspector.ask(inspection.flagList, {})).body;
  for (const { flagId, clearedOn, isDecided, outcome, caseId } of flags) {
    if (clearedOn !== '') continue;
    const wasVisited = outcome !== '' || year.visitedBefore.has(caseId);
    if (!wasVisited || (!isDecided && !year.visitedBefore.has(caseId))) continue;
    await inspector.must(
      inspection.clearFlag,
      { flagId },
      { reason: '县级核查已经办结，情况属实' },
    );
  }
  await leader.must(inspection.closeMonth, { monthId }, {});
  await dispatchMonth(year, month);
  year.closedMonths += 1;
}
