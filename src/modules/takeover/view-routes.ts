import { queryRoute, type Router } from '../../platform/http/route.ts';
import { listTaken } from '../ledger/taken-store.ts';
import { findStream } from '../../platform/record/record.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { COMMON_WORDS } from './code-table.ts';
import { ownRun } from './comparison-routes.ts';
import * as contract from './contract.ts';
import { type FoundHousehold, listAwaiting, listHouseholds } from './household-store.ts';
import { guessMapping, type Mapping } from './ledger-column.ts';
import { findLayout, listSystems } from './layout-store.ts';
import { findSameFile, listRuns, takeoverKind, type TakeoverRun } from './store.ts';
import { summaryOf } from './summary-store.ts';

/** Ledgers of the county, how far each has come, and what was found in it. */
export function registerViews(router: Router, standards: Standards): void {
  const { takeoverList, takeoverView, takeoverHouseholds } = contract;
  queryRoute(router, takeoverList, access.TakeoverList, async ({ tx, asker, context }) => {
    const runs = await listRuns(tx, asker.area.slice(0, 6));
    const names = await context.namesOf(tx, [...new Set(runs.map(({ person }) => person))]);
    return { takeovers: runs.map((run) => ({ ...shown(run, names), waiting: run.waiting })) };
  });
  queryRoute(router, takeoverView, access.TakeoverView, async (call) => {
    const { tx, context } = call;
    const run = await ownRun(call);
    const { takeoverId, area } = run;
    const loaded = await findStream(tx, takeoverKind, takeoverId);
    if (!loaded) throw new Error(`no stream of the takeover ${takeoverId}`);
    const { ledger, layout, orders } = loaded.state;
    const taken = await listTaken(tx, {
      ...{ area, about: takeoverId, before: Number.MAX_SAFE_INTEGER, limit: 20 },
    });
    const heading = ledger?.heading ?? [];
    const remembered = await findLayout(tx, { area, layout: ledger?.layout ?? '' });
    const earlier = await findSameFile(tx, run);
    const people = [
      run.person,
      ...(earlier ? [earlier.person] : []),
      ...taken.map(({ person }) => person),
    ];
    const names = await context.namesOf(tx, [...new Set(people)]);
    const systems = [...new Set([COMMON_WORDS, ...(await listSystems(tx, area))])];
    return {
      ...shown(run, names),
      ...(await summaryOf(tx, takeoverId)),
      ...{ version: loaded.version, heading: [...heading], rows: ledger?.rows ?? 0, systems },
      layout,
      guess: {
        mapping: remembered ? within(remembered.mapping, heading) : guessMapping(heading),
        system: remembered?.system ?? COMMON_WORDS,
        remembered: remembered !== undefined,
      },
      scans: orders.flatMap(({ scans }) => [...scans]),
      awaiting: (await listAwaiting(tx, takeoverId, 1)).left,
      earlier: earlier
        ? {
            takeoverId: earlier.takeoverId,
            by: names.get(earlier.person) ?? '',
            at: earlier.createdAt,
          }
        : null,
      taken: taken.map(({ title, person, at }) => ({ title, at, by: names.get(person) ?? '' })),
    } as never;
  });
  queryRoute(router, takeoverHouseholds, access.TakeoverHouseholds, async (call) => {
    const { takeoverId } = await ownRun(call);
    const { households, next, count } = await listHouseholds(call.tx, takeoverId, call.search);
    return { households: households.map((each) => lineOf(standards, each)), next, count } as never;
  });
}

/** Of a remembered mapping what this file has: our correction sheet may lack a column nobody used. */
function within(mapping: Mapping, heading: readonly string[]): Mapping {
  return Object.fromEntries(
    Object.entries(mapping).filter(([, title]) => title !== undefined && heading.includes(title)),
  );
}

function shown(run: TakeoverRun, names: ReadonlyMap<string, string>) {
  const { takeoverId, fileName, createdAt, phase, total, done, fault, person } = run;
  return {
    ...{ takeoverId, fileName, createdAt, phase, total, done, fault },
    by: names.get(person) ?? '',
  };
}

function lineOf(standards: Standards, household: FoundHousehold) {
  const { township: _, village, benefitId: __, unknown: ___, ...rest } = household;
  return { ...rest, villageName: village === '' ? '' : standards.nameOf(village) };
}
