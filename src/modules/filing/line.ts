import { localDate } from '../../kernel/local-date.ts';
import { addWorkingDays } from '../../kernel/working-day.ts';
import type { Standards } from '../standards/store.ts';
import type { FilingLine } from './contract.ts';
import type { DecisionRow } from './store.ts';

/** A decision with the day the county must have it by: the procedure in force when it was made (DL-17). */
export function lineOf(standards: Standards, row: DecisionRow): FilingLine {
  const { area, isFiled: _, ...rest } = row;
  const township = area.slice(0, 9);
  const on = localDate(row.decidedOn);
  const days = standards.procedureOf(township, on, row.scheme).filingWorkingDays.value;
  return {
    ...rest,
    townshipName: standards.nameOf(township),
    villageName: standards.nameOf(area),
    dueOn: addWorkingDays(standards.calendarOf(township), on, days).date,
  };
}
