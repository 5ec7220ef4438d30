import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { accountFrom } from '../../src/cli/demo/synthetic-identity.ts';
import { approveBudget, enterBudget } from '../../src/cli/demo/verbs/budget.ts';
import { uploadPaper } from '../../src/cli/demo/verbs/evidence.ts';
import * as verb from '../../src/cli/demo/verbs/funds.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import * as contract from '../../src/modules/funds/contract.ts';
import { claimMessages } from '../../src/modules/funds/message-store.ts';
import { proposeRecovery } from '../../src/modules/funds/recovery-contract.ts';
import { continueRoll } from '../../src/modules/funds/run-roll.ts';
import { SYSTEM, write } from '../../src/platform/database/database.ts';
import { bankAnswer } from '../journeys/paid-roll.ts';
import { enterFamilies } from '../journeys/fund-families.ts';
import { expectCount, type Met, oneWins, type Race } from './race.ts';
import { COUNTY, type RaceWorld } from './race-world.ts';

const DAY = localDate('2026-03-18');
const MONTH = '2026-03';
const entries = new Map<string, string>();
let built = '';

function desksOf({ county, cast }: RaceWorld): verb.FundDesks {
  return {
    ...{ planner: county('fund-planner'), reviewer: county('fund-reviewer') },
    ...{ finance: county('finance'), leader: cast.leader },
  };
}

/** A roll of three families, built once and used by the races that follow. */
const begunTwice = async (world: RaceWorld): Promise<Met> => {
  world.clock.set(DAY);
  const families = ['甲演禾', '乙演麦', '丙演谷'].map((name, index) => ({
    ...{ key: String(index + 1), serial: index + 1, name },
  }));
  const found = await enterFamilies(world.cast.aid, world.cast.leader, families);
  for (const [name, id] of found) entries.set(name, id);
  const { planner } = desksOf(world);
  const begin = () => {
    const body = { rollId: randomUUID(), scheme: 'tekun', month: MONTH };
    return planner.give(contract.beginRoll, {}, body);
  };
  return {
    day: DAY,
    rivals: () => [begin, begin, begin],
    faults: async (tx, replies) => [
      ...oneWins(replies),
      ...(await expectCount(tx, '花名册', sql`select 1 from roll_run where scheme = 'tekun'`, 1)),
    ],
  };
};

const builtTwice = async (world: RaceWorld): Promise<Met> => {
  const { context } = world.app;
  built = (await verb.builtRoll(desksOf(world).planner, 'dibao', MONTH)).rollId;
  await write(context.database, SYSTEM, async (tx) => {
    await sql`update roll_run set phase = 'building', reached = '', done = 0, busy_until = 0
      where roll_id = ${built}`.execute(tx);
    await sql`delete from roll_line where roll_id = ${built}`.execute(tx);
  });
  const go = () => continueRoll(context, { rollId: built, area: COUNTY });
  const lines = sql`select 1 from roll_line where roll_id = ${built} and held = ''`;
  return {
    day: DAY,
    rivals: () => [go, go, go],
    faults: (tx) => expectCount(tx, '花名册的行', lines, 3),
  };
};

const frozenOrCorrected = async (world: RaceWorld): Promise<Met> => {
  const { cast, app } = world;
  await continueRoll(app.context, { rollId: built, area: COUNTY });
  const account = accountFrom(80_000);
  const change = { bank: '演示农商银行', holder: '甲演禾', account };
  const changeId = await verb.askAccountChange(cast.clerk, entries.get('甲演禾') ?? '', change);
  const { planner } = desksOf(world);
  const { version: ifMatch } = await verb.seenRoll(planner, built);
  const late = sql`select 1 from event c join event f on f.recorded_at < c.recorded_at
    where c.stream = ${`account-change:${changeId}`} and c.type = 'AccountChangeApproved'
      and f.stream = ${`roll:${built}`} and f.type = 'RollFrozen'`;
  return {
    day: DAY,
    rivals: () => [
      () => planner.give(contract.freezeRoll, { rollId: built }, {}, { ifMatch }),
      () => {
        const body = { agrees: true, account, opinion: '与影像相符' };
        return cast.aid.give(contract.checkAccountChange, { changeId }, body, { ifMatch: 1 });
      },
    ],
    faults: (tx) => expectCount(tx, '冻结以后的更正', late, 0),
  };
};

const askedTwice = async ({ cast }: RaceWorld): Promise<Met> => {
  const proof = await uploadPaper(cast.clerk, '账户更正');
  const grantId = entries.get('乙演麦') ?? '';
  const ask = (serial: number) => () => {
    const changeId = randomUUID();
    const account = { bank: '演示农商银行', holder: '乙演麦', account: accountFrom(serial) };
    const body = { changeId, grantId, ...account, reason: '银行卡已注销，换了新卡', proof };
    return cast.clerk.give(contract.askAccountChange, {}, body);
  };
  const open = sql`select 1 from account_change where grant_id = ${grantId} and status = 'asked'`;
  return {
    day: DAY,
    rivals: () => [ask(81_001), ask(81_002), ask(81_003)],
    faults: async (tx, replies) => [
      ...oneWins(replies),
      ...(await expectCount(tx, '待核对的更正', open, 1)),
    ],
  };
};

const takenTwice = async (world: RaceWorld): Promise<Met> => {
  const { planner, reviewer } = desksOf(world);
  const item = { source: 'central', scheme: 'tekun', residence: 'rural' };
  const given = await enterBudget(planner, [{ ...item, amount: 100_000 }], { confirmed: true });
  await approveBudget(reviewer, given);
  const less = () =>
    enterBudget(planner, [{ ...item, amount: -80_000 }], { kind: 'adjustment', confirmed: true });
  const papers = [await less(), await less()];
  const left = sql`select 1 from fund_posting where account = 'reserve' and scheme = 'tekun'
    having sum(amount) = 20000`;
  return {
    day: DAY,
    rivals: () => papers.map((paper) => () => approveBudget(reviewer, paper)),
    faults: async (tx, replies) => [
      ...oneWins(replies),
      ...(await expectCount(tx, '调减以后的指标', left, 1)),
    ],
  };
};

const answeredTwice = async (world: RaceWorld): Promise<Met> => {
  const desks = desksOf(world);
  await verb.releasedRoll(desks, built);
  const good = await bankAnswer(desks, { rollId: built });
  const other = await bankAnswer(desks, { rollId: built, failing: '1' });
  const reply = (bytes: Buffer) => () =>
    verb.bankReply(desks.planner, { rollId: built, fileNo: 1 }, '回盘.csv', bytes);
  return {
    day: DAY,
    rivals: () => [reply(good.bytes), reply(good.bytes), reply(other.bytes)],
    faults: async (tx, replies) => [
      ...oneWins(replies),
      ...(await expectCount(tx, '回盘的行', sql`select 1 from line_outcome`, good.lines)),
    ],
  };
};

const recoveredTwice = async (world: RaceWorld): Promise<Met> => {
  const desks = desksOf(world);
  const { bytes } = await bankAnswer(desks, { rollId: built });
  await verb.bankReply(desks.planner, { rollId: built, fileNo: 1 }, '回盘.csv', bytes);
  const file = await uploadPaper(world.cast.aid, '追回依据');
  const propose = () => {
    const asked = {
      grantId: entries.get('甲演禾') ?? '',
      ground: 'overpaid',
      basis: '演民〔2026〕9号',
    };
    const body = {
      ...{ ...asked, recoveryId: randomUUID(), from: MONTH, to: MONTH, amount: fen(40_000) },
      ...{ parts: 1, firstDueOn: localDate('2026-04-10'), file },
    };
    return world.cast.aid.give(proposeRecovery, {}, body);
  };
  return {
    day: DAY,
    rivals: () => [propose, propose],
    faults: async (tx, replies) => [
      ...oneWins(replies),
      ...(await expectCount(tx, '追回', sql`select 1 from recovery`, 1)),
    ],
  };
};

const toldTwice = async ({ app }: RaceWorld): Promise<Met> => {
  const { database, clock } = app.context;
  const claim = async () => {
    const now = clock.now();
    await write(database, SYSTEM, (tx) => claimMessages(tx, { now, until: now + 1, limit: 2 }));
  };
  const twice = sql`select 1 from fund_notice where tries > 1`;
  return {
    day: DAY,
    rivals: () => [claim, claim, claim],
    faults: (tx) => expectCount(tx, '领走两次的短信', twice, 0),
  };
};

export const fundRaces: readonly Race[] = [
  { name: 'roll-begun-twice', title: '三人同编一月', meet: begunTwice },
  { name: 'roll-built-twice', title: '三个进程续编一份', meet: builtTwice },
  { name: 'freeze-account', title: '冻结与账户更正', meet: frozenOrCorrected },
  { name: 'account-asked-twice', title: '一户三次提出更正', meet: askedTwice },
  { name: 'budget-taken-twice', title: '两份文件调减同一笔', meet: takenTwice },
  { name: 'reply-twice', title: '同一回盘两次、矛盾一次', meet: answeredTwice },
  { name: 'recovery-twice', title: '同一笔两次追回', meet: recoveredTwice },
  { name: 'message-twice', title: '三个进程发同一批短信', meet: toldTwice },
];
