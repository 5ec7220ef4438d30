import { sql } from 'kysely';
import { checkIdNumber } from '../../kernel/chinese-id.ts';
import { dayOf } from '../../kernel/clock.ts';
import type { ValueOf } from '../../kernel/contract.ts';
import type { WriteTx } from '../../platform/database/database.ts';
import type { CommandCall, Router } from '../../platform/http/route.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import { resolveAuthority } from '../delegation/resolve.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './adjustment-contract.ts';
import { adjustmentStanding, authorityAsked } from './adjustment-standing.ts';
import { benefitCommand } from './benefit-command.ts';
import type { Beneficiary } from './benefit-event.ts';
import type { BenefitState } from './benefit-state.ts';
import * as decision from './decide-adjustment.ts';
import { judgeTolerance, recordError } from './decide-error.ts';
import { recordFollowUp, recordWorkOffer, reportChange, takeBackReport } from './decide-change.ts';
import { dropOther, endOther, otherOf } from './merge-routes.ts';
import { openMerge } from './merge-standing.ts';
import { proposeAdjustment } from './propose-adjustment.ts';
import { preparedBy } from './hearing.ts';
import { reassess } from './reassess.ts';
import { requireFiles } from './require-files.ts';

/** What changed, what the rules say to it, and what is decided. */
export function registerAdjustments(router: Router, standards: Standards): void {
  registerFacts(router, standards);
  registerProposals(router, standards);
  registerDecision(router, standards);
}

function registerFacts(router: Router, standards: Standards): void {
  benefitCommand(router, standards, {
    contract: contract.reportChange,
    access: access.ReportChange,
    decide: reportChange,
  });
  benefitCommand(router, standards, {
    contract: contract.takeBackReport,
    access: access.TakeBackReport,
    more: ({ tx, body }) => requireFiles(tx, body.files, 'files'),
    decide: takeBackReport,
  });
  benefitCommand(router, standards, {
    contract: contract.reassess,
    access: access.Reassess,
    more: async (call, { area }) => {
      await requireFiles(call.tx, call.body.authorisations, 'authorisations');
      return { region: standards.regionOf(area.slice(0, 9)), joined: joinedPeople(call) };
    },
    decide: (body, state, { joined, ...given }) => reassess({ ...body, joined }, state, given),
  });
  benefitCommand(router, standards, {
    contract: contract.recordError,
    access: access.RecordError,
    more: async ({ tx, body }, { area }) => {
      await requireFiles(tx, body.files, 'files');
      return { region: standards.regionOf(area.slice(0, 9)) };
    },
    decide: recordError,
  });
  benefitCommand(router, standards, {
    contract: contract.judgeTolerance,
    access: access.JudgeTolerance,
    decide: judgeTolerance,
  });
  benefitCommand(router, standards, {
    contract: contract.recordWorkOffer,
    access: access.RecordWorkOffer,
    decide: recordWorkOffer,
  });
  benefitCommand(router, standards, {
    contract: contract.recordFollowUp,
    access: access.RecordFollowUp,
    decide: recordFollowUp,
  });
}

type Reassess = CommandCall<
  '/benefits/:benefitId/reassess',
  ValueOf<typeof contract.reassess.body>
>;

function joinedPeople({ body, params, context }: Reassess): Beneficiary[] {
  return body.joined.map(({ memberId, name, idNumber }) => {
    const bound = `benefit:${params.benefitId}:member:${memberId}:idNumber`;
    const read = checkIdNumber(idNumber);
    return {
      memberId,
      name,
      birth: read.ok ? read.birth : null,
      idNumber: context.sealer.seal('idNumber', bound, idNumber),
      phone: null,
      covered: false,
    };
  });
}

function registerProposals(router: Router, standards: Standards): void {
  benefitCommand(router, standards, {
    contract: contract.proposeAdjustment,
    access: access.ProposeAdjustment,
    more: ({ tx, body }) => requireFiles(tx, body.files, 'files'),
    decide: proposeAdjustment,
  });
  benefitCommand(router, standards, {
    contract: contract.withdrawAdjustment,
    access: access.WithdrawAdjustment,
    more: async (_, { state }) => ({ otherId: openMerge(state)?.other.benefitId }),
    decide: decision.withdrawAdjustment,
    then: (call, { id }, events, { otherId }) => dropOther(call, standards, id, events, otherId),
  });
}

function registerDecision(router: Router, standards: Standards): void {
  benefitCommand(router, standards, {
    contract: contract.decideAdjustment,
    access: access.DecideAdjustment,
    // The instrument is held before the instant of the act is read: a suspension comes before or after (TH-11).
    locks: async ({ tx, act }, loaded) => {
      await resolveAuthority(tx, authorityAsked(loaded, dayOf(act.recordedAt)), standards);
    },
    more: async ({ tx }, loaded, { today }) => ({
      ...(await adjustmentStanding(tx, standards, loaded, today)),
      loadedOther: await otherOf(tx, standards, loaded.state),
    }),
    decide: (body, state, { loadedOther, ...given }) =>
      decision.decideAdjustment(body, state, { ...given, other: loadedOther?.state ?? null }),
    authority: ({ mode, authority }) =>
      mode !== 'county' && authority.ok ? authority.instrumentId : undefined,
    then: async (call, after, _events, { loadedOther }) => {
      await storeDecision(call.tx, after);
      await endOther(call, standards, after, loadedOther);
    },
  });
  benefitCommand(router, standards, {
    contract: contract.serveAdjustment,
    access: access.ServeAdjustment,
    more: ({ tx, body }) => requireFiles(tx, [body.proof], 'proof'),
    decide: decision.serveAdjustment,
  });
}

/** The last wall: one number once, and nobody decides what they prepared. */
async function storeDecision(
  tx: WriteTx,
  { id, area, state }: Loaded<BenefitState>,
): Promise<void> {
  const last = state.adjustments.at(-1);
  if (!last?.decision) return;
  const { number, on, from, by, instrumentId } = last.decision;
  const prepared = [...new Set(preparedBy(state, last))];
  await sql`insert into benefit_decision (adjustment_id, benefit_id, area, number, kind, decided_on,
      from_month, amount, instrument_id, decided_by, prepared_by)
    values (${last.id}, ${id}, ${area}, ${number}, ${last.kind}, ${on}, ${from}, ${last.amount},
      ${instrumentId ?? ''}, ${by}, ${prepared}::text[])`.execute(tx);
}
