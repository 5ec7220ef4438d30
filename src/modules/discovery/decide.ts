import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import { addWorkingDays, type WorkingCalendar } from '../../kernel/working-day.ts';
import type { Procedure } from '../../rules/procedure.ts';
import { type DiscoveryRefusal, refusals } from './refusal.ts';
import type { DiscoveryClosing, DiscoveryEvent, DiscoveryState, HardshipReport } from './report.ts';

export type DiscoveryGiven = {
  readonly today: LocalDate;
  readonly calendar: WorkingCalendar;
  readonly procedure: Procedure;
};

type Answer = Decision<DiscoveryEvent, DiscoveryRefusal>;

const no = (code: DiscoveryRefusal) => refused(refusals[code]);

/** Takes a report; the days within which it must end run from today (SL-39: promptly). */
export function reportHardship(
  report: HardshipReport,
  state: DiscoveryState,
  given: DiscoveryGiven & { readonly isReported: boolean },
): Answer {
  if (state.report) return no('report-exists');
  if (report.seenOn > given.today) return no('seen-in-future');
  if (given.isReported) return no('reported-already');
  const days = given.procedure.discoveryWorkingDays.value;
  const { date } = addWorkingDays(given.calendar, given.today, days);
  return happened({ type: 'HardshipReported', report, dueOn: date });
}

/** The family was told what it may apply for and how (DB-06b). */
export function tellFamily(
  { on, how }: { readonly on: LocalDate; readonly how: string },
  state: DiscoveryState,
  { today }: DiscoveryGiven,
): Answer {
  if (state.ended) return no('report-ended');
  if (state.told) return no('family-already-told');
  const seenOn = state.report?.seenOn ?? today;
  if (on > today || on < seenOn) return no('told-out-of-time');
  return happened({ type: 'FamilyTold', on, how });
}

/** Ends a report in writing where no application comes of it. A "no" counts from somebody who knew what of. */
export function closeReport(
  { ground, reason }: { readonly ground: DiscoveryClosing; readonly reason: string },
  { report, told, ended }: DiscoveryState,
): Answer {
  if (ended) return no('report-ended');
  if (ground === 'declined') {
    if (report?.needsHelp) return no('help-to-apply-owed');
    if (!told) return no('family-not-told');
  }
  return happened({ type: 'ReportClosed', ground, reason });
}

/** What stands against opening an application from a report; the case itself is begun by `open-case.ts`. */
export function applicationOpened(
  { caseId, village }: { readonly caseId: string; readonly village: string },
  { report, ended }: DiscoveryState,
): Answer {
  if (ended) return no('report-ended');
  if (report?.village !== village) return no('report-of-other-village');
  return happened({ type: 'ApplicationOpened', caseId });
}
