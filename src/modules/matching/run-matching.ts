import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { sm3 } from '../../platform/crypto/sm3.ts';
import { type Principal, read, SYSTEM, write } from '../../platform/database/database.ts';
import type { Context } from '../../platform/http/context.ts';
import type { Standards } from '../standards/store.ts';
import { type ElementCode, elements } from './element.ts';
import { keepFindings, type NewFinding } from './finding-store.ts';
import * as register from './household-store.ts';
import { type Hit, judgeHousehold } from './judge-household.ts';
import { rowContext } from './seal-rows.ts';
import { matchedHouseholds } from './matched-household.ts';
import type { DetectionRule } from './rule.ts';
import { findLoad, listLoads, type SnapshotLoad } from './snapshot-store.ts';
import type { SourceCatalogue } from './source-catalogue.ts';
import { endRun, keepProgress, listLeftRuns, type MatchingRun, takeRun } from './store.ts';

/** Households judged at a time: a second of work, so that a stop is heeded and little is done twice. */
const CHUNK = 500;
const BUSY_MS = 120_000;
const FAULT = '比对中途出错，已经停止。已发现的疑点仍然有效，请重新发起；仍不行请告知系统管理员。';

export type MatchingWork = {
  readonly context: Context;
  readonly standards: Standards;
  readonly catalogue: SourceCatalogue;
};

/**
 * Goes on with a comparison until its end: first each load as a whole is joined with the register, then household
 * after household is judged. Every step is kept in one transaction with the place reached; done again on the same
 * data it finds the same.
 */
export async function continueMatching(
  work: MatchingWork,
  { runId, area }: Pick<MatchingRun, 'runId' | 'area'>,
  isLeft: () => boolean = () => false,
): Promise<void> {
  const { database, clock, log } = work.context;
  const now = clock.now();
  const run = await write(database, { area, person: '' }, (tx) =>
    takeRun(tx, runId, { now, until: now + BUSY_MS }),
  );
  if (!run) return;
  const county: Principal = { area, person: '' };
  try {
    const gathered = await gather(work, county, run, isLeft);
    if (!gathered || !(await judge(work, county, gathered, isLeft))) return;
    await write(database, county, (tx) => endRun(tx, runId, { phase: 'done', fault: '' }));
  } catch (error) {
    if (isLeft()) return;
    log.error(error as Error, 'matching failed');
    await write(database, county, (tx) => endRun(tx, runId, { phase: 'failed', fault: FAULT }));
  }
}

/** Joins load after load with the register; answers the run as it stands, or null when it goes on elsewhere. */
async function gather(
  { context: { database, clock } }: MatchingWork,
  county: Principal,
  taken: MatchingRun,
  isLeft: () => boolean,
): Promise<MatchingRun | null> {
  let run = taken;
  while (run.phase === 'gathering') {
    if (isLeft()) return null;
    const from = run;
    const loadId = from.loads[from.done];
    const next = await write(database, county, async (tx) => {
      const isLast = loadId === undefined;
      const total = isLast ? await register.countHouseholds(tx, from.area) : from.total;
      const done = isLast ? 0 : from.done + 1;
      const phase = isLast ? ('judging' as const) : from.phase;
      const to = { ...from, phase, total, done };
      if (!(await keepProgress(tx, from, { ...to, until: clock.now() + BUSY_MS }))) return null;
      const load = loadId === undefined ? undefined : await findLoad(tx, loadId);
      if (load) {
        const { needs } = elements[load.element as ElementCode];
        const hasAccounts = needs.includes('account' as never);
        await register.gatherHits(tx, from, { loadId: load.loadId, hasAccounts });
      }
      return to;
    });
    if (!next) return null;
    run = next;
  }
  return run;
}

type Known = {
  readonly rules: readonly DetectionRule[];
  readonly loads: ReadonlyMap<string, SnapshotLoad>;
  readonly titles: ReadonlyMap<string, string>;
  readonly shared: ReadonlyMap<string, readonly string[]>;
};

async function judge(
  work: MatchingWork,
  county: Principal,
  taken: MatchingRun,
  isLeft: () => boolean,
): Promise<boolean> {
  const { database, clock } = work.context;
  const known = await knownOf(work, county, taken);
  let run = taken;
  for (;;) {
    const from = run;
    const chunk = await read(database, county, async (tx) => {
      const households = await register.listHouseholds(tx, from.area, {
        after: from.place,
        limit: CHUNK,
      });
      const ids = households.map(({ benefitId }) => benefitId);
      const indexes = households.flatMap(({ people }) =>
        people.flatMap(({ idNumber }) => idNumber?.index ?? []),
      );
      return {
        households,
        hits: await register.listHits(tx, from.runId, ids),
        running: await register.listRunning(tx, [...new Set(indexes)]),
      };
    });
    const last = chunk.households.at(-1);
    if (!last) return true;
    const found = findingsOf(work, from, known, chunk);
    if (isLeft()) return false;
    const counts = { ...from.counts };
    for (const { rule } of found) counts[rule] = (counts[rule] ?? 0) + 1;
    const done = from.done + chunk.households.length;
    const to: MatchingRun = { ...from, place: last.benefitId, done, counts };
    const isKept = await write(database, county, async (tx) => {
      const until = clock.now() + BUSY_MS;
      if (!(await keepProgress(tx, from, { ...to, until }))) return false;
      await keepFindings(tx, from.runId, found);
      return true;
    });
    if (!isKept) return false;
    run = to;
  }
}

async function knownOf(
  { context, catalogue }: MatchingWork,
  county: Principal,
  { area, month, day, loads }: MatchingRun,
): Promise<Known> {
  const sources = catalogue.sourcesOf(area, day);
  const { all, shared } = await read(context.database, county, async (tx) => ({
    all: await listLoads(tx, area),
    shared: await register.sharedAccounts(tx, area, month),
  }));
  return {
    rules: catalogue.rulesOf(area, day),
    loads: new Map(
      all.filter(({ loadId }) => loads.includes(loadId)).map((each) => [each.loadId, each]),
    ),
    titles: new Map(sources.map(({ source, title }) => [source, title])),
    shared,
  };
}

type Chunk = {
  readonly households: readonly register.RegisterHousehold[];
  readonly hits: readonly register.HitRow[];
  readonly running: readonly register.ElsewhereRow[];
};

function findingsOf(
  { context, standards }: MatchingWork,
  run: MatchingRun,
  { rules, loads, titles, shared }: Known,
  { households, hits, running }: Chunk,
): readonly NewFinding[] {
  const { sealer } = context;
  const byHousehold = Map.groupBy(hits, ({ benefitId }) => benefitId);
  const matched = matchedHouseholds(households, { run, standards, sealer, shared, running });
  return matched.flatMap((household, index) => {
    const own = households[index];
    if (!own) return [];
    const rows = (byHousehold.get(own.benefitId) ?? []).flatMap((row): Hit[] => {
      const load = loads.get(row.loadId);
      if (!load) return [];
      const { source, element } = load;
      const sourceTitle = titles.get(source) ?? source;
      const text =
        row.detail === ''
          ? ''
          : sealer.open(rowContext(row.loadId, row.place), {
              cipher: row.detail,
              tail: '',
              index: '',
            });
      return [{ ...row, source, sourceTitle, element: element as ElementCode, text }];
    });
    const found = judgeHousehold(household, rows, { month: run.month, rules });
    return found.map((each): NewFinding => {
      const rule = rules.find((one) => one.rule === each.rule);
      if (!rule) throw new Error(`no rule ${each.rule}`);
      const key = [own.benefitId, each.memberId, each.rule, each.figures].join('\0');
      return {
        findingId: sm3(Buffer.from(key)).toString('hex').slice(0, 32),
        // What the township may have a part in is for the county to look into, unseen from below.
        area: rule.role === 'case-officer' ? own.area : run.area,
        county: run.area,
        ...{ benefitId: own.benefitId, memberId: each.memberId, rule: each.rule },
        ...{ scheme: own.scheme, number: own.number, head: own.head, sentence: each.sentence },
        member: own.people.find(({ memberId }) => memberId === each.memberId)?.name ?? '',
        evidence: each.hits.map(({ loadId, place, source, date, amount, code }) => ({
          ...{ loadId, place, source, asOf: loads.get(loadId)?.asOf ?? '', date, amount, code },
          detail: hits.find((row) => row.loadId === loadId && row.place === place)?.detail ?? '',
        })),
        role: rule.role,
        dueOn: addDays(run.day, rule.dueDays) as LocalDate,
        holds: rule.holds,
        foundOn: run.day,
        runNumber: run.number,
        recused: own.recused,
      };
    });
  });
}

/** Goes on with every comparison nobody works on: after a restart, or where the one who did has gone. */
export async function continueLeftMatchings(work: MatchingWork): Promise<void> {
  const { database, clock } = work.context;
  const left = await read(database, SYSTEM, (tx) => listLeftRuns(tx, clock.now()));
  for (const run of left) await continueMatching(work, run);
}
