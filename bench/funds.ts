import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { parse } from 'csv-parse/sync';
import type { Io } from '../src/cli/assess.ts';
import { accountFrom } from '../src/cli/demo/synthetic-identity.ts';
import { approvedRequest } from '../src/cli/demo/verbs/budget.ts';
import { bankReply, builtRoll, onRoll, seenRoll } from '../src/cli/demo/verbs/funds.ts';
import type { Sealed } from '../src/kernel/sealed.ts';
import { type BenchProgram, startProgram } from './program.ts';

const COUNTY = '511702';
const VILLAGE = '511702102200';
const FROM = '2024-06';

/**
 * A month of a large county from the register to closed books, step by step through HTTP; the floor is the same lines
 * written by one statement of plain SQL, without reckoning, holds, commitments or row security.
 */
export async function benchFunds(io: Io, { short }: { short: boolean }): Promise<void> {
  const count = short ? 600 : 60_000;
  const program = await startProgram();
  const owner = new pg.Client({ connectionString: program.ownerUrl });
  await owner.connect();
  try {
    await enter(program, owner, count);
    const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);
    await paidMonth(io, program, month, count);
    const floor = await timed(() => owner.query(FLOOR));
    io.out(`  floor: ${count} lines by one statement of plain SQL ${floor.ms.toFixed(0)} ms`);
  } finally {
    await owner.end();
    await program.close();
  }
}

const FLOOR = `create table bench_line as select * from roll_line`;

async function paidMonth(
  io: Io,
  { desk }: BenchProgram,
  month: string,
  count: number,
): Promise<void> {
  const planner = await desk('fund-planner', COUNTY);
  const reviewer = await desk('fund-reviewer', COUNTY);
  const finance = await desk('finance', COUNTY);
  const leader = await desk('county-leader', COUNTY);
  const tell = async (what: string, work: () => Promise<unknown>) => {
    const { ms } = await timed(work);
    io.out(`  ${what}: ${ms.toFixed(0)} ms, ${Math.round((count * 1000) / ms)} lines/s`);
  };
  io.out(`funds: a roll of ${count} lines`);
  let rollId = '';
  await tell('built', async () => {
    const view = await builtRoll(planner, 'dibao', month);
    if (view.lines !== count) throw new Error(`${view.lines} of ${count} lines`);
    ({ rollId } = view);
  });
  const act = async (by: typeof planner, name: Parameters<typeof onRoll>[2]) => {
    const { status, body } = await onRoll(by, rollId, name);
    if (status !== 200) throw new Error(`${name}: ${JSON.stringify(body)}`);
  };
  await tell('frozen', () => act(planner, 'freeze'));
  await tell('reviewed', () => act(reviewer, 'review'));
  await tell('sealed and booked', () => act(planner, 'seal'));
  await approvedRequest({ planner, reviewer, leader }, month);
  await tell('released', () => act(finance, 'release'));
  const { batch } = await seenRoll(planner, rollId);
  const { bytes } = await finance.fetch(`/api/rolls/${rollId}/files/1`);
  const rows = parse(bytes.toString('utf8'), { relax_column_count: true }) as string[][];
  const lines = rows
    .filter(([no]) => /^\d+$/.test(no ?? ''))
    .map(([no, , , account, amount]) => `${batch},${no},${account},${amount},成功,`);
  const reply = `批次号,序号,账号,金额,处理结果,失败原因\n${lines.join('\n')}\n`;
  await tell('answered and booked', async () => {
    const to = { rollId, fileNo: 1 };
    const { status, body } = await bankReply(planner, to, '回盘.csv', Buffer.from(reply));
    if (status !== 200) throw new Error(JSON.stringify(body));
  });
  await tell('reconciled and closed', () => act(planner, 'close'));
}

async function timed<T>(
  work: () => Promise<T>,
): Promise<{ readonly ms: number; readonly answer: T }> {
  const started = performance.now();
  const answer = await work();
  return { ms: performance.now() - started, answer };
}

/** Households in the register as an old ledger brings them, written straight: how they get there is not measured. */
async function enter({ sealer }: BenchProgram, owner: pg.Client, count: number): Promise<void> {
  const AT_ONCE = 5_000;
  for (let from = 0; from < count; from += AT_ONCE) {
    const rows = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, index) => {
      const id = randomUUID();
      const number = sealer.seal('account', `benefit:${id}:account`, accountFrom(from + index));
      return { id, state: stateOf(`演${from + index}`, number), head: `演${from + index}` };
    });
    await owner.query(ENTER, [JSON.stringify(rows)]);
  }
  await owner.query('analyze');
}

const ENTRY = { from: FROM, amount: 62_000, standing: 'active', decision: '演1号' };
const entries = [{ ...ENTRY, decidedOn: '2024-05-10' }];

function stateOf(name: string, number: Sealed) {
  const memberId = randomBytes(8).toString('hex');
  return {
    enrolment: {
      ...{
        head: memberId,
        people: [{ memberId, name, idNumber: null, phone: null, covered: true }],
      },
      ...{ origin: { kind: 'document' }, facts: null },
      account: { bank: '演示农商银行', holder: name, number },
    },
    ...{ entries, deaths: [], errors: [], remedies: [], confirmation: 'confirmed' },
  };
}

const ENTER = `
  with given as (select * from jsonb_to_recordset($1::jsonb) as g (id text, state jsonb, head text)),
  kept as (insert into record (stream, kind, area, version, state)
    select 'benefit:' || id, 'benefit', '${VILLAGE}', 1, state from given)
  insert into benefit_row (benefit_id, version, area, township, county, scheme, number, head, search, members,
    confirmation, kin, recused, entries, review_due, valid_until, known_on, until_on)
  select id, 1, '${VILLAGE}', '511702102', '${COUNTY}', 'dibao', id, head, head, 1, 'confirmed', false, '{}',
    state -> 'entries', '', '', '2024-06-01', '' from given`;
