import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { Procedure } from '../../rules/procedure.ts';
import type { CourseContent, CourseEvent, CoursePart, CourseState, Question } from './course.ts';
import { type TrainingRefusal, refusals } from './refusal.ts';
import type { Attendant, SessionEvent, SessionPlan, SessionState } from './session.ts';
import type { TrainingEvent, TrainingState } from './training.ts';

const no = (code: TrainingRefusal) => refused(refusals[code]);

/** Publishes a course or a new edition of it; tests begun before are judged by the edition they were drawn from. */
export function publishCourse(
  content: CourseContent,
  _state: CourseState,
  { procedure }: { readonly procedure: Procedure },
): Decision<CourseEvent, TrainingRefusal> {
  if (content.parts.length === 0) return no('course-without-parts');
  if (content.parts.some(isEmpty)) return no('course-part-empty');
  if ((content.months ?? 0) > procedure.certificateMonths.value) {
    return no('course-months-too-long');
  }
  if (content.questions.length < procedure.testQuestions.value) {
    return no('question-bank-too-small');
  }
  if (!areDifferent(content.questions.flatMap(({ id }) => id))) return no('question-repeated');
  if (!areDifferent(content.questions.map(({ text }) => text))) return no('question-repeated');
  if (content.questions.some(({ options }) => !areDifferent(options))) {
    return no('question-repeated');
  }
  if (!content.questions.every(isAnswered)) return no('question-answer-missing');
  return happened({ type: 'CoursePublished', content });
}

function isEmpty({ is, text, file, link }: CoursePart): boolean {
  if (is === 'file') return file === null;
  return (is === 'text' ? text : link).trim() === '';
}

function areDifferent(texts: readonly (string | number)[]): boolean {
  return new Set(texts).size === texts.length;
}

function isAnswered({ options, answers }: Question): boolean {
  const within = answers.every((answer) => answer >= 0 && answer < options.length);
  return within && answers.length > 0 && areDifferent(answers);
}

export function retireCourse(
  { reason }: { readonly reason: string },
  { content, retired }: CourseState,
): Decision<CourseEvent, TrainingRefusal> {
  if (!content) return no('course-not-published');
  if (retired) return no('course-retired');
  return happened({ type: 'CourseRetired', reason });
}

export function planSession(
  plan: SessionPlan,
  state: SessionState,
  given: { readonly today: LocalDate; readonly isOffered: boolean },
): Decision<SessionEvent, TrainingRefusal> {
  if (state.plan) return no('session-already-planned');
  if (!given.isOffered) return no('course-retired');
  if (plan.on < given.today) return no('session-in-the-past');
  return happened({ type: 'SessionPlanned', plan });
}

/** Who was there, once: of the people who hold a post in the county that day. */
export function recordTrainingAttendance(
  { present }: { readonly present: readonly string[] },
  state: SessionState,
  given: { readonly today: LocalDate; readonly inPost: readonly Attendant[] },
): Decision<SessionEvent, TrainingRefusal> {
  if (state.present) return no('attendance-recorded');
  if (state.plan && given.today < state.plan.on) return no('attendance-before-the-day');
  const found = [...new Set(present)].flatMap((person) => {
    const own = given.inPost.filter((each) => each.person === person);
    return own.length > 0 ? [own] : [];
  });
  if (found.length < new Set(present).size) return no('attendant-unknown');
  return happened({ type: 'TrainingAttendanceRecorded', present: found.flat() });
}

/** The county takes a certificate back, for a test somebody else took, say; the act is gone with it. */
export function revokeCertificate(
  { number, reason }: { readonly number: string; readonly reason: string },
  { certificates }: TrainingState,
): Decision<TrainingEvent, TrainingRefusal> {
  const found = certificates.find((each) => each.number === number);
  if (!found) return no('certificate-unknown');
  if (found.revoked) return no('certificate-revoked');
  return happened({ type: 'CertificateRevoked', number, reason });
}
