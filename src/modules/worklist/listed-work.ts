import { type LocalDate, localDate } from '../../kernel/local-date.ts';
import { workingDaysBetween } from '../../kernel/working-day.ts';
import type { Standards } from '../standards/store.ts';
import type { ListedAbsence, ListedWork } from './contract.ts';
import type { OpenWork } from './item-store.ts';
import type { AbsenceRow } from './store.ts';
import { flowTitles } from './work-source.ts';

type Shown = {
  readonly standards: Standards;
  readonly today: LocalDate;
  readonly names: ReadonlyMap<string, string>;
};

/** A piece of work as a list shows it: how late, with whom, and whether the next level sees to it. */
export function listedWork(work: OpenWork, { standards, today, names }: Shown): ListedWork {
  const { itemId, place, area, dueOn, owner, because, path, what, act, roles } = work;
  const late = lateBy(work, standards, today);
  const { workEscalationWorkingDays } = standards.procedureOf(place, today);
  return {
    ...{ itemId, what, act, place, dueOn, late, path, owner, because, roles: [...roles] },
    escalated: late >= workEscalationWorkingDays.value,
    flow: flowTitles[work.flow],
    placeName: standards.nameOf(place),
    villageName: area.length === 12 ? standards.nameOf(area) : '',
    ownerName: names.get(owner) ?? '',
  };
}

function lateBy({ dueOn, place }: OpenWork, standards: Standards, today: LocalDate): number {
  if (dueOn === '' || dueOn >= today) return 0;
  return Math.max(1, workingDaysBetween(standards.calendarOf(place), localDate(dueOn), today).days);
}

export function listedAbsence(
  { absenceId, person, area, from, to, reason, substitute }: AbsenceRow,
  { names }: Pick<Shown, 'names'>,
): ListedAbsence {
  return {
    ...{ absenceId, from, to, reason, holderId: `${person}.${area}` },
    name: names.get(person) ?? '',
    substituteName: names.get(substitute) ?? '',
  };
}
