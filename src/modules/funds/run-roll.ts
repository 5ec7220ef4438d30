import { dayOf, type Instant } from '../../kernel/clock.ts';
import type { LocalDate, Month } from '../../kernel/local-date.ts';
import {
  type Principal,
  read,
  type ReadTx,
  SYSTEM,
  write,
  type WriteTx,
} from '../../platform/database/database.ts';
import type { Context } from '../../platform/http/context.ts';
import { duesOf } from './due.ts';
import { type Claimant, countClaimants, listBenefits, listCases } from './grant-store.ts';
import { holdOf } from './hold.ts';
import { commit } from './commitment-store.ts';
import { lockFunds } from './ledger-store.ts';
import { holdAcross, insertLines, linedOf, type NewLine } from './line-store.ts';
import { renewStatistics } from './renew-statistics.ts';
import { lockRelief } from './till-store.ts';
import { reissues, returnedSince } from './returned-store.ts';
import {
  endBuilding,
  faultBuilding,
  firstMonth,
  keepBuilding,
  listLeftBuildings,
  type RollRun,
  takeBuilding,
} from './store.ts';

/** Recipients at a time: about a second of work, so that a stop is heeded and little is done twice. */
const AT_ONCE = 400;
/** How long building belongs to who does it; whoever is still alive renews it with each chunk. */
const BUSY_MS = 120_000;
const FAULT =
  '编制中途出错，已经停止，没有冻结任何内容。请作废后重新编制；仍不行请告知系统管理员。';

type RollKey = Pick<RollRun, 'rollId' | 'area'>;

/**
 * Builds a roll until its end, chunk by chunk, each kept in one transaction with the recipient reached: cut off at any
 * moment, it goes on where it was, and nobody is lined twice. Does nothing while somebody else builds it.
 */
export async function continueRoll(
  context: Context,
  { rollId, area }: RollKey,
  isLeft: () => boolean = () => false,
): Promise<void> {
  const { database, clock, log } = context;
  const county: Principal = { area, person: '' };
  const now = clock.now();
  const run = await write(database, county, (tx) =>
    takeBuilding(tx, rollId, { now, until: now + BUSY_MS }),
  );
  if (!run) return;
  try {
    if (await build(context, county, run, isLeft)) await finish(context, county, run);
  } catch (error) {
    if (isLeft()) return;
    log.error(error as Error, 'roll failed');
    await write(database, county, (tx) => faultBuilding(tx, rollId, FAULT));
  }
}

/** Goes on with every roll nobody builds: after a restart, or where the one who did has gone. */
export async function continueLeftRolls(context: Context): Promise<void> {
  const { database, clock } = context;
  const left = await read(database, SYSTEM, (tx) => listLeftBuildings(tx, clock.now()));
  for (const each of left) await continueRoll(context, each);
}

type Basis = { readonly run: RollRun; readonly first: Month; readonly today: LocalDate };

/** Every recipient from where it stands; false when the program ends or somebody else took over. */
async function build(
  { database, clock }: Context,
  county: Principal,
  run: RollRun,
  isLeft: () => boolean,
): Promise<boolean> {
  const today = dayOf(clock.now());
  const { first, total } = await read(database, county, async (tx) => {
    const begins = await firstMonth(tx, run.area, run.scheme);
    const since = `${begins}-01` as LocalDate;
    return { first: begins, total: await countClaimants(tx, { ...run, since }) };
  });
  let at = { reached: run.reached, done: run.done };
  for (;;) {
    if (isLeft()) return false;
    const count = await write(database, county, async (tx) => {
      if (run.scheme === 'temporary') await lockRelief(tx, run.area);
      const claimants = await listClaimants(tx, { run, first, today }, at.reached);
      const last = claimants.at(-1)?.payee.grantId;
      if (last === undefined) return 0;
      const to = { reached: last, done: at.done + claimants.length, total };
      const until = clock.now() + BUSY_MS;
      if (!(await keepBuilding(tx, { ...run, reached: at.reached }, { ...to, until }))) return -1;
      const lined = await linedOf(
        tx,
        claimants.map(({ payee }) => payee.grantId),
      );
      const basis = { run, first, today };
      await commitTo(tx, basis, claimants, lined, clock.now());
      await insertLines(tx, run.rollId, await linesOf(tx, basis, claimants, lined));
      at = to;
      return claimants.length;
    });
    if (count === 0) return true;
    if (count < 0) return false;
  }
}

function listClaimants(
  tx: ReadTx,
  { run, first, today }: Basis,
  after: string,
): Promise<readonly Claimant[]> {
  const { area, scheme } = run;
  const page = { after, limit: AT_ONCE };
  const since = `${first}-01` as LocalDate;
  return scheme === 'temporary'
    ? listCases(tx, { area, since, today }, page)
    : listBenefits(tx, { area, scheme, today }, page);
}

/** What each is promised until the end of the year of the roll, whoever it was decided for and when. */
async function commitTo(
  tx: WriteTx,
  { run, first }: Basis,
  claimants: readonly Claimant[],
  lined: Awaited<ReturnType<typeof linedOf>>,
  at: Instant,
): Promise<void> {
  await lockFunds(tx, run.area);
  const { area, scheme } = run;
  const cause = `${run.rollId}:${claimants.at(-1)?.payee.grantId ?? ''}`;
  const year = Number(run.month.slice(0, 4));
  await commit(
    tx,
    { area, scheme, year, first, cause, at },
    claimants.map(({ payee: { grantId, residence }, grant }) => ({
      ...{ grantId, residence, grant, lined: lined.get(grantId) ?? [] },
    })),
  );
}

async function linesOf(
  tx: ReadTx,
  { run, first, today }: Basis,
  claimants: readonly Claimant[],
  lined: Awaited<ReturnType<typeof linedOf>>,
): Promise<readonly NewLine[]> {
  const ids = claimants.map(({ payee }) => payee.grantId);
  const returned = await returnedSince(tx, ids, today);
  return claimants.flatMap(({ payee, grant, ...known }) => {
    const dues = duesOf(grant, lined.get(payee.grantId) ?? [], { month: run.month, first });
    const held = returned.has(payee.grantId)
      ? 'returned-before'
      : holdOf({ ...known, account: payee.account });
    return dues.map((due): NewLine => ({ ...due, payee, held, reissueOf: null }));
  });
}

/** What only shows at the end, and the roll is whole. */
async function finish({ database, clock }: Context, county: Principal, run: RollRun) {
  const today = dayOf(clock.now());
  await write(database, county, async (tx) => {
    await insertLines(tx, run.rollId, await reissues(tx, { ...run, today }));
    await renewStatistics(tx, run.total);
    await holdAcross(tx, run.rollId);
    await endBuilding(tx, run.rollId);
  });
}
