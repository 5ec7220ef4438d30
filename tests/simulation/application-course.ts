import sharp from 'sharp';
import type { FileRef } from '../../src/kernel/evidence.ts';
import { fen } from '../../src/kernel/fen.ts';
import { addDays, type LocalDate, localDate } from '../../src/kernel/local-date.ts';
import { addWorkingDays } from '../../src/kernel/working-day.ts';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { assessAndOpine, seen } from '../../src/cli/demo/verbs/assessment.ts';
import { demoPhoto } from '../../src/cli/demo/verbs/evidence.ts';
import {
  acceptedCase,
  declareRelatives,
  signAll,
  versionOf,
} from '../../src/cli/demo/verbs/intake.ts';
import {
  askNeighbour,
  concludeInvestigation,
  countyVisit,
  homeVisit,
} from '../../src/cli/demo/verbs/investigation.ts';
import { lastDayOfPublicity, postBoth, takeDownBoth } from '../../src/cli/demo/verbs/publicity.ts';
import {
  explainAll,
  type Held,
  issueReport,
  requestVerification,
  viewVerification,
} from '../../src/cli/demo/verbs/verification.ts';
import { withdrawApplication } from '../../src/modules/case/contract.ts';
import { recordHomeVisit } from '../../src/modules/investigation/contract.ts';
import { answerSource } from '../../src/modules/verification/contract.ts';
import type { CaseInYear, CountyYear } from './county-year.ts';
import { keepsInvariants } from './kept-invariants.ts';
import { callMeetingOf } from './meeting-course.ts';
import { COUNTY } from './year-office.ts';
import type { Applied } from './year-plan.ts';

export const RELATIVE = '庚演亲';

/** Puts an application on the agenda, from the window to the meeting of its township. */
export function planApplicationCourse(year: CountyYear, applied: Applied): void {
  const { office, agenda, calendar } = year;
  const one: CaseInYear = {
    ...{ applied, caseId: '', standing: 'open', decidedAt: 0 },
    cast: office.cast(applied.township),
    family: simpleFamily({
      ...{ number: applied.number, members: 2, monthlyIncome: fen(applied.income) },
      village: office.villageOf(applied.township, applied.number),
    }),
  };
  year.cases.push(one);
  const day = (passed: number) => addWorkingDays(calendar, applied.acceptedOn, passed).date;
  const step = (on: LocalDate, time: string, work: () => Promise<void>) =>
    agenda.add(on, time, async () => {
      if (one.standing !== 'open') return;
      await work();
      await keepsInvariants(year, one);
    });
  step(day(0), '09:10', () => accept(year, one));
  if (applied.isLate) return;
  step(day(1), '10:00', () => verify(year, one));
  step(day(2), '14:30', () => visit(year, one));
  step(day(5), '09:30', () => lookFromCounty(year, one));
  step(day(3), '15:00', async () => {
    await assessAndOpine(one.cast.officer, one.caseId);
    await postBoth(one.cast.poster, one.caseId);
    const last = localDate(await lastDayOfPublicity(one.cast.officer, one.caseId));
    const down = addWorkingDays(calendar, last, 1).date;
    step(down, '09:20', async () => {
      await takeDownBoth(one.cast.poster, one.caseId);
      year.waiting.push(one);
      callMeetingOf(year, applied.township, addDays(down, 1));
    });
  });
}

async function accept({ ledger, today }: CountyYear, one: CaseInYear): Promise<void> {
  const { applied, cast, family } = one;
  one.caseId = await acceptedCase(cast.clerk, family);
  if (applied.way && !applied.way.startsWith('visit')) {
    ledger.plant(applied.key, applied.way, today);
  }
  if (applied.isLate) return;
  await signAll(cast.clerk, one.caseId, family, today);
  const relative = { name: RELATIVE, relation: 'sibling', position: '村委会委员' };
  await declareRelatives(cast.clerk, one.caseId, applied.isDeclaredKin ? [relative] : []);
}

/** What the sources know of a family, whatever it says itself. */
function heldOf({ applied: { way } }: CaseInYear): readonly Held[] {
  const m1 = { memberId: 'm1' };
  if (way === 'ghost moved-out') {
    return [{ ...m1, source: 'household-register', item: 'moved-out', text: '外省' }];
  }
  if (way !== 'kin explained-away') return [];
  return [
    { ...m1, source: 'tax', item: 'taxed-income', amount: fen(4_800_000) },
    { ...m1, source: 'deposit', item: 'deposit', amount: fen(12_000_000) },
    { ...m1, source: 'vehicle', item: 'vehicle', text: '小型汽车' },
  ];
}

async function verify(year: CountyYear, one: CaseInYear): Promise<void> {
  const { cast, caseId, applied } = one;
  await requestVerification(cast.officer, caseId);
  const view = await viewVerification(cast.verifier, caseId);
  const { request } = view;
  let { version } = view;
  const held = heldOf(one);
  for (const source of request?.sources ?? []) {
    const answers = (request?.members ?? []).map((memberId) => {
      const found = held.find((each) => each.source === source && each.memberId === memberId);
      const { item = 'nothing', amount = null, text = '' } = found ?? {};
      return { memberId, item, amount, text, asOf: null };
    });
    const body = { requestId: request?.id ?? '', source, answers };
    const reply = await cast.verifier.must(answerSource, { caseId }, body, { ifMatch: version });
    version = (reply.body as { version: number }).version;
  }
  await issueReport(cast.verifier, caseId);
  const { findings } = await viewVerification(cast.officer, caseId);
  if (applied.way === 'kin explained-away') {
    await explainAll(cast.officer, caseId, '都是误会，以申报为准。');
    return;
  }
  if (findings.length > 0) {
    year.ledger.point(applied.key, 'verification', year.today, '核对差异');
    if (applied.way) return withdraw(one, '核对发现与申报不符，申请人不再申请');
    await explainAll(cast.officer, caseId);
  }
}

async function withdraw(one: CaseInYear, reason: string): Promise<void> {
  const { cast, caseId } = one;
  const ifMatch = await versionOf(cast.clerk, caseId);
  await cast.clerk.must(withdrawApplication, { caseId }, { reason }, { ifMatch });
  one.standing = 'withdrawn';
}

/** A picture with a day of its own, as a camera writes it. */
async function dated(picture: Buffer, day: LocalDate): Promise<Buffer> {
  const taken = `${day.replaceAll('-', ':')} 10:00:00`;
  return sharp(picture)
    .withExif({ IFD2: { DateTimeOriginal: taken } })
    .jpeg()
    .toBuffer();
}

async function visit(year: CountyYear, one: CaseInYear): Promise<void> {
  const { cast, caseId, applied } = one;
  const { way } = applied;
  const on = year.today;
  const investigator = cast.investigator;
  const send = async (picture: Buffer) => {
    const sent = await investigator.upload(`/api/cases/${caseId}/files`, '入户.jpg', picture);
    const { hash, name, mime } = sent.body as unknown as FileRef;
    const body = {
      ...(await homeVisit(investigator, caseId, { on })),
      photos: [{ hash, name, mime }],
    };
    const ifMatch = await versionOf(investigator, caseId);
    return investigator.give(recordHomeVisit, { caseId }, body, { ifMatch });
  };
  const must = async (picture: Buffer) => {
    const reply = await send(picture);
    if (reply.status !== 200)
      throw new Error(`visit ${applied.key}: ${JSON.stringify(reply.body)}`);
  };
  const own = await demoPhoto(`入户 ${applied.key}`);
  const isStolen = way === 'visit same-picture' && year.lastPicture !== null;
  if (way?.startsWith('visit') && (way !== 'visit same-picture' || isStolen)) {
    year.ledger.plant(applied.key, way, on);
  }
  if (isStolen && year.lastPicture) {
    const { status, body } = await send(year.lastPicture);
    if (status === 409) year.ledger.point(applied.key, 'rule', on, String(body['code']));
    else year.broken.push(`${applied.key}: a picture was used twice`);
  }
  const isOld = way === 'visit old-picture' || applied.isClockWrong;
  await must(isOld ? await dated(own, addDays(on, -40)) : own);
  if (way === null && !applied.isClockWrong) year.lastPicture = own;
  await askNeighbour(investigator, caseId, { on });
  await concludeInvestigation(investigator, caseId);
}

/** The county looks before the township confirms where a relative is registered (D-07); it sees what is there. */
async function lookFromCounty(year: CountyYear, one: CaseInYear): Promise<void> {
  const { cast, caseId, applied } = one;
  const { state } = await seen(cast.officer, caseId);
  if (!state.disclosure.registered) return;
  year.visits += 1;
  year.visitedBefore.add(caseId);
  const isWrong = applied.way !== null;
  await countyVisit(cast.inspector, caseId, {
    on: year.today,
    visitors: [year.office.person('inspector', COUNTY), year.office.person('aid-officer', COUNTY)],
    ...(isWrong
      ? { agrees: false, because: '长子在镇上开店，收入没有申报，是村干部的近亲属' }
      : {}),
  });
  if (!isWrong) return;
  year.ledger.point(applied.key, 'list', year.today, '近亲属备案，县级核查');
  await withdraw(one, '县级核查与申报不符，申请人不再申请');
}
