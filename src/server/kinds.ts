import { destructionKind } from '../modules/archive/destruction-store.ts';
import { fileUseKind } from '../modules/archive/file-use-store.ts';
import { readingKind } from '../modules/case/reading-store.ts';
import { caseKind } from '../modules/case/store.ts';
import { complaintKind } from '../modules/complaint/store.ts';
import { instrumentKind } from '../modules/delegation/store.ts';
import { meetingKind } from '../modules/deliberation/store.ts';
import { assistanceKind } from '../modules/cooperation/store.ts';
import { discoveryKind } from '../modules/discovery/store.ts';
import { dispatchKind, tableKind } from '../modules/dispatch/store.ts';
import { drawKind } from '../modules/draw/store.ts';
import { checkKind } from '../modules/inspection/check-store.ts';
import { accountabilityKind, correctionKind } from '../modules/inspection/correction-store.ts';
import { flagKind, monthKind } from '../modules/inspection/flag-store.ts';
import { evaluationKind } from '../modules/evaluation/store.ts';
import { filingKind } from '../modules/filing/store.ts';
import { registerEntryKind } from '../modules/disclosure/store.ts';
import { accountChangeKind } from '../modules/funds/account-store.ts';
import { fundDocumentKind } from '../modules/funds/budget-store.ts';
import { recoveryKind } from '../modules/funds/recovery-store.ts';
import { fundRequestKind } from '../modules/funds/request-store.ts';
import { rollKind } from '../modules/funds/store.ts';
import { personKind } from '../modules/identity/store.ts';
import { tillKind } from '../modules/reserve/till-store.ts';
import { raiseListKind } from '../modules/policy/raise-store.ts';
import { policyKind } from '../modules/policy/store.ts';
import { subsidyKind } from '../modules/policy/subsidy-store.ts';
import { transferAnswerKind } from '../modules/review/transfer-store.ts';
import { challengeKind } from '../modules/review/challenge-store.ts';
import { benefitKind } from '../modules/review/store.ts';
import { pilotKind } from '../modules/pilot/store.ts';
import { scrutinyKind } from '../modules/scrutiny/store.ts';
import { supplyKind } from '../modules/procurement/store.ts';
import { serviceTaskKind, serviceWorkKind } from '../modules/procurement/task-store.ts';
import { readinessKind } from '../modules/readiness/store.ts';
import { ruleReadingKind, workingRuleKind } from '../modules/rulebook/store.ts';
import { exportKind } from '../modules/ledger/export-store.ts';
import { takenKind } from '../modules/ledger/taken-store.ts';
import { takeoverKind } from '../modules/takeover/store.ts';
import { snapshotKind } from '../modules/matching/snapshot-store.ts';
import { findingKind, matchingKind } from '../modules/matching/store.ts';
import { importKind } from '../modules/verification/import-record.ts';
import { lookupKind } from '../modules/verification/lookup.ts';
import { requestListKind } from '../modules/verification/request-list.ts';
import {
  trainingCourseKind,
  trainingKind,
  trainingSessionKind,
} from '../modules/training/store.ts';
import { absenceKind, workKind } from '../modules/worklist/store.ts';
import type { Standards } from '../modules/standards/store.ts';
import type { AnyEvent, StreamKind } from '../platform/record/stream.ts';

/** Every kind of stream, for rebuild and for the check that each stored state is the fold of its events. */
export function streamKinds(standards: Standards): readonly StreamKind<unknown, AnyEvent>[] {
  return [
    caseKind(standards),
    readingKind,
    personKind,
    instrumentKind,
    registerEntryKind,
    lookupKind,
    requestListKind,
    meetingKind,
    filingKind,
    importKind,
    fileUseKind,
    destructionKind,
    benefitKind(standards),
    challengeKind,
    rollKind,
    fundDocumentKind,
    fundRequestKind,
    recoveryKind,
    accountChangeKind,
    tillKind,
    transferAnswerKind,
    takeoverKind,
    snapshotKind,
    matchingKind,
    findingKind,
    takenKind,
    exportKind,
    assistanceKind,
    discoveryKind,
    workingRuleKind,
    ruleReadingKind,
    drawKind,
    checkKind,
    flagKind,
    monthKind,
    correctionKind,
    accountabilityKind,
    dispatchKind,
    tableKind,
    complaintKind,
    supplyKind,
    evaluationKind,
    serviceTaskKind,
    serviceWorkKind,
    scrutinyKind,
    policyKind,
    raiseListKind,
    subsidyKind,
    readinessKind,
    pilotKind,
    trainingCourseKind,
    trainingSessionKind,
    trainingKind,
    workKind,
    absenceKind,
  ] as unknown as readonly StreamKind<unknown, AnyEvent>[];
}
