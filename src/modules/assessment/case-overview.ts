import type { LocalDate } from '../../kernel/local-date.ts';
import type { Given } from '../../rules/assess.ts';
import { assessHousehold, type Overview } from '../../rules/overview.ts';
import type { Region } from '../../rules/region.ts';
import type { CaseState } from '../case/index.ts';
import { latestAssessment } from './assessment.ts';

/**
 * Every scheme for the facts of a case as they stand. Once they are calculated the day and the publications are
 * those of the calculation, so that the same page reads the same later; null before a household is declared.
 */
export function caseOverviewOf(
  state: CaseState,
  { today, region }: { today: LocalDate; region: Region },
): Overview | null {
  const { facts } = state.household;
  return facts && assessHousehold(facts, region, overviewGiven(state, today));
}

function overviewGiven(state: CaseState, today: LocalDate): Given {
  const { household, intake, assessment } = state;
  const latest = latestAssessment(assessment);
  const names = new Map(
    (household.declaration?.people ?? []).map((each) => [each.memberId, each.name]),
  );
  const nameOf: Given['nameOf'] = (member) => names.get(member.id) ?? member.id;
  if (latest?.revision === household.revision) {
    return { on: latest.result.on, knownOn: latest.result.knownOn, nameOf };
  }
  return { on: intake.accepted?.on ?? today, knownOn: today, nameOf };
}
