import { applicantName } from '../household/index.ts';
import type { CaseState } from './case.ts';
import type { CaseGiven } from './decide.ts';

/** What a paper about one case may be made of, besides the case itself. */
export type CasePaper<Search> = {
  readonly caseId: string;
  readonly area: string;
  readonly state: CaseState;
  readonly given: CaseGiven;
  readonly search: Search;
  readonly townshipName: string;
  readonly villageName: string;
  /** The township government or subdistrict office; the county's bureau decides in its own letters. */
  readonly organ: string;
  readonly demo: boolean;
  /** Names of the persons who acted, by person id. */
  readonly personName: (person: string) => string;
};

/** Head of an office paper about a case. */
export function paperHead({ state, caseId, organ, demo, given }: CasePaper<unknown>) {
  return { number: caseNumber(state, caseId), organ, date: given.today, demo };
}

/** The household as papers name it. */
export function paperHousehold({ state, caseId, villageName }: CasePaper<unknown>) {
  const people = state.household.declaration?.people ?? [];
  return {
    applicant: applicantName(state.household) || '申请人',
    caseNumber: caseNumber(state, caseId),
    village: villageName,
    scheme: state.course.scheme,
    membersCount: people.length,
  };
}

function caseNumber({ intake }: CaseState, caseId: string): string {
  return intake.accepted?.number ?? caseId.slice(0, 8);
}
