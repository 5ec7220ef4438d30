import { type LocalDate, localDate } from '../../kernel/local-date.ts';
import type { Desk, SetClock } from './desk.ts';
import type { SyntheticFamily } from './person.ts';
import { assessAndOpine } from './verbs/assessment.ts';
import { confirm, serve } from './verbs/confirmation.ts';
import { holdMeeting } from './verbs/deliberation.ts';
import { caseView } from '../../modules/case/contract.ts';
import { type Asked, authorisedCase } from './verbs/intake.ts';
import { concludeInvestigation, askNeighbour, visitHome } from './verbs/investigation.ts';
import { postBoth, takeDownBoth } from './verbs/publicity.ts';
import {
  answerNothing,
  explainAll,
  issueReport,
  requestVerification,
} from './verbs/verification.ts';

/** Everybody a case meets on its way: one township's people and the county's. */
export type Cast = {
  readonly clerk: Desk;
  readonly officer: Desk;
  readonly investigator: Desk;
  readonly poster: Desk;
  readonly secretary: Desk;
  readonly chair: Desk;
  readonly voters: readonly Desk[];
  readonly aid: Desk;
  readonly verifier: Desk;
  readonly inspector: Desk;
  readonly leader: Desk;
};

/** The days of a plain case, from the door to the archive; each may be moved by the story that needs it. */
export type Days = {
  readonly accepted: LocalDate;
  readonly requested: LocalDate;
  readonly visited: LocalDate;
  readonly opined: LocalDate;
  readonly takenDown: LocalDate;
  readonly decided: LocalDate;
};

/** A spring without holidays: accepted on a Monday, decided sixteen days later. */
export const plainDays: Days = {
  accepted: localDate('2026-03-02'),
  requested: localDate('2026-03-03'),
  visited: localDate('2026-03-04'),
  opined: localDate('2026-03-06'),
  takenDown: localDate('2026-03-16'),
  decided: localDate('2026-03-17'),
};

/** Accepted, authorised, verified, visited: ready for the calculation. Answers the case id. */
export async function investigated(
  cast: Cast,
  clock: SetClock,
  family: SyntheticFamily,
  days: Days,
  asked: Asked = {},
): Promise<string> {
  clock.set(days.accepted);
  const caseId = await authorisedCase(cast.clerk, family, days.accepted, asked);
  clock.set(days.requested);
  if (await isOpen(cast.officer, caseId, 'verification')) await verified(cast, caseId);
  clock.set(days.visited);
  await visitHome(cast.investigator, caseId, { on: days.visited });
  await askNeighbour(cast.investigator, caseId, { on: days.visited });
  await concludeInvestigation(cast.investigator, caseId);
  return caseId;
}

/** Whether a stage waits for somebody now. */
async function isOpen(desk: Desk, caseId: string, stage: string): Promise<boolean> {
  const { body } = await desk.ask(caseView, { caseId });
  return body.summary.stages.includes(stage);
}

/** The county finds nothing beyond the declaration, and its report is accepted. */
export async function verified(cast: Cast, caseId: string): Promise<void> {
  await requestVerification(cast.officer, caseId);
  await answerNothing(cast.verifier, caseId);
  await issueReport(cast.verifier, caseId);
  await explainAll(cast.officer, caseId);
}

/** Calculated, proposed, posted at both places. */
export async function posted(
  cast: Cast,
  clock: SetClock,
  caseId: string,
  days: Days,
): Promise<void> {
  clock.set(days.opined);
  await assessAndOpine(cast.officer, caseId);
  await postBoth(cast.poster, caseId);
}

/** Taken down after the last day at both places. */
export async function takenDown(
  cast: Cast,
  clock: SetClock,
  caseId: string,
  days: Days,
): Promise<void> {
  clock.set(days.takenDown);
  await takeDownBoth(cast.poster, caseId);
}

/** From the door to the end of the publicity. */
export async function publicised(
  cast: Cast,
  clock: SetClock,
  family: SyntheticFamily,
  days: Days,
): Promise<string> {
  const caseId = await investigated(cast, clock, family, days);
  await posted(cast, clock, caseId, days);
  await takenDown(cast, clock, caseId, days);
  return caseId;
}

export async function deliberated(
  cast: Cast,
  clock: SetClock,
  caseId: string,
  days: Days,
): Promise<string> {
  clock.set(days.decided);
  const { secretary, chair, voters } = cast;
  return holdMeeting({ secretary, chair, voters, on: days.decided }, [caseId]);
}

/** The whole plain story of the delegated route, to the served letter. */
export async function decided(
  cast: Cast,
  clock: SetClock,
  family: SyntheticFamily,
  days: Days,
): Promise<string> {
  const caseId = await publicised(cast, clock, family, days);
  await deliberated(cast, clock, caseId, days);
  await confirm(cast.chair, caseId);
  await serve(cast.clerk, caseId, family.applicant.name, days.decided);
  return caseId;
}
