import { dayOf } from '../../kernel/clock.ts';
import { type LocalDate, monthOf } from '../../kernel/local-date.ts';
import { type PlaceCode, placeCode } from '../../kernel/place.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { Asker, Context } from '../../platform/http/context.ts';
import { absent, ProblemError, refusedBy } from '../../platform/http/problem.ts';
import {
  commandRoute,
  parsed,
  queryRoute,
  rawRoute,
  requireArea,
  requireRole,
  type Router,
} from '../../platform/http/route.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { changedRegion } from './changed-region.ts';
import { changeText } from './change-text.ts';
import * as contract from './contract.ts';
import { countCaseload, countWithoutFacts } from './caseload-store.ts';
import { listEffects, listReasons } from './effect-store.ts';
import { figureFault, triedFigures } from './figure.ts';
import { checkedFile } from './policy-file.ts';
import { type Change, comparedOn, monthsBack } from './preview.ts';
import { refusals } from './refusal.ts';
import { continuePreview } from './run-preview.ts';
import { registerSheet } from './sheet-route.ts';
import { dropRun, endRun, findRun, insertRun, listRuns, type PreviewRun } from './store.ts';
import { emptySums } from './sums.ts';

export function registerPreview(router: Router, standards: Standards): void {
  registerFigures(router, standards);
  registerCheck(router, standards);
  registerStart(router, standards);
  registerEnds(router);
  registerReading(router, standards);
  registerSheet(router, standards);
}

function registerFigures(router: Router, standards: Standards): void {
  const { previewFigures } = contract;
  queryRoute(router, previewFigures, access.PreviewFigures, async ({ asker, context, search }) => {
    const { county, today } = whereOf(standards, context, asker);
    const asOf = { on: search.on, knownOn: today };
    return { figures: [...triedFigures(standards.regionOf(county), asOf)] };
  });
}

/** Nothing of the file is kept, so no transaction and no key. */
function registerCheck(router: Router, standards: Standards): void {
  const { checkPolicyFile } = contract;
  rawRoute(router, checkPolicyFile, access.CheckPolicyFile, async ({ context, asker, request }) => {
    const { text } = parsed(checkPolicyFile.body, request.body ?? {});
    return checkedFile(text, whereOf(standards, context, asker));
  });
}

function whereOf(standards: Standards, { clock }: Context, { area }: Pick<Asker, 'area'>) {
  return { county: countyOf(area), readJson: standards.regionJson, today: dayOf(clock.now()) };
}

function countyOf(area: string): PlaceCode {
  return placeCode(area.slice(0, 6));
}

function registerStart(router: Router, standards: Standards): void {
  const { context, app } = router;
  const working = new Set<Promise<void>>();
  let isClosing = false;
  app.addHook('onClose', async () => {
    isClosing = true;
    await Promise.all(working);
  });
  const begin = (run: Pick<PreviewRun, 'runId' | 'area'>) => {
    const work = continuePreview(context, run, () => isClosing)
      .catch((error: unknown) => context.log.error(error as Error, 'preview'))
      .finally(() => working.delete(work));
    working.add(work);
  };
  commandRoute(
    router,
    contract.startPreview,
    access.StartPreview,
    async ({ tx, asker, params, body }) => {
      requireRole(context, access.StartPreview, asker);
      const where = whereOf(standards, context, asker);
      if (await findRun(tx, params.previewId)) throw refusedBy(refusals['preview-exists']);
      requireSound(body.change, where);
      const { knownOn } = changedRegion(body.change, where);
      const days = daysOf(body.change.from, where.today);
      const asked = { county: where.county, month: monthOf(days.day) };
      const isBegun = await insertRun(tx, {
        runId: params.previewId,
        area: where.county,
        person: asker.person,
        title: body.title,
        change: body.change,
        ...days,
        knownOn,
        state: 'waiting',
        total: await countCaseload(tx, asked),
        done: 0,
        cursor: '',
        sums: { ...emptySums, withoutFacts: await countWithoutFacts(tx, asked) },
        fault: '',
        createdAt: context.clock.now(),
      });
      if (!isBegun) throw refusedBy(refusals['preview-under-way']);
      return { status: 202, answer: {} };
    },
    async ({ asker, params }, answer) => {
      begin({ runId: params.previewId, area: countyOf(asker.area) });
      return answer;
    },
  );
}

function daysOf(from: LocalDate, today: LocalDate) {
  return { day: comparedOn(from, today), months: monthsBack(from, today) };
}

/** A figure out of bounds or a file with a fault is refused with its sentences, wherever it was checked before. */
function requireSound(change: Change, where: Parameters<typeof checkedFile>[1]): void {
  if (change.kind === 'standard') return;
  if (change.kind === 'figure') {
    const message = figureFault(change.parameter, change.value);
    if (message === null) return;
    throw new ProblemError({ code: 'invalid', errors: [{ path: ['change', 'value'], message }] });
  }
  const faults = checkedFile(change.text, where).faults.filter(({ is }) => is === 'fault');
  if (faults.length === 0) return;
  const errors = faults.slice(0, 20).map(({ line, column, message }) => ({
    path: ['change', 'text'],
    message: `第 ${line} 行第 ${column} 列：${message}`,
  }));
  throw new ProblemError({ code: 'invalid', errors });
}

function registerEnds(router: Router): void {
  commandRoute(router, contract.stopPreview, access.StopPreview, async (call) => {
    const { runId } = await ownRun(call);
    requireRole(call.context, access.StopPreview, call.asker);
    const end = { state: 'stopped', fault: '', now: call.context.clock.now() } as const;
    if (!(await endRun(call.tx, runId, end))) throw refusedBy(refusals['preview-over']);
    return { status: 200, answer: {} };
  });
  commandRoute(router, contract.dropPreview, access.DropPreview, async (call) => {
    const { runId, person } = await ownRun(call);
    requireRole(call.context, access.DropPreview, call.asker);
    if (person !== call.asker.person) throw refusedBy(refusals['preview-of-another']);
    await dropRun(call.tx, runId);
    return { status: 200, answer: {} };
  });
}

type Called = {
  readonly tx: ReadTx;
  readonly asker: Asker;
  readonly context: Context;
  readonly params: { readonly previewId: string };
};

/** The run asked for; in another county it is not found. */
async function ownRun({ tx, asker, context, params }: Called): Promise<PreviewRun> {
  const run = await findRun(tx, params.previewId);
  if (!run) throw absent();
  requireArea(context, asker, run.area);
  return run;
}

function registerReading(router: Router, standards: Standards): void {
  queryRoute(router, contract.previewList, access.PreviewList, async ({ tx, asker, context }) => {
    const runs = await listRuns(tx, countyOf(asker.area));
    const names = await context.namesOf(tx, [...new Set(runs.map(({ person }) => person))]);
    return { previews: runs.map((run) => shown(run, asker, names)) };
  });
  queryRoute(router, contract.previewView, access.PreviewView, async (call) => {
    const run = await ownRun(call);
    const names = await call.context.namesOf(call.tx, [run.person]);
    const townships = new Set(
      Object.values(run.sums.schemes).flatMap((each) => Object.keys(each.townships)),
    );
    return {
      ...shown(run, call.asker, names),
      fault: run.fault,
      months: [...run.months],
      sums: run.sums,
      townships: [...townships].toSorted().map((code) => ({ code, name: standards.nameOf(code) })),
      reasons: await listReasons(call.tx, run.runId),
    };
  });
  queryRoute(router, contract.previewEffects, access.PreviewEffects, async (call) => {
    const { runId } = await ownRun(call);
    const { arrears, ...filter } = call.search;
    return listEffects(call.tx, standards, { ...filter, runId, onlyArrears: arrears === 'true' });
  });
}

function shown(run: PreviewRun, { person }: Asker, names: ReadonlyMap<string, string>) {
  const { runId, title, state, createdAt, total, done, day } = run;
  return {
    ...{ previewId: runId, title, state, createdAt, total, done, day },
    by: names.get(run.person) ?? '',
    isOwn: run.person === person,
    changeText: changeText(run.change),
  };
}
