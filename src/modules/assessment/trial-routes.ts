import { dayOf } from '../../kernel/clock.ts';
import { placeCode } from '../../kernel/place.ts';
import { read } from '../../platform/database/database.ts';
import { principalOf } from '../../platform/http/context.ts';
import { absent, invalid, refusedBy } from '../../platform/http/problem.ts';
import {
  parsed,
  queryRoute,
  rawRoute,
  requireArea,
  type Router,
} from '../../platform/http/route.ts';
import { findStream } from '../../platform/record/record.ts';
import { assessHousehold, type Overview } from '../../rules/overview.ts';
import { type Scheme, schemes } from '../../rules/scheme.ts';
import { getCase } from '../case/get-case.ts';
import { isRecused } from '../case/index.ts';
import { caseKind } from '../case/store.ts';
import { localFactsIn } from '../intake/index.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { caseOverviewOf } from './case-overview.ts';
import * as contract from './contract.ts';
import { resultFor } from './decide.ts';

/** Results that nobody keeps: of changed facts of a case, of a case under every scheme, of any family at all. */
export function registerTrials(router: Router, standards: Standards): void {
  registerCaseTrial(router, standards);
  queryRoute(router, contract.caseOverview, access.CaseOverview, async (call) => {
    const { id: _, area, state } = await getCase(standards, call, call.params.caseId);
    const today = dayOf(call.context.clock.now());
    const region = standards.regionOf(area.slice(0, 9));
    return { overview: caseOverviewOf(state, { today, region }) };
  });
  queryRoute(router, contract.localityActivities, access.LocalityActivities, async (call) => {
    const found = standards.localities.find(({ code }) => code === call.params.place);
    if (!found) throw absent();
    return localFactsIn(standards.regionOf(found.code), call.search.on);
  });
  registerTrialCalculation(router, standards);
}

/** Answered from a read-only transaction: a trial leaves nothing behind, also no repeated-answer row. */
function registerCaseTrial(router: Router, standards: Standards): void {
  const kind = caseKind(standards);
  rawRoute(router, contract.trialAssessment, access.TrialAssessment, async (call) => {
    const { context, asker, params, request } = call;
    const { facts } = parsed(contract.trialAssessment.body, request.body ?? {});
    const loaded = await read(context.database, principalOf(asker), (tx) =>
      findStream(tx, kind, params.caseId),
    );
    if (!loaded || isRecused(loaded.state, asker.person)) throw absent();
    requireArea(context, asker, loaded.area);
    const region = standards.regionOf(loaded.area.slice(0, 9));
    const today = dayOf(context.clock.now());
    const result = resultFor(facts, loaded.state, { today, region });
    if (!result.ok) throw refusedBy(result.refusal);
    return { assessment: result.assessment };
  });
}

/** No transaction at all: the answer rests on what was sent and on what places have published. */
function registerTrialCalculation(router: Router, standards: Standards): void {
  const { trialCalculation } = contract;
  rawRoute(router, trialCalculation, access.TrialCalculation, async ({ context, request }) => {
    const { place, on, steps, facts } = parsed(trialCalculation.body, request.body ?? {});
    const found = standards.localities.find(({ code }) => code === place);
    if (!found) throw invalid(['place'], '没有这个地方的标准和规则，请从名单里选');
    const today = dayOf(context.clock.now());
    const knownOn = on > today ? on : today;
    const there = { ...facts, place: placeCode(found.code.padEnd(6, '0')) };
    const overview = assessHousehold(there, standards.regionOf(found.code), { on, knownOn });
    return { overview: withSteps(overview, steps) };
  });
}

/** Steps and parameters of one scheme only: they are most of an answer that is sent with every change. */
function withSteps({ results, ...rest }: Overview, wanted: Scheme): Overview {
  const shown = schemes.map((scheme) => {
    const result = results[scheme];
    if (!result.ok || scheme === wanted) return [scheme, result];
    return [scheme, { ok: true, assessment: { ...result.assessment, trace: [], parameters: [] } }];
  });
  return { ...rest, results: Object.fromEntries(shown) as Overview['results'] };
}
