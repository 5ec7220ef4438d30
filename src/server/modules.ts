import type { Router } from '../platform/http/route.ts';
import { registerArchive } from '../modules/archive/routes.ts';
import { registerAssessment } from '../modules/assessment/routes.ts';
import { registerCase } from '../modules/case/routes.ts';
import { registerComplaint } from '../modules/complaint/routes.ts';
import { registerConfirmation } from '../modules/confirmation/routes.ts';
import { registerCoordination } from '../modules/coordination/routes.ts';
import { registerCooperation } from '../modules/cooperation/routes.ts';
import { registerDelegation } from '../modules/delegation/routes.ts';
import { registerDeliberation } from '../modules/deliberation/routes.ts';
import { registerDispatch } from '../modules/dispatch/routes.ts';
import { registerDisclosure } from '../modules/disclosure/routes.ts';
import { registerDiscovery } from '../modules/discovery/routes.ts';
import { registerDraw } from '../modules/draw/routes.ts';
import { registerEvaluation } from '../modules/evaluation/routes.ts';
import { registerFiling } from '../modules/filing/routes.ts';
import { registerFunds } from '../modules/funds/routes.ts';
import { registerHousehold } from '../modules/household/routes.ts';
import { registerIdentity } from '../modules/identity/routes.ts';
import { registerIssuance } from '../modules/issuance/routes.ts';
import { registerInspection } from '../modules/inspection/routes.ts';
import { registerInstalment } from '../modules/instalment/routes.ts';
import { registerIntake } from '../modules/intake/routes.ts';
import { registerInvestigation } from '../modules/investigation/routes.ts';
import { registerLedgers } from '../modules/ledger/routes.ts';
import { registerMatching } from '../modules/matching/routes.ts';
import { registerPolicy } from '../modules/policy/routes.ts';
import { registerPreview } from '../modules/preview/routes.ts';
import { registerPublicity } from '../modules/publicity/routes.ts';
import { registerOverview } from '../modules/overview/routes.ts';
import { registerScrutiny } from '../modules/scrutiny/routes.ts';
import { registerProcurement } from '../modules/procurement/routes.ts';
import { registerPilot } from '../modules/pilot/routes.ts';
import { registerReadiness } from '../modules/readiness/routes.ts';
import { registerReserve } from '../modules/reserve/routes.ts';
import { registerReferral } from '../modules/referral/routes.ts';
import { registerReview } from '../modules/review/routes.ts';
import { registerRulebook } from '../modules/rulebook/routes.ts';
import { registerStandards } from '../modules/standards/routes.ts';
import type { Standards } from '../modules/standards/store.ts';
import { registerTakeover } from '../modules/takeover/routes.ts';
import { registerTraining } from '../modules/training/routes.ts';
import { registerWorklist } from '../modules/worklist/routes.ts';
import { registerVerification } from '../modules/verification/routes.ts';

/** Every capability, in the order of the procedure. */
const modules: readonly ((router: Router, standards: Standards) => void)[] = [
  registerIdentity,
  registerDelegation,
  registerReadiness,
  registerPilot,
  registerOverview,
  registerStandards,
  registerCase,
  registerHousehold,
  registerDiscovery,
  registerIntake,
  registerDisclosure,
  registerVerification,
  registerCooperation,
  registerInvestigation,
  registerAssessment,
  registerCoordination,
  registerPublicity,
  registerDeliberation,
  registerConfirmation,
  registerInstalment,
  registerFiling,
  registerReserve,
  registerArchive,
  registerReview,
  registerReferral,
  registerFunds,
  registerTakeover,
  registerLedgers,
  registerMatching,
  registerInspection,
  registerDispatch,
  registerDraw,
  registerComplaint,
  registerProcurement,
  registerScrutiny,
  registerEvaluation,
  registerPreview,
  registerPolicy,
  registerIssuance,
  registerRulebook,
  registerTraining,
  registerWorklist,
];

export function registerModules(router: Router, standards: Standards): void {
  for (const register of modules) register(router, standards);
}
