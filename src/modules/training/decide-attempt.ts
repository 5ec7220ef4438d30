import type { Instant } from '../../kernel/clock.ts';
import { addDays, addMonths, type LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { CertifiedAct, Procedure } from '../../rules/procedure.ts';
import { monthsOf } from './course.ts';
import { type TrainingRefusal, refusals } from './refusal.ts';
import type {
  Attempt,
  Certificate,
  DrawnQuestion,
  Judgement,
  TrainingEvent,
  TrainingState,
} from './training.ts';

type Answer = Decision<TrainingEvent, TrainingRefusal>;

export type AttemptGiven = {
  readonly now: Instant;
  readonly today: LocalDate;
  readonly procedure: Procedure;
};

/** The course as it is offered now; `drawn` is chance's and comes from the server. */
export type Offered = {
  readonly courseId: string;
  readonly edition: number;
  readonly acts: readonly CertifiedAct[];
  readonly retired: boolean;
  readonly needsAttendance: boolean;
  /** Null where the county's general term holds. */
  readonly months: number | null;
  readonly drawn: readonly DrawnQuestion[];
};

const no = (code: TrainingRefusal) => refused(refusals[code]);

/** Begins a test: questions are drawn anew each time, one attempt at a time, so many a day (mission 6.4). */
export function startAttempt(
  { attemptId }: { readonly attemptId: string },
  state: TrainingState,
  given: AttemptGiven & {
    readonly course: Offered;
    readonly attended: boolean;
    /** Attempts of this person begun today, in whatever post. */
    readonly begunToday: number;
  },
): Answer {
  const { course, now, today, procedure } = given;
  if (course.retired) return no('course-retired');
  if (course.needsAttendance && !given.attended) return no('session-not-attended');
  const held = newestOf(state, course.courseId);
  if (held && held.until > addDays(today, procedure.certificateWarnDays.value)) {
    return no('certificate-still-valid');
  }
  if (state.attempts.some((each) => each.status === 'open' && now <= each.endsAt)) {
    return no('attempt-open');
  }
  if (given.begunToday >= procedure.testAttemptsPerDay.value) return no('attempts-spent');
  const seconds = procedure.testSecondsPerQuestion.value * course.drawn.length;
  const { courseId, edition, acts, months, drawn } = course;
  return happened({
    type: 'AttemptStarted',
    terms: {
      ...{ attemptId, courseId, edition, acts, drawn },
      ...(months !== null && { months }),
      passPercent: procedure.testPassPercent.value,
      earliestAt: (now + seconds * 1000) as Instant,
      endsAt: (now + procedure.testMinutes.value * 60_000) as Instant,
    },
  });
}

export type GivenAnswer = { readonly questionId: string; readonly chosen: readonly number[] };

/**
 * Judges an attempt on the server. What was not drawn, or came back faster than anybody reads, is refused; whoever
 * passes gets the certificate with it.
 */
export function submitAttempt(
  { attemptId, answers }: { readonly attemptId: string; readonly answers: readonly GivenAnswer[] },
  state: TrainingState,
  given: AttemptGiven & {
    /** The right options of the drawn questions, by question. */
    readonly key: ReadonlyMap<string, readonly number[]>;
    readonly number: string;
  },
): Answer {
  const attempt = state.attempts.find((each) => each.attemptId === attemptId);
  if (attempt?.status !== 'open') return no('attempt-not-open');
  if (given.now > attempt.endsAt) return no('attempt-over');
  if (given.now < attempt.earliestAt) return no('answered-too-fast');
  const fault = faultIn(answers, attempt);
  if (fault) return no(fault);
  const judged = judge(answers, attempt, given.key);
  const event: TrainingEvent = { type: 'AttemptJudged', ...judged };
  if (!judged.passed) return happened<TrainingEvent>(event);
  const certificate = certificateFor(attempt, state, given);
  return happened<TrainingEvent>(event, { type: 'CertificateIssued', certificate });
}

function faultIn(answers: readonly GivenAnswer[], { drawn }: Attempt): TrainingRefusal | null {
  const asked = new Map(drawn.map(({ questionId, order }) => [questionId, order]));
  const ids = answers.map(({ questionId }) => questionId);
  const isForeign = answers.some(({ questionId, chosen }) =>
    chosen.some((option) => !asked.get(questionId)?.includes(option)),
  );
  if (isForeign || ids.some((id) => !asked.has(id)) || new Set(ids).size < ids.length) {
    return 'answer-not-drawn';
  }
  const answered = answers.filter(({ chosen }) => chosen.length > 0).length;
  return answered < drawn.length ? 'question-unanswered' : null;
}

function judge(
  answers: readonly GivenAnswer[],
  { attemptId, drawn, passPercent }: Attempt,
  key: ReadonlyMap<string, readonly number[]>,
): Judgement {
  const wrong = answers
    .filter(({ questionId, chosen }) => !isSame(chosen, key.get(questionId) ?? []))
    .map(({ questionId }) => questionId);
  const correct = drawn.length - wrong.length;
  return { attemptId, correct, passed: correct * 100 >= passPercent * drawn.length, wrong };
}

function isSame(chosen: readonly number[], answers: readonly number[]): boolean {
  const own = new Set(chosen);
  return own.size === answers.length && answers.every((answer) => own.has(answer));
}

/** A certificate renewed in time goes on from the last day of the one before: nobody loses days by being early. */
function certificateFor(
  { courseId, acts, months: own }: Attempt,
  state: TrainingState,
  { today, procedure, number }: AttemptGiven & { readonly number: string },
): Certificate {
  const months = monthsOf(own, procedure.certificateMonths.value);
  const held = newestOf(state, courseId);
  const until =
    held && held.until >= today
      ? addMonths(held.until, months)
      : addDays(addMonths(today, months), -1);
  return { number, courseId, acts, from: today, until };
}

function newestOf({ certificates }: TrainingState, courseId: string): Certificate | undefined {
  return certificates.filter((each) => each.courseId === courseId && !each.revoked).at(-1);
}
