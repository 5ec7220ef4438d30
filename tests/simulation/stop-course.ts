import * as verb from '../../src/cli/demo/verbs/review.ts';
import { fen } from '../../src/kernel/fen.ts';
import type { HouseholdFacts } from '../../src/rules/facts.ts';
import type { CaseInYear, CountyYear } from './county-year.ts';

/** From this day nothing is taken away before the family was heard (SL-48, I-10). */
export const HEARD_FROM = '2026-07-01';
/** What the household really has in a month. */
const TRUE_INCOME = fen(400_000);

/** The township puts right what the county found: calculated anew, heard, stopped, told. */
export async function stopBenefit(year: CountyYear, one: CaseInYear): Promise<void> {
  const { caseId: benefitId, cast, family } = one;
  const { today } = year;
  const name = family.applicant.name;
  await verb.reassess(cast.officer, benefitId, withTruth);
  await verb.propose(cast.officer, benefitId, 'stop');
  if (today >= HEARD_FROM) {
    const early = await verb.tryDecide(cast.chair, benefitId);
    if (early.status !== 409) year.broken.push(`${today} ${one.applied.key} I-10 没有听取意见`);
    await verb.notify(cast.clerk, benefitId, name, today);
    await verb.hear(cast.clerk, benefitId, 'waived', today);
  }
  await verb.decideAdjustment(cast.chair, benefitId);
  await verb.serveDecision(cast.clerk, benefitId, name, today);
  year.stops += 1;
}

function withTruth(facts: HouseholdFacts): HouseholdFacts {
  const incomes = (facts.incomes ?? []).map((each) => ({ ...each, amount: TRUE_INCOME }));
  return { ...facts, incomes };
}
