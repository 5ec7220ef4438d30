import type { LocalDate } from '../../kernel/local-date.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { type HouseholdState, peopleToAuthorise, type Person } from '../household/index.ts';
import { unexplainedFindings } from './finding.ts';
import { type ReportRefusal, refusals } from './refusal.ts';
import {
  latestReport,
  type Report,
  type VerificationRequest,
  type VerificationState,
} from './verification.ts';

type Judged = { readonly household: HouseholdState; readonly verification: VerificationState };

export type ReportStanding =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly refusal: Refusal<ReportRefusal> };

/**
 * Whether the verification carries an assessment or a decision today (I-1): a report on the people as they are
 * now, not disputed, within its validity, every finding explained. The last day of validity still counts.
 */
export function reportStands(state: Judged, today: LocalDate): ReportStanding {
  const standing = reportIsUsable(state, today);
  if (!standing.ok || unexplainedFindings(state).length === 0) return standing;
  return { ok: false, refusal: refusals['findings-unexplained'] };
}

/** As `reportStands`, before anybody has explained a finding: whether a new look-up would be needless. */
export function reportIsUsable(state: Judged, today: LocalDate): ReportStanding {
  const report = latestReport(state.verification);
  const no = (code: ReportRefusal): ReportStanding => ({ ok: false, refusal: refusals[code] });
  if (!report) return no('report-missing');
  if (report.disputed) return no('report-disputed');
  const request = state.verification.requests.find((each) => each.id === report.requestId);
  if (!request || !coversEverybody(request, state.household)) return no('report-stale');
  return report.validUntil < today ? no('report-stale') : { ok: true, report };
}

/**
 * Whether a request can still be answered: it asks about exactly the people the household has now. One that asks
 * about somebody who is gone cannot (I-16).
 */
export function coversPeople(request: VerificationRequest, household: HouseholdState): boolean {
  const declared = new Set((household.declaration?.people ?? []).map(keyOf));
  const isOfNow = ({ memberId, identity }: VerificationRequest['lookups'][number]) =>
    declared.has(`${memberId} ${identity}`);
  return coversEverybody(request, household) && request.lookups.every(isOfNow);
}

/**
 * Whether a report speaks of everybody the household has now; who need not authorise may be left out. That somebody
 * died or left since takes nothing from what it says of the others: they are not looked up again.
 */
export function coversEverybody(request: VerificationRequest, household: HouseholdState): boolean {
  const asked = new Set(request.lookups.map((each) => `${each.memberId} ${each.identity}`));
  const needed = peopleToAuthorise(household);
  const away = (household.declaration?.people ?? []).filter((each) => !needed.includes(each));
  const counted = (household.facts?.members ?? []).filter(
    ({ id }) => !away.some((each) => each.memberId === id),
  );
  return (
    needed.every((each) => asked.has(keyOf(each))) &&
    counted.every((each) => request.members.includes(each.id))
  );
}

function keyOf({ memberId, idNumber }: Person): string {
  return `${memberId} ${idNumber?.index ?? ''}`;
}
