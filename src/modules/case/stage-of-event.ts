import type { CaseEvent } from './case.ts';
import type { StageId } from './flow.ts';

const stages: { readonly [Type in CaseEvent['type']]?: StageId } = {
  HouseholdDeclared: 'intake',
  MemberGone: 'intake',
  MemberJoined: 'intake',
  ChecklistRecorded: 'intake',
  OneTimeNoticeGiven: 'intake',
  ProxyNamed: 'intake',
  ApplicationAccepted: 'intake',
  AcceptanceRefused: 'intake',
  AuthorisationSigned: 'authorisation',
  AuthorisationRevoked: 'authorisation',
  NearRelativesDeclared: 'authorisation',
  VerificationRequested: 'verification',
  VerificationStarted: 'verification',
  SourceAnswered: 'verification',
  ReportIssued: 'verification',
  FindingExplained: 'verification',
  VerificationResultTold: 'verification',
  ReportDisputed: 'verification',
  CooperationRequested: 'investigation',
  CooperationAnswered: 'investigation',
  InvestigationStarted: 'investigation',
  HomeVisitRecorded: 'investigation',
  NeighbourInterviewRecorded: 'investigation',
  LetterSent: 'investigation',
  LetterAnswered: 'investigation',
  InvestigationConcluded: 'investigation',
  InvestigationReopened: 'investigation',
  SelfCareAssessed: 'care',
  CoordinationAsked: 'coordination',
  CoordinationRecorded: 'coordination',
  Assessed: 'opinion',
  FactsCorrected: 'opinion',
  OpinionFormed: 'opinion',
  NoticePosted: 'publicity',
  NoticeTakenDown: 'publicity',
  ObjectionReceived: 'publicity',
  AppraisalHeld: 'publicity',
  ObjectionHandled: 'publicity',
  CountyVisitRecorded: 'county-visit',
  PutOnAgenda: 'deliberation',
  TakenOffAgenda: 'deliberation',
  Deliberated: 'deliberation',
  CountyReviewed: 'county-review',
  DecisionMade: 'confirmation',
  ReliefCompleted: 'completion',
  ReliefReported: 'report',
  InstalmentLooked: 'instalment',
  InstalmentReleased: 'instalment',
  InstalmentStopProposed: 'instalment',
  InstalmentStopAnswered: 'instalment',
  InstalmentStopDecided: 'instalment',
  NoticeServed: 'service',
  FileArchived: 'archive',
};

/** Who acted last in each stage and on which day, for the stage bar; read off the case's events in order. */
export function lastActs<Row extends { readonly type: string }>(
  rows: readonly Row[],
): ReadonlyMap<StageId, Row> {
  const last = new Map<StageId, Row>();
  for (const row of rows) {
    const stage = stages[row.type as CaseEvent['type']];
    // What hangs on the wall after the decision is the announcement of it.
    const isAnnouncing = stage === 'publicity' && last.has('confirmation');
    if (stage) last.set(isAnnouncing ? 'announcement' : stage, row);
  }
  return last;
}
