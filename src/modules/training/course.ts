import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';
import type { CertifiedAct } from '../../rules/procedure.ts';

/** A piece of teaching: words to read, a file to open, or the address of a film. */
export type CoursePart = {
  readonly title: string;
  readonly is: 'text' | 'file' | 'video';
  readonly text: string;
  readonly file: FileRef | null;
  readonly link: string;
};

/** One question of the bank. Options are numbered as they stand here; `answers` never leaves the server untaken. */
export type Question = {
  readonly id: string;
  readonly text: string;
  readonly options: readonly string[];
  readonly answers: readonly number[];
  /** Where it is written, shown to whoever got it wrong. */
  readonly basis: string;
};

export type CourseContent = {
  readonly title: string;
  /** Whoever passes may do these acts until the certificate lapses. */
  readonly acts: readonly CertifiedAct[];
  /** How long the certificate of this course holds, where that is less than the county's general term. */
  readonly months?: number;
  readonly parts: readonly CoursePart[];
  /** The test is open to those only who were at a session of it. */
  readonly needsAttendance: boolean;
  readonly questions: readonly Question[];
};

/** How many months a certificate holds: the course's own term, and never longer than the county's. */
export function monthsOf(own: number | null | undefined, general: number): number {
  return Math.min(own ?? general, general);
}

export type CourseEvent =
  | { readonly type: 'CoursePublished'; readonly content: CourseContent }
  | { readonly type: 'CourseRetired'; readonly reason: string };

export type CourseState = {
  /** How often it was published: a test is judged by the bank it was drawn from. */
  readonly edition: number;
  readonly content: CourseContent | null;
  readonly publishedOn: LocalDate | null;
  readonly retired: { readonly on: LocalDate; readonly reason: string } | null;
};

export const courseSlot: Slot<CourseState, CourseEvent> = {
  initial: { edition: 0, content: null, publishedOn: null, retired: null },
  evolve: {
    CoursePublished: (state, { content }, { occurredOn }) => ({
      edition: state.edition + 1,
      content,
      publishedOn: occurredOn,
      retired: null,
    }),
    CourseRetired: (state, { reason }, { occurredOn }) => ({
      ...state,
      retired: { on: occurredOn, reason },
    }),
  },
  titles: { CoursePublished: '发布培训课程', CourseRetired: '停用培训课程' },
};
