import type { CommandContract } from '../../../kernel/contract.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Masked } from '../../../modules/case/index.ts';
import type { benefitView } from '../../../modules/review/contract.ts';
import type { BenefitState } from '../../../modules/review/index.ts';
import type { ValueOf } from '../../../kernel/contract.ts';
import type { Option } from '../../../ui/field/code-select.tsx';
import type { Uploaded } from '../../../ui/upload.ts';

/** A household of the register as its page has it. */
export type BenefitShown = Omit<ValueOf<(typeof benefitView)['answer']>, 'state'> & {
  readonly state: Masked<BenefitState>;
};

type Kind =
  | { readonly is: 'text'; readonly lines?: number }
  | { readonly is: 'date' }
  | { readonly is: 'money'; readonly unit?: string }
  | { readonly is: 'code'; readonly options: readonly Option[] }
  | { readonly is: 'file' | 'files' }
  | { readonly is: 'people'; readonly roles: string };

/** One field of an act: its key in the form, its words, how it is filled. */
export type ActField = Kind & {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
};

/** What stands in a field: text, a code, a day, fen, files, people. */
export type ActValue = string | number | null | readonly string[] | readonly Uploaded[] | LocalDate;
export type ActForm = { readonly [key: string]: ActValue };

/** An act on a household of the register: its command, what is asked, and the body made of the answers. */
export type ActSpec = {
  readonly name: string;
  readonly contract: CommandContract<unknown> & {
    readonly path: `/benefits/:benefitId/${string}`;
  };
  /** What it does and what follows, in one sentence. */
  readonly about: string;
  readonly fields: readonly ActField[];
  readonly initial: ActForm;
  readonly bodyOf: (form: ActForm) => unknown;
};

export function optionsFrom(titles: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(titles).map(([value, label]) => ({ value, label }));
}

/** The files of a field in the words of a command. */
export function filesIn(value: ActValue | undefined) {
  if (!Array.isArray(value)) return [];
  return (value as readonly Uploaded[]).map(({ id, name, mediaType }) => ({
    hash: id,
    name,
    mime: mediaType,
  }));
}

/** The one file of a field; an empty reference makes the contract ask for it. */
export function fileIn(value: ActValue | undefined) {
  return filesIn(value)[0] ?? null;
}
