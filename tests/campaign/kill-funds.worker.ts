import { parse } from 'csv-parse/sync';
import { createSetClock, type Desk } from '../../src/cli/demo/desk.ts';
import { createOffice } from '../../src/cli/demo/office.ts';
import { idNumberFrom } from '../../src/cli/demo/synthetic-identity.ts';
import { approvedRequest, type RequestDesks } from '../../src/cli/demo/verbs/budget.ts';
import { bankReply, builtRoll, onRoll, seenRoll } from '../../src/cli/demo/verbs/funds.ts';
import { bringSnapshot, finishedMatching, restingLoad } from '../../src/cli/demo/verbs/matching.ts';
import {
  addDays,
  addMonths,
  type LocalDate,
  localDate,
  monthOf,
} from '../../src/kernel/local-date.ts';
import * as budget from '../../src/modules/funds/budget-contract.ts';
import * as contract from '../../src/modules/funds/contract.ts';
import { continueLeftRolls } from '../../src/modules/funds/run-roll.ts';
import * as matching from '../../src/modules/matching/contract.ts';
import { createSourceCatalogue } from '../../src/modules/matching/source-catalogue.ts';
import { continueLeftLoads } from '../../src/modules/matching/load-snapshot.ts';
import { continueLeftMatchings } from '../../src/modules/matching/run-matching.ts';
import { keysFrom } from '../../src/platform/crypto/keys.ts';
import { openDatabase } from '../../src/platform/database/database.ts';
import { createLogger } from '../../src/platform/log.ts';
import { createApp } from '../../src/server/app.ts';
import { SNAPSHOT } from './snapshot-size.ts';

// A county's money at work, month after month, from wherever it was cut off. Told by its parent where everything lies;
// says a line for each step and is killed in the middle of any.
const COUNTY = '511702';
const FIRST = localDate('2026-03-05');
const [databaseUrl = '', dataDirectory = '', starts = '0', months = '10'] = process.argv.slice(2);

const clock = createSetClock(FIRST);
const app = await createApp({
  database: openDatabase(databaseUrl, { poolSize: 4 }),
  ...{ clock, dataDirectory, demo: true },
  keys: keysFrom(Buffer.alloc(32, 7)),
  log: createLogger({ level: 'silent' }),
});
const office = createOffice(app, clock);
const desk = (role: Parameters<typeof office.desk>[0]): Desk => office.desk(role, COUNTY);
const planner = desk('fund-planner');
const desks: RequestDesks = {
  ...{ planner, reviewer: desk('fund-reviewer'), leader: desk('county-leader') },
};
const finance = desk('finance');
const say = (what: string) => process.stdout.write(`${what}\n`);

/** Each start finds a later minute: whoever held a lease when it was killed, after a minute of acts, has let go of it. */
function dayOfMonth(index: number): void {
  const minutes = 8 * 60 + Number(starts) * 4;
  if (minutes >= 24 * 60) throw new Error('more starts than a day has room for');
  const pad = (value: number) => String(value).padStart(2, '0');
  clock.set(addMonths(FIRST, index), `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`);
}

async function answered(rollId: string): Promise<void> {
  const { files, batch } = await seenRoll(planner, rollId);
  for (const { no, answered: done, lines } of files) {
    if (done === lines) continue;
    const { bytes } = await finance.fetch(`/api/rolls/${rollId}/files/${no}`);
    const rows = parse(bytes.toString('utf8'), { relax_column_count: true }) as string[][];
    const sent = rows.slice(1).filter(([place]) => /^\d+$/.test(place ?? ''));
    const half = Math.ceil(sent.length / 2);
    for (const part of [sent.slice(0, half), sent.slice(half)]) {
      if (part.length === 0) continue;
      const text = part.map(([place, , , account, amount]) =>
        // One family's account is closed for good: its line comes back.
        account?.endsWith('7') && place === '1'
          ? `${batch},${place},${account},${amount},失败,账户已销户`
          : `${batch},${place},${account},${amount},成功,`,
      );
      const body = `批次号,序号,账号,金额,处理结果,失败原因\n${text.join('\n')}\n`;
      const file = { rollId, fileNo: no, isPartial: true };
      const { status, body: said } = await bankReply(planner, file, '回盘.csv', Buffer.from(body));
      // What was booked before the kill is not booked again, and that is said.
      if (status !== 200 && said['code'] !== 'reply-twice') throw new Error(JSON.stringify(said));
    }
  }
}

async function asked(month: string): Promise<void> {
  const { body } = await planner.ask(budget.fundRequestList, {});
  if (body.waiting.some((each) => each.month === month)) await approvedRequest(desks, month);
  for (const { requestId, status, version } of body.requests) {
    const opinion = { opinion: '与花名册核对相符' };
    const params = { requestId };
    if (status === 'asked') {
      await desks.reviewer.give(budget.reviewFundRequest, params, opinion, { ifMatch: version });
      await desks.leader.give(budget.approveFundRequest, params, opinion, { ifMatch: version + 1 });
    }
    if (status === 'reviewed') {
      await desks.leader.give(budget.approveFundRequest, params, opinion, { ifMatch: version });
    }
  }
}

/** The dead of the month are taken in, some rows broken, and the register compared with them: nobody of it is among them. */
async function matched(on: LocalDate): Promise<void> {
  const verifier = desk('verifier');
  const rows = Array.from({ length: SNAPSHOT.good }, (_, at) => {
    const born = addDays(localDate('1930-01-01'), Math.floor(at / 400));
    return `${idNumberFrom((at % 400) * 1461, born, 'male')},${on}`;
  });
  const broken = Array.from({ length: SNAPSHOT.bad }, (_, at) => `没有号码${at},${on}`);
  const text = ['身份证号,死亡日期', ...rows, ...broken].map((row) => `${row}\r\n`).join('');
  say(`${monthOf(on)} importing`);
  const file = { source: 'funeral', asOf: on };
  const { status, body } = await bringSnapshot(verifier, file, Buffer.from(text));
  if (status === 200) await restingLoad(verifier, (body as { loadId: string }).loadId);
  say(`${monthOf(on)} matching`);
  await finishedMatching(verifier, monthOf(on));
}

/** The next step of whatever roll is under way, or the roll of the month; true when the month is closed. */
async function step(on: LocalDate): Promise<boolean> {
  const month = monthOf(on);
  const { body } = await planner.ask(contract.fundBoard, {});
  const own = body.rolls.filter((roll) => roll.month === month);
  if (own.some(({ phase }) => phase === 'closed')) return true;
  const open = own.find(({ phase }) => phase !== 'cancelled' && phase !== 'sent-back');
  if (!open) {
    const { body: known } = await desk('verifier').ask(matching.matchingList, {});
    const isMatched = known.runs.some((run) => run.month === month && run.phase === 'done');
    if (!isMatched) await matched(on);
    say(`matched ${month}`);
    await builtRoll(planner, 'dibao', month);
    return false;
  }
  const { rollId, phase } = open;
  say(`${month} ${phase}`);
  if (phase === 'building') await continueLeftRolls(app.context);
  if (phase === 'built') await onRoll(planner, rollId, 'freeze');
  if (phase === 'frozen') await onRoll(desks.reviewer, rollId, 'review');
  if (phase === 'reviewed') await onRoll(planner, rollId, 'seal');
  if (phase === 'sealed') {
    await asked(month);
    await onRoll(finance, rollId, 'release');
  }
  if (phase === 'released') {
    await answered(rollId);
    await onRoll(planner, rollId, 'close');
  }
  return false;
}

say('ready');
for (let index = 0; index < Number(months); index += 1) {
  dayOfMonth(index);
  const catalogue = createSourceCatalogue();
  await continueLeftLoads({ ...app, catalogue });
  await continueLeftMatchings({ ...app, catalogue });
  for (let steps = 0; !(await step(addMonths(FIRST, index))); steps += 1) {
    if (steps > 60) throw new Error(`month ${index} does not come to an end`);
  }
}
say('done');
process.exit(0);
