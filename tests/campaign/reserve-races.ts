import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { assessAndOpine } from '../../src/cli/demo/verbs/assessment.ts';
import { confirm } from '../../src/cli/demo/verbs/confirmation.ts';
import { uploadPaper, uploadPhoto } from '../../src/cli/demo/verbs/evidence.ts';
import { builtRoll } from '../../src/cli/demo/verbs/funds.ts';
import { accept, declareFamily, openCase, versionOf } from '../../src/cli/demo/verbs/intake.ts';
import * as verb from '../../src/cli/demo/verbs/reserve.ts';
import { fen } from '../../src/kernel/fen.ts';
import { payReserve, useReserve } from '../../src/modules/reserve/contract.ts';
import { continueRoll } from '../../src/modules/funds/run-roll.ts';
import { SYSTEM, write } from '../../src/platform/database/database.ts';
import { burntFamily } from '../journeys/relief-family.ts';
import { expectCount, type Met, oneWins, type Race, type Rival } from './race.ts';
import { COUNTY, DAY, type RaceWorld, TOWNSHIP } from './race-world.ts';

const VILLAGE = `${TOWNSHIP}200`;
let number = 830;

/** Help given on the spot and decided by the township: what is left of it the reserve may pay. */
async function decidedHelp({ cast, clock }: RaceWorld): Promise<string> {
  number += 1;
  clock.set(DAY);
  const asked = { scheme: 'temporary', channel: 'help-first' } as const;
  const caseId = await openCase(cast.clerk, VILLAGE, asked);
  await declareFamily(cast.clerk, caseId, burntFamily(number, VILLAGE));
  await accept(cast.clerk, caseId);
  await assessAndOpine(cast.officer, caseId);
  await confirm(cast.chair, caseId);
  return caseId;
}

async function paid({ cast }: RaceWorld, caseId: string, amount: number): Promise<Rival> {
  const voucher = await uploadPhoto(cast.clerk, caseId, `凭证 ${amount} ${randomUUID()}`);
  const ifMatch = await versionOf(cast.clerk, caseId);
  const people = { handedOutBy: '演示经办甲', receivedBy: '演示申请人', witness: '演示见证人' };
  const body = { amount, on: DAY, voucher, ...people };
  return () => cast.clerk.give(useReserve, { caseId }, body, { ifMatch });
}

function desksOf({ cast, county }: RaceWorld): verb.ReserveDesks {
  return {
    ...{ officer: cast.officer, reviewer: county('fund-reviewer'), finance: county('finance') },
  };
}

/** The till holds enough for one of two payments. */
const lastMoney = async (world: RaceWorld): Promise<Met> => {
  const cases = [await decidedHelp(world), await decidedHelp(world)];
  await verb.filledTill(desksOf(world), TOWNSHIP, fen(30_000));
  const rivals = await Promise.all(cases.map((caseId) => paid(world, caseId, 20_000)));
  return {
    day: DAY,
    rivals: () => rivals,
    faults: async (tx, replies) => [
      ...oneWins(replies),
      ...(await expectCount(tx, '支付', sql`select 1 from reserve_use`, 1)),
    ],
  };
};

const filledTwice = async (world: RaceWorld): Promise<Met> => {
  const { officer, reviewer, finance } = desksOf(world);
  await verb.askReserve(officer, TOWNSHIP, fen(50_000));
  await verb.approveReserve(reviewer, TOWNSHIP);
  const receipt = await uploadPaper(finance, '拨款凭证');
  const { version: ifMatch, till } = await verb.seenTill(finance, TOWNSHIP);
  const pay = (reference: string) => () =>
    finance.give(payReserve, { township: TOWNSHIP }, { reference, receipt }, { ifMatch });
  const filled = sql`select 1 from reserve_till
    where township = ${TOWNSHIP} and balance = ${till.balance + 50_000}`;
  return {
    day: DAY,
    rivals: () => [pay('演拨 1'), pay('演拨 2'), pay('演拨 3')],
    faults: async (tx, replies) => [
      ...oneWins(replies),
      ...(await expectCount(tx, '拨付后的账', filled, 1)),
    ],
  };
};

/** What the bank is to pay is lined while the township hands more of it out. */
const handedOrLined = async (world: RaceWorld): Promise<Met> => {
  const { app, county } = world;
  const caseId = await decidedHelp(world);
  await verb.filledTill(desksOf(world), TOWNSHIP, fen(100_000));
  await (await paid(world, caseId, 100))();
  const planner = county('fund-planner');
  const { rollId, amount } = await builtRoll(planner, 'temporary', '2026-03');
  await write(app.context.database, SYSTEM, async (tx) => {
    await sql`update roll_run set phase = 'building', reached = '', done = 0, busy_until = 0
      where roll_id = ${rollId}`.execute(tx);
    await sql`delete from roll_line where roll_id = ${rollId}`.execute(tx);
  });
  const pay = await paid(world, caseId, 500);
  const whole = sql`select 1 where ${amount + 100} =
    (select coalesce(sum(amount), 0) from roll_line where grant_id = ${caseId})
    + (select sum(amount) from reserve_use where case_id = ${caseId})`;
  return {
    day: DAY,
    rivals: () => [pay, () => continueRoll(app.context, { rollId, area: COUNTY })],
    faults: (tx) => expectCount(tx, '银行和备用金合起来是决定的金额', whole, 1),
  };
};

export const reserveRaces: readonly Race[] = [
  { name: 'last-of-the-till', title: '备用金只够一笔', meet: lastMoney },
  { name: 'till-or-bank', title: '备用金支付与编入花名册', meet: handedOrLined },
  { name: 'till-filled-twice', title: '一份申请三次拨付', meet: filledTwice },
];
