import { addWorkingDays } from '../../kernel/working-day.ts';
import type { WriteTx } from '../../platform/database/database.ts';
import { storeRelief } from '../confirmation/store.ts';
import type { Standards } from '../standards/store.ts';
import type { CaseState } from './case.ts';
import { hasStage } from './flow.ts';
import { rowOf } from './projection.ts';

type Stored = { id: string; area: string; state: CaseState };

/** Help given first is a row of its own until its papers are complete and a meeting has heard of it. */
export async function storeHelpFirst(
  tx: WriteTx,
  standards: Standards,
  { id, area, state }: Stored,
): Promise<void> {
  const { decision, completion, reported } = state.confirmation;
  if (!decision || !hasStage(state, 'completion')) return;
  const township = area.slice(0, 9);
  const procedure = standards.procedureOf(township, decision.on, state.course.scheme);
  const calendar = standards.calendarOf(township);
  const due = addWorkingDays(calendar, decision.on, procedure.helpFirstPapersWorkingDays.value);
  await storeRelief(tx, {
    caseId: id,
    area,
    number: state.intake.accepted?.number ?? '',
    applicant: rowOf(state, procedure, calendar).applicant,
    amount: decision.monthlyAmount,
    decidedOn: decision.on,
    papersDue: due.date,
    completedOn: completion?.on ?? '',
    meetingId: reported?.meetingId ?? '',
    reportedTo: reported?.meetingNumber ?? '',
  });
}
