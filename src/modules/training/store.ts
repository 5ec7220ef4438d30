import { sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import type { CertifiedAct } from '../../rules/procedure.ts';
import { type CourseEvent, courseSlot, type CourseState } from './course.ts';
import { type SessionEvent, sessionSlot, type SessionState } from './session.ts';
import { type TrainingEvent, trainingSlot, type TrainingState } from './training.ts';

const titleIn = (titles: object) => (type: string) =>
  (titles as Record<string, string | undefined>)[type] ?? type;

/** A course of the county; every edition of it stays, because tests are judged by the one they were drawn from. */
export const trainingCourseKind: TitledKind<CourseState, CourseEvent> = {
  name: 'training-course',
  initial: courseSlot.initial,
  evolve: (state, event, meta) => evolveSlot(courseSlot, state, event, meta),
  titleOf: titleIn(courseSlot.titles),
  project: async (tx, { id, area, state }) => storeCourse(tx, id, area, state),
};

async function storeCourse(
  tx: WriteTx,
  id: string,
  area: string,
  { edition, content, publishedOn, retired }: CourseState,
): Promise<void> {
  if (!content) return;
  const updated = await sql`
    update training_course set retired_on = ${retired?.on ?? ''}
    where course_id = ${id} and edition = ${edition}`.execute(tx);
  if (updated.numAffectedRows !== 0n) return;
  await sql`insert into training_course values (${id}, ${edition}, ${area}, ${content.title},
    ${[...content.acts]}::text[], ${JSON.stringify(content.parts)}::jsonb, ${content.needsAttendance},
    ${publishedOn ?? ''}, '', ${content.months ?? null})`.execute(tx);
  await sql`
    insert into training_question
    select ${id}, ${edition}, q.id, ${area}, q.text, q.options, q.answers, q.basis
    from jsonb_to_recordset(${JSON.stringify(content.questions)}::jsonb)
      as q(id text, text text, options jsonb, answers int[], basis text)`.execute(tx);
}

export const trainingSessionKind: TitledKind<SessionState, SessionEvent> = {
  name: 'training-session',
  initial: sessionSlot.initial,
  evolve: (state, event, meta) => evolveSlot(sessionSlot, state, event, meta),
  titleOf: titleIn(sessionSlot.titles),
  project: async (tx, { id, area, state: { plan, present } }) => {
    if (!plan) return;
    const { courseId, on, place, teacher } = plan;
    await sql`insert into training_session
      values (${id}, ${area}, ${courseId}, ${on}, ${place}, ${teacher}, null)
      on conflict (session_id) do nothing`.execute(tx);
    if (!present) return;
    const count = new Set(present.map(({ person }) => person)).size;
    await sql`update training_session set attendance = ${count} where session_id = ${id}`.execute(
      tx,
    );
    await sql`
      insert into training_attendance
      select ${id}, p.person, p.area, ${courseId}, ${on}
      from jsonb_to_recordset(${JSON.stringify(present)}::jsonb) as p(person text, area text)
      on conflict do nothing`.execute(tx);
  },
};

/** Attempts and certificates of one person in one post's area; the id is `person.area`. */
export const trainingKind: TitledKind<TrainingState, TrainingEvent> = {
  name: 'training',
  initial: trainingSlot.initial,
  evolve: (state, event, meta) => evolveSlot(trainingSlot, state, event, meta),
  titleOf: titleIn(trainingSlot.titles),
  project: async (tx, { id, area, state }) => {
    const person = id.slice(0, -area.length - 1);
    for (const { attemptId, courseId, on, status } of state.attempts) {
      const updated = await sql`update training_attempt set status = ${status}
        where attempt_id = ${attemptId}`.execute(tx);
      if (updated.numAffectedRows !== 0n) continue;
      await sql`insert into training_attempt
        values (${attemptId}, ${person}, ${area}, ${courseId}, ${on}, ${status})`.execute(tx);
    }
    for (const { number, courseId, acts, from, until, revoked } of state.certificates) {
      const updated = await sql`update training_certificate set revoked_on = ${revoked?.on ?? ''}
        where number = ${number}`.execute(tx);
      if (updated.numAffectedRows !== 0n) continue;
      await sql`insert into training_certificate
        select ${number}, a, ${person}, ${area}, ${courseId}, ${from}, ${until}, ''
        from unnest(${[...acts]}::text[]) as a`.execute(tx);
    }
  },
};

export type CourseRow = {
  readonly courseId: string;
  readonly edition: number;
  readonly area: string;
  readonly title: string;
  readonly acts: CertifiedAct[];
  readonly parts: CoursePartRow[];
  readonly needsAttendance: boolean;
  /** Null where the county's general term holds. */
  readonly months: number | null;
  readonly publishedOn: string;
  readonly retiredOn: string;
};
type CoursePartRow = {
  readonly title: string;
  readonly is: 'text' | 'file' | 'video';
  readonly text: string;
  readonly file: { readonly hash: string; readonly name: string; readonly mime: string } | null;
  readonly link: string;
};

const courseColumns = sql.raw(
  `course_id as "courseId", edition, area, title, acts, parts, needs_attendance as "needsAttendance", months,
   published_on as "publishedOn", retired_on as "retiredOn"`,
);

/** The newest edition of every course that is offered at a place: its own and those of its superiors, by title. */
export async function coursesAt(tx: ReadTx, area: string): Promise<readonly CourseRow[]> {
  const found = await sql<CourseRow>`
    select * from (
      select distinct on (course_id) ${courseColumns} from training_course
      where starts_with(${area}, area) order by course_id, edition desc
    ) c order by title, "courseId"`.execute(tx);
  return found.rows;
}

/** As `coursesAt`, of one course; undefined where it is another county's. */
export async function findCourse(
  tx: ReadTx,
  area: string,
  courseId: string,
): Promise<CourseRow | undefined> {
  const found = await sql<CourseRow>`
    select ${courseColumns} from training_course
    where course_id = ${courseId} and starts_with(${area}, area)
    order by edition desc limit 1`.execute(tx);
  return found.rows[0];
}

export type QuestionRow = {
  readonly id: string;
  readonly text: string;
  readonly options: string[];
  readonly answers: number[];
  readonly basis: string;
};

/** The bank of one edition. */
export async function questionsOf(
  tx: ReadTx,
  courseId: string,
  edition: number,
): Promise<readonly QuestionRow[]> {
  const found = await sql<QuestionRow>`
    select question_id as id, body as text, options, answers, basis from training_question
    where course_id = ${courseId} and edition = ${edition} order by question_id`.execute(tx);
  return found.rows;
}

export type SessionRow = {
  readonly sessionId: string;
  readonly courseId: string;
  readonly on: string;
  readonly place: string;
  readonly teacher: string;
  readonly attendance: number | null;
};

/** Days of teaching for the people of a place, the newest first. */
export async function sessionsAt(tx: ReadTx, area: string): Promise<readonly SessionRow[]> {
  const found = await sql<SessionRow>`
    select session_id as "sessionId", course_id as "courseId", on_day as "on", place, teacher, attendance
    from training_session where starts_with(${area}, area)
    order by on_day desc, session_id limit 500`.execute(tx);
  return found.rows;
}

/** Who was at the sessions of a course, each person once a session. */
export async function attendantsOf(
  tx: ReadTx,
  courseId: string,
): Promise<readonly { sessionId: string; person: string }[]> {
  const found = await sql<{ sessionId: string; person: string }>`
    select distinct session_id as "sessionId", person from training_attendance
    where course_id = ${courseId}`.execute(tx);
  return found.rows;
}

/** The courses somebody was taught. */
export async function attendedBy(tx: ReadTx, person: string): Promise<ReadonlySet<string>> {
  const found = await sql<{ courseId: string }>`
    select distinct course_id as "courseId" from training_attendance where person = ${person}`.execute(
    tx,
  );
  return new Set(found.rows.map(({ courseId }) => courseId));
}

/** How often somebody began a test on a day, in whatever post. */
export async function attemptsOn(tx: ReadTx, person: string, day: LocalDate): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from training_attempt
    where person = ${person} and on_day = ${day}`.execute(tx);
  return found.rows[0]?.count ?? 0;
}
