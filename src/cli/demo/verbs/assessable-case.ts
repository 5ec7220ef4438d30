import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Desk } from '../desk.ts';
import type { SyntheticFamily } from '../person.ts';
import { assessAndOpine } from './assessment.ts';
import { authorisedCase } from './intake.ts';
import { investigate } from './investigation.ts';
import { lastDayOfPublicity, postBoth, takeDownBoth } from './publicity.ts';
import {
  answerNothing,
  explainAll,
  issueReport,
  requestVerification,
  startVerification,
} from './verification.ts';

/** Who works on a case until its publicity is over. */
export type Hands = {
  readonly window: Desk;
  readonly officer: Desk;
  readonly investigator: Desk;
  readonly verifier: Desk;
  readonly poster: Desk;
};

/** A case accepted, authorised, verified (nothing found) and investigated, all on one day. */
export async function assessableCase(
  { window, officer, investigator, verifier }: Hands,
  family: SyntheticFamily,
  on: LocalDate,
): Promise<string> {
  const caseId = await authorisedCase(window, family, on);
  await requestVerification(officer, caseId);
  await startVerification(verifier, caseId);
  await answerNothing(verifier, caseId);
  await issueReport(verifier, caseId);
  await explainAll(officer, caseId);
  await investigate(investigator, caseId, { on });
  return caseId;
}

/** The same with its opinion hanging at both places. */
export async function publishedCase(
  hands: Hands,
  family: SyntheticFamily,
  on: LocalDate,
): Promise<string> {
  const caseId = await assessableCase(hands, family, on);
  await assessAndOpine(hands.officer, caseId);
  await postBoth(hands.poster, caseId);
  return caseId;
}

/** The day after the last day of the period, on which the notices come down; `setDay` moves the clock. */
export async function endPublicity(
  { officer, poster }: Pick<Hands, 'officer' | 'poster'>,
  caseId: string,
  setDay: (lastDay: LocalDate) => void,
): Promise<void> {
  setDay((await lastDayOfPublicity(officer, caseId)) as LocalDate);
  await takeDownBoth(poster, caseId);
}
