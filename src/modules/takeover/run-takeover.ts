import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { dayOf } from '../../kernel/clock.ts';
import {
  type Principal,
  read,
  SYSTEM,
  write,
  type WriteTx,
} from '../../platform/database/database.ts';
import type { Context } from '../../platform/http/context.ts';
import { findStream } from '../../platform/record/record.ts';
import { registerExisting, takeBackExisting } from '../review/register-existing.ts';
import type { Standards } from '../standards/store.ts';
import { checkHouseholds } from './check-household.ts';
import * as found from './household-store.ts';
import { keptLedger, ledgerHouseholds } from './ledger-file.ts';
import type { Grouped, LedgerHousehold } from './ledger-household.ts';
import { listCodes } from './layout-store.ts';
import type { TakeoverState } from './takeover.ts';
import {
  endPhase,
  keepProgress,
  listLeft,
  takeoverKind,
  type TakeoverRun,
  takeRun,
} from './store.ts';

/** Households at a time: a second or two of work, so that a stop is heeded and little is done twice. */
const CHECKED_AT_ONCE = 100;
const ENTERED_AT_ONCE = 20;
/** How long work belongs to who does it; whoever is still alive renews it with each chunk. */
const BUSY_MS = 120_000;
const FAULTS = {
  checking: '检查中途出错，已经停止，没有登记任何一户。请重新检查；仍不行请告知系统管理员。',
  registering:
    '登记中途出错，已经停止。已登记的户仍然有效，请再按一次登记；仍不行请告知系统管理员。',
} as const;

export type TakeoverWork = { readonly context: Context; readonly standards: Standards };

/**
 * Goes on with the work on a ledger until its end, chunk by chunk. Each chunk is kept in one transaction with the
 * place reached: cut off at any moment, it goes on where it was and does nothing twice. Does nothing while somebody
 * else works on it.
 */
export async function continueTakeover(
  work: TakeoverWork,
  { takeoverId, area }: Pick<TakeoverRun, 'takeoverId' | 'area'>,
  isLeft: () => boolean = () => false,
): Promise<void> {
  const { database, clock, log } = work.context;
  const now = clock.now();
  const run = await write(database, { area, person: '' }, (tx) =>
    takeRun(tx, takeoverId, { now, until: now + BUSY_MS }),
  );
  if (!run) return;
  const county: Principal = { area, person: run.person };
  try {
    const opened = await openLedger(work, county, run);
    const isWhole =
      run.phase === 'checking'
        ? await check(work, county, { run, ...opened }, isLeft)
        : await enter(work, county, { run, ...opened }, isLeft);
    if (!isWhole) return;
    await write(database, county, (tx) =>
      endPhase(tx, takeoverId, { phase: 'checked', fault: '' }),
    );
  } catch (error) {
    if (isLeft()) return;
    log.error(error as Error, 'takeover failed');
    const isChecking = run.phase === 'checking';
    const fault = isChecking ? FAULTS.checking : FAULTS.registering;
    const phase = isChecking ? 'received' : 'checked';
    await write(database, county, (tx) => endPhase(tx, takeoverId, { phase, fault }));
  }
}

/** Goes on with every ledger that nobody works on: after a restart, or where the one who did has gone. */
export async function continueLeftTakeovers(work: TakeoverWork): Promise<void> {
  const { database, clock } = work.context;
  const left = await read(database, SYSTEM, (tx) => listLeft(tx, clock.now()));
  for (const run of left) await continueTakeover(work, run);
}

type Opened = { readonly state: TakeoverState; readonly households: readonly Grouped[] };
type Going = Opened & { readonly run: TakeoverRun };

async function openLedger(
  { context, standards }: TakeoverWork,
  county: Principal,
  run: TakeoverRun,
): Promise<Opened> {
  const { state, codes } = await read(context.database, county, async (tx) => {
    const loaded = await findStream(tx, takeoverKind, run.takeoverId);
    const system = loaded?.state.layout?.system ?? '';
    return { state: loaded?.state, codes: await listCodes(tx, { area: run.area, system }) };
  });
  if (!state?.layout) throw new Error(`no layout of the takeover ${run.takeoverId}`);
  const table = await keptLedger(context, run);
  const today = dayOf(context.clock.now());
  const where = { standards, county: run.area, codes, today };
  return { state, households: ledgerHouseholds(table, state.layout, where) };
}

/** Every household from where the run stands; false when the program ends or somebody else took over. */
async function check(
  { context, standards }: TakeoverWork,
  county: Principal,
  { run, state, households }: Going,
  isLeft: () => boolean,
): Promise<boolean> {
  const { database, clock, sealer } = context;
  const total = households.length;
  const { layout } = state;
  if (!layout) throw new Error(`no layout of the takeover ${run.takeoverId}`);
  const today = dayOf(clock.now());
  for (let { done } = run; done < total; ) {
    const chunk = households
      .slice(done, done + CHECKED_AT_ONCE)
      .map((grouped, index) => ({ place: done + index, grouped }));
    const checked = await read(database, county, (tx) =>
      checkHouseholds(tx, { standards, sealer, layout, today }, chunk),
    );
    if (isLeft()) return false;
    const next = done + chunk.length;
    const isKept = await write(database, county, async (tx) => {
      const progress = { done: next, total, until: clock.now() + BUSY_MS };
      if (!(await keepProgress(tx, { ...run, done }, progress))) return false;
      await found.insertHouseholds(tx, run, checked);
      return true;
    });
    if (!isKept) return false;
    done = next;
  }
  return true;
}

/** Enters what is good and not entered yet, chunk by chunk. */
async function enter(
  work: TakeoverWork,
  county: Principal,
  { run, state, households }: Going,
  isLeft: () => boolean,
): Promise<boolean> {
  const { database, clock } = work.context;
  const [scan] = state.orders.at(-1)?.scans ?? [];
  if (!scan) throw new Error(`no scan of the takeover ${run.takeoverId}`);
  for (let { done } = run; ; ) {
    if (isLeft()) return false;
    const from = { ...run, done };
    const count = await write(database, county, async (tx) => {
      const chunk = await found.listToEnter(tx, run.takeoverId, ENTERED_AT_ONCE);
      if (chunk.length === 0) return 0;
      const progress = {
        done: done + chunk.length,
        total: run.total,
        until: clock.now() + BUSY_MS,
      };
      if (!(await keepProgress(tx, from, progress))) return -1;
      for (const each of chunk) {
        const household = households[each.place]?.household ?? null;
        await enterOne(tx, work, run, each, household && existing(household, run, scan));
      }
      return chunk.length;
    });
    if (count === 0) return true;
    if (count < 0) return false;
    done += count;
  }
}

type Existing = Parameters<typeof registerExisting>[2];

function existing(
  household: LedgerHousehold,
  { takeoverId }: TakeoverRun,
  scan: Existing['scan'],
): Existing {
  const { key, rows, scheme, village, document, decidedOn, from, amount } = household;
  const { lastCheckedOn, validUntil, account, people } = household;
  return {
    benefitId: randomUUID(),
    ...{ scheme, village, document, decidedOn, from, amount, lastCheckedOn, validUntil, account },
    number: key,
    scan,
    ledger: { takeoverId, rows },
    people: people.map(({ name, idNumber, phone, covered }, index) => ({
      memberId: `m${index + 1}`,
      ...{ name, idNumber, phone, covered },
    })),
  };
}

const CHANGED = '检查以后代码表变了，这一户读出来与检查时不同。请重新上传后检查';

async function enterOne(
  tx: WriteTx,
  { context, standards }: TakeoverWork,
  { takeoverId, person, post, command, area }: TakeoverRun,
  { place, rows, earlierId }: found.FoundHousehold,
  household: Existing | null,
): Promise<void> {
  const { sealer, clock } = context;
  const asker = { person, name: '', post, role: 'aid-officer', area };
  const act = { actor: person, post, command, recordedAt: clock.now() };
  const call = { tx, act, asker, sealer };
  const fault = (message: string) =>
    found.faultHousehold(tx, takeoverId, place, { row: rows[0] ?? 0, column: '', message });
  if (!household) return fault(CHANGED);
  // The earlier entry goes only when the new one stands.
  await sql`savepoint entry`.execute(tx);
  const reason = '按更正后的台账重新登记';
  const kept = earlierId !== '' && (await takeBackExisting(standards, call, earlierId, reason));
  const no = kept || (await registerExisting(standards, call, household));
  if (!no) return found.enterHousehold(tx, takeoverId, place, household.benefitId);
  await sql`rollback to savepoint entry`.execute(tx);
  await fault(no === 'absent' ? '名册里没有找到原来的登记，请刷新后核对' : no.message);
}
