import type { ValueOf } from '../../kernel/contract.ts';
import { isLocalDate } from '../../kernel/local-date.ts';
import { addWorkingDays } from '../../kernel/working-day.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { Asker } from '../../platform/http/context.ts';
import type { CaseSummary } from '../case/contract.ts';
import { countCases, listCases } from '../case/store.ts';
import type { Standards } from '../standards/store.ts';
import type { visitList } from './contract.ts';
import { interviewsOfRound } from './investigation.ts';
import { type InvestigationRow, investigationsOf } from './store.ts';

type VisitList = ValueOf<(typeof visitList)['answer']>;

const MOST = 200;

/** 入户任务: the open investigations of the asker's area by deadline, without those of the asker's relatives. */
export async function visitsOf(tx: ReadTx, standards: Standards, asker: Asker): Promise<VisitList> {
  const filter = { area: asker.area, status: 'open', stage: 'investigation', limit: MOST };
  const { cases } = await listCases(tx, standards, filter);
  const rows = await investigationsOf(
    tx,
    cases.map(({ caseId }) => caseId),
  );
  const visits = cases.flatMap((each) => {
    const row = rows.find(({ caseId }) => caseId === each.caseId);
    const isKin = row?.disclosure.hits.some(({ person }) => person === asker.person);
    return row && !isKin ? [taskOf(standards, each, row)] : [];
  });
  const total = await countCases(tx, filter);
  return { visits, total: total - (cases.length - visits.length) };
}

function taskOf(
  standards: Standards,
  summary: CaseSummary,
  { investigation }: InvestigationRow,
): VisitList['visits'][number] {
  const { caseId, number, applicant, members, villageName, acceptedOn, dueOn } = summary;
  const { startedOn, startDueOn, round, visits, visitsBeforeRound } = investigation;
  return {
    caseId,
    number,
    applicant,
    members,
    villageName,
    acceptedOn,
    startDueOn: startDueOn ?? startDue(standards, summary),
    startedOn: startedOn ?? '',
    dueOn,
    round,
    visits: visits.length - visitsBeforeRound,
    interviews: interviewsOfRound(investigation).length,
  };
}

function startDue(standards: Standards, { acceptedOn, township }: CaseSummary): string {
  if (!isLocalDate(acceptedOn)) return '';
  const { value } = standards.procedureOf(township, acceptedOn).startInvestigationWorkingDays;
  return addWorkingDays(standards.calendarOf(township), acceptedOn, value).date;
}
