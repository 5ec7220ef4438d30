import { sql } from 'kysely';
import { getCase } from '../case/get-case.ts';
import { dayOf } from '../../kernel/clock.ts';
import { fen } from '../../kernel/fen.ts';
import { townshipOf } from '../../kernel/place.ts';
import { absent, problemBody, refusedBy } from '../../platform/http/problem.ts';
import {
  commandRoute,
  queryRoute,
  requireArea,
  requireRole,
  type Router,
} from '../../platform/http/route.ts';
import { atThisInstant, requireVersion } from '../../platform/http/stream-command.ts';
import { append, findStream, lockStream } from '../../platform/record/record.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import type { WriteTx } from '../../platform/database/database.ts';
import { type CaseState, isRecused } from '../case/index.ts';
import { caseCommand } from '../case/case-command.ts';
import { caseGiven } from '../case/given.ts';
import { caseKind } from '../case/store.ts';
import { findAuthority } from '../delegation/resolve.ts';
import { requireCaseFiles } from '../investigation/store.ts';
import { openBenefit } from '../review/open-benefit.ts';
import { officesOf } from '../standards/office.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { checksOf } from './check.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { registerPapers } from './paper-route.ts';
import { refusals } from './refusal.ts';
import { registerRelief } from './relief-routes.ts';
import { standingOf } from './standing.ts';
import { findCountyHold } from './store.ts';

export function registerConfirmation(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: contract.countyReview,
    access: access.CountyReview,
    decide: decide.countyReview,
  });
  caseCommand(router, standards, {
    contract: contract.serveNotice,
    access: access.ServeNotice,
    more: ({ tx, body, params }) => requireCaseFiles(tx, params.caseId, [body.proof], 'proof'),
    decide: decide.serveNotice,
  });
  registerConfirm(router, standards);
  registerReadiness(router, standards);
  registerPapers(router, standards);
  registerRelief(router, standards);
}

/**
 * Confirming is the one command that may be refused and still change something: without valid authority the
 * township's decision is refused (409) and the case moves to the county's queue in the same transaction.
 */
function registerConfirm(router: Router, standards: Standards): void {
  const kind = caseKind(standards);
  commandRoute(router, contract.confirmDecision, access.ConfirmDecision, async (call) => {
    const { tx, asker, params, context } = call;
    // The instrument before the case: everybody who needs both locks them in this order.
    const seen = await findStream(tx, kind, params.caseId);
    if (!seen || isRecused(seen.state, asker.person)) throw absent();
    requireArea(context, asker, seen.area);
    requireRole(context, access.ConfirmDecision, asker);
    const standing = await standingOf(tx, standards, seen, call.act.recordedAt);
    const loaded = await lockStream(tx, kind, params.caseId);
    if (!loaded) throw absent();
    await requireVersion(context, tx, kind, loaded, call.ifMatch);
    const act = atThisInstant(context, call.act);
    const heldSince = await findCountyHold(tx, params.caseId);
    const given = { ...caseGiven(standards, { asker, act }, loaded), ...standing, heldSince };
    const decision = decide.confirmDecision({}, loaded.state, given);
    if (!decision.ok) throw refusedBy(decision.refusal);
    const authority = standing.authority.ok ? standing.authority.instrumentId : null;
    const after = await append(tx, kind, loaded, decision.events, {
      ...act,
      ...(authority ? { authority } : {}),
    });
    if (!standing.authority.ok) return referred(standing.authority.because);
    await storeDecision(tx, after);
    await openBenefit(tx, standards, after, act);
    return { status: 200, answer: { id: after.id, version: after.version } };
  });
}

function referred(because: string) {
  const { message, ...refusal } = refusals['authority-not-valid'];
  const body = problemBody({
    code: 'refused',
    refusal: { ...refusal, message: `${message}原因：${because}` },
  });
  return { status: body.status, answer: body };
}

async function storeDecision(tx: WriteTx, after: Loaded<CaseState>): Promise<void> {
  const { decision } = after.state.confirmation;
  if (!decision) return;
  await sql`insert into decision_row
      (case_id, area, number, outcome, decided_on, route, instrument_id, amount, serve_by)
    values (${after.id}, ${after.area}, ${decision.number}, ${decision.outcome}, ${decision.on},
      ${decision.route}, ${decision.instrumentId ?? ''}, ${decision.monthlyAmount},
      ${decision.serveBy})`.execute(tx);
}

function registerReadiness(router: Router, standards: Standards): void {
  const { confirmationReadiness } = contract;
  queryRoute(
    router,
    confirmationReadiness,
    access.ConfirmationReadiness,
    async ({ tx, asker, params, context }) => {
      const loaded = await getCase(standards, { tx, asker, context }, params.caseId);
      const at = context.clock.now();
      const heldSince = await findCountyHold(tx, params.caseId);
      const given = {
        ...caseGiven(standards, { asker, act: { recordedAt: at } }, loaded),
        heldSince,
      };
      const township = townshipOf(loaded.area as Parameters<typeof townshipOf>[0]);
      const { opinion } = loaded.state.assessment;
      const { route } = loaded.state.course;
      const amount = opinion?.monthlyAmount ?? fen(0);
      const { scheme: matter } = loaded.state.course;
      const asked = { township, matter, act: 'confirm', on: dayOf(at), amount } as const;
      const found = await findAuthority(tx, asked, standards);
      const offices = officesOf(standards.nameOf(township), standards.nameOf(township.slice(0, 6)));
      const own = route === 'township' && found.ok && found.instrument.mode === 'own-name';
      const text = found.ok ? `依据${found.instrument.number}` : found.because;
      return {
        checks: checksOf(loaded.state, given).map(({ title, invariant, refusal }) => ({
          title,
          invariant,
          holds: refusal === null,
          because: refusal?.message ?? '符合',
          source: refusal?.citation.source ?? '',
        })),
        today: given.today,
        route,
        authority: route === 'county' ? { ok: true, text: '县级依法决定' } : { ok: found.ok, text },
        organ: own ? offices.township.name : offices.county.bureau,
        outcome: opinion?.outcome ?? null,
        monthlyAmount: amount,
      };
    },
  );
}
