import { confirm, serve } from '../../src/cli/demo/verbs/confirmation.ts';
import {
  callMeeting,
  castVote,
  closeVoting,
  listCase,
  openVoting,
  recordAttendance,
  signMinutes,
} from '../../src/cli/demo/verbs/deliberation.ts';
import { seen } from '../../src/cli/demo/verbs/assessment.ts';
import { addDays, type LocalDate } from '../../src/kernel/local-date.ts';
import type { CaseInYear, CountyYear } from './county-year.ts';
import { keepsInvariants } from './kept-invariants.ts';
import { workingDayFrom } from './year-plan.ts';

/** A township meets about the 6th, 16th and 26th. */
const MEETS_ON = 6;
const EVERY = 10;
/** Minutes an honest meeting gives to a case. */
const MINUTES = 7;
/** From the first case of the morning to the first signature, in minutes. */
const AFTERNOON = 300;
/** Every so many of an honest meeting's votes is against: somebody knows the family otherwise. */
const AGAINST_EVERY = 7;

export function callMeetingOf(year: CountyYear, township: string, from: LocalDate): void {
  const ahead = (MEETS_ON + 4 * EVERY - Number(from.slice(8))) % EVERY;
  const on = workingDayFrom(year.calendar, addDays(from, ahead));
  year.agenda.add(on, '09:30', () => meet(year, township, on));
}

async function meet(year: CountyYear, township: string, on: LocalDate): Promise<void> {
  const { waiting, office, plan, ledger } = year;
  const own = waiting.filter(({ applied }) => applied.township === township);
  if (own.length === 0) return;
  for (const each of own) waiting.splice(waiting.indexOf(each), 1);
  const isStamp = own.some(({ applied }) =>
    plan.rubberStamps.includes(`${township} ${applied.acceptedOn.slice(0, 7)}`),
  );
  const { secretary, chair, voters } = office.cast(township);
  const sitting = { secretary, chair, voters, on };
  const members = [chair, ...voters];
  const meetingId = await callMeeting(sitting);
  if (isStamp) ledger.plant(meetingId, 'meeting rubber-stamp', on);
  const caseIds = own.map(({ caseId }) => caseId);
  year.meetings.push({ meetingId, township, on, isStamp, caseIds });
  for (const { caseId } of own) await listCase(secretary, meetingId, caseId);
  await recordAttendance(sitting, meetingId);
  for (const [at, { caseId }] of own.entries()) {
    const minute = (passed: number) => office.clock.set(on, timeAfter(at * MINUTES + passed));
    if (!isStamp) minute(0);
    if (!(await openVoting(members, meetingId, caseId))) continue;
    if (!isStamp) minute(MINUTES - 2);
    for (const [nth, desk] of members.entries()) {
      const isAgainst = !isStamp && (at * members.length + nth) % AGAINST_EVERY === 3;
      await castVote(desk, meetingId, caseId, isAgainst ? 'disagree' : 'agree');
    }
    await closeVoting(secretary, meetingId, caseId);
  }
  await signMinutes([secretary, ...members], meetingId);
  for (const [at, one] of own.entries()) {
    const time = isStamp ? '15:00' : timeAfter(AFTERNOON + at * MINUTES);
    year.agenda.add(on, time, () => decide(year, one, on));
  }
}

async function decide(year: CountyYear, one: CaseInYear, on: LocalDate): Promise<void> {
  const { cast, caseId, family } = one;
  one.decidedAt = year.office.clock.now();
  await confirm(cast.chair, caseId);
  const { state } = await seen(cast.officer, caseId);
  const isGranted = state.confirmation.decision?.outcome === 'grant';
  one.standing = isGranted ? 'granted' : 'refused';
  if (isGranted) year.newRecipients += 1;
  await serve(cast.clerk, caseId, family.applicant.name, on);
  await keepsInvariants(year, one);
}

function timeAfter(minutes: number): string {
  const all = 9 * 60 + 40 + minutes;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(all / 60))}:${two(all % 60)}`;
}
