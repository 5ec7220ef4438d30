import type { CertifiedAct } from '../../../rules/procedure.ts';
import type { CourseBody } from '../../../modules/training/contract.ts';
import { newKey } from '../../../ui/intent.ts';
import type { Uploaded } from '../../../ui/upload.ts';
import { readQuestions, typedText } from './question-text.ts';

/** A piece of teaching as it is typed; what the other kinds would need stays, so that the kind may change. */
export type PartForm = {
  readonly key: string;
  readonly is: 'text' | 'file' | 'video';
  readonly title: string;
  readonly text: string;
  readonly file: readonly Uploaded[];
  readonly link: string;
};

/** A course as it is typed; the bank of questions is one text. */
export type CourseForm = {
  readonly title: string;
  readonly acts: readonly CertifiedAct[];
  readonly months: number | null;
  readonly needsAttendance: boolean;
  readonly parts: readonly PartForm[];
  readonly questions: string;
};

export function emptyPart(is: PartForm['is'] = 'text'): PartForm {
  return { key: newKey(), is, title: '', text: '', file: [], link: '' };
}

export function emptyCourse(): CourseForm {
  return {
    ...{ title: '', acts: [], months: null, needsAttendance: false },
    ...{ parts: [emptyPart()], questions: '' },
  };
}

/** The content of an edition, to be changed into the next. */
export function formOf(content: CourseBody): CourseForm {
  const { title, acts, months = null, needsAttendance, parts, questions } = content;
  return {
    ...{ title, acts, months, needsAttendance, questions: typedText(questions) },
    parts: parts.map(({ file, ...part }) => ({
      ...{ ...part, key: newKey() },
      file: file ? [{ id: file.hash, name: file.name, mediaType: file.mime, sizeBytes: 0 }] : [],
    })),
  };
}

type Published = { readonly id: string; readonly text: string };

/** What is sent; a question whose words did not change keeps its number in the bank. */
export function bodyOf(form: CourseForm, before: readonly Published[]) {
  const idOf = (text: string) => before.find((each) => each.text === text)?.id ?? newKey();
  const { title, acts, months, needsAttendance, parts, questions } = form;
  return {
    ...{ title: title.trim(), acts: [...acts], needsAttendance },
    ...(months !== null && { months }),
    parts: parts.map((part) => ({
      ...{ title: part.title.trim(), is: part.is, text: part.is === 'text' ? part.text : '' },
      file: part.is === 'file' ? fileOf(part) : null,
      link: part.is === 'video' ? part.link.trim() : '',
    })),
    questions: readQuestions(questions).map((each) => ({ ...each, id: idOf(each.text) })),
  };
}

function fileOf({ file: [first] }: PartForm) {
  return first ? { hash: first.id, name: first.name, mime: first.mediaType } : null;
}
