import { sql } from 'kysely';
import { dayOf } from '../../kernel/clock.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { read, SYSTEM, write } from '../../platform/database/database.ts';
import type { Context } from '../../platform/http/context.ts';
import { append, lockStream } from '../../platform/record/record.ts';
import type { Standards } from '../standards/store.ts';
import type { CourseEvent } from './course.ts';
import { openStages, progressOf, totalDue } from './progress.ts';
import { caseKind } from './store.ts';

/** The clock is nobody's act: its events carry this instead of a person. */
const CLOCK = { actor: 'clock', post: 'clock' };

/**
 * Tells the county of every stage and case that ran over its limit, once each (mission 4.8). It warns and
 * counts; it decides nothing. Answers how many cases were reported.
 */
export async function escalateOverdue(context: Context, standards: Standards): Promise<number> {
  const today = dayOf(context.clock.now());
  const late = await read(context.database, SYSTEM, (tx) =>
    sql<{ case_id: string }>`
      select case_id from case_row where status = 'open'
        and ((due_on <> '' and due_on < ${today}) or (total_due <> '' and total_due < ${today}))
      order by case_id`.execute(tx),
  );
  let reported = 0;
  for (const { case_id } of late.rows) {
    if (await escalateOne(context, standards, case_id, today)) reported += 1;
  }
  return reported;
}

async function escalateOne(
  context: Context,
  standards: Standards,
  caseId: string,
  today: LocalDate,
): Promise<boolean> {
  const kind = caseKind(standards);
  return write(context.database, SYSTEM, async (tx) => {
    const loaded = await lockStream(tx, kind, caseId);
    if (!loaded) return false;
    const township = loaded.area.slice(0, 9);
    const { course, intake } = loaded.state;
    const calendar = standards.calendarOf(township);
    const procedure = standards.procedureOf(
      township,
      intake.accepted?.on ?? course.openedOn,
      course.scheme,
    );
    const dues = openStages(progressOf(loaded.state, procedure, calendar)).flatMap(
      ({ stage, due }) => (due ? [{ stage: stage.id as string, dueOn: due.on }] : []),
    );
    const total = totalDue(loaded.state, procedure, calendar);
    if (total) dues.push({ stage: 'total', dueOn: total.on });
    const events = dues
      .filter(({ dueOn }) => dueOn < today)
      .filter(({ stage, dueOn }) =>
        course.escalated.every((each) => each.stage !== stage || each.dueOn !== dueOn),
      )
      .map((each): CourseEvent => ({ type: 'OverdueEscalated', ...each }));
    await append(tx, kind, loaded, events, {
      ...CLOCK,
      command: `overdue-${today}`,
      recordedAt: context.clock.now(),
    });
    return events.length > 0;
  });
}
