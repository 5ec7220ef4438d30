import type { SyntheticFamily } from '../../src/cli/demo/person.ts';
import type { Cast } from '../../src/cli/demo/story.ts';
import type { LocalDate } from '../../src/kernel/local-date.ts';
import type { WorkingCalendar } from '../../src/kernel/working-day.ts';
import type { Agenda } from './agenda.ts';
import type { FaultLedger } from './fault-ledger.ts';
import type { SeededOffice } from './year-office.ts';
import type { Applied, YearPlan } from './year-plan.ts';

/** An application on its way. */
export type CaseInYear = {
  readonly applied: Applied;
  readonly family: SyntheticFamily;
  readonly cast: Cast;
  caseId: string;
  standing: 'open' | 'withdrawn' | 'granted' | 'refused';
  decidedAt: number;
};

/** A meeting that was held. */
export type MeetingInYear = {
  readonly meetingId: string;
  readonly township: string;
  readonly on: LocalDate;
  readonly isStamp: boolean;
  readonly caseIds: readonly string[];
};

/** A county living through its plan. */
export type CountyYear = {
  readonly plan: YearPlan;
  readonly office: SeededOffice;
  readonly agenda: Agenda;
  readonly calendar: WorkingCalendar;
  readonly ledger: FaultLedger;
  readonly cases: CaseInYear[];
  /** Entries of the register from before the year, by what the plan calls them. */
  readonly entries: Map<string, string>;
  readonly meetings: MeetingInYear[];
  /** Cases that wait for their township's meeting. */
  readonly waiting: CaseInYear[];
  /** What an invariant or a refusal said that should not be. */
  readonly broken: string[];
  readonly examined: Map<string, number>;
  /** Anybody may want to know the day. */
  today: LocalDate;
  /** The bytes of the last honest picture of a home, for who wants to use it again. */
  lastPicture: Buffer | null;
  /** Cases the county looked at before the township decided. */
  readonly visitedBefore: Set<string>;
  drawn: number;
  newRecipients: number;
  visits: number;
  corrections: number;
  stops: number;
  closedMonths: number;
  paidLines: number;
};
