import type { PolicyContent } from '../../../modules/policy/policy.ts';
import type { FieldError } from '../../../ui/problem.ts';
import { blankPreview, type PreviewForm } from '../preview/preview-form.ts';

/** What is typed of a draft; the three ways stand side by side, so that changing one's mind loses nothing. */
export type PolicyForm = PreviewForm & {
  readonly issuer: string;
  /** Why a figure that looks like a slip is right, by question. */
  readonly reasons: Readonly<Record<string, string>>;
};

export const blankPolicy: PolicyForm = { ...blankPreview, issuer: '', reasons: {} };

/** A draft of an older form is not brought back. */
export function isPolicyForm(value: unknown): value is PolicyForm {
  if (typeof value !== 'object' || value === null) return false;
  return Object.keys(blankPolicy).every((key) => key in value);
}

/** The content as far as it is typed; what is missing the contract names. */
export function contentOf(form: PolicyForm): PolicyContent {
  const { title, issuer, kind, text } = form;
  const answers = Object.entries(form.reasons)
    .filter(([, reason]) => reason.trim() !== '')
    .map(([question, reason]) => ({ question, reason }));
  const head = { title: title.trim(), issuer: issuer.trim(), answers };
  if (kind === 'file') return { ...head, change: { kind: 'file', text } };
  const effective = (form.from ?? '') as never;
  return { ...head, change: { kind: 'figures', figures: figuresOf(form), effective } };
}

function figuresOf({ kind, urban, rural, parameter, value }: PolicyForm) {
  if (kind === 'figure') {
    return [{ parameter: parameter ?? '', residence: null, value: value ?? (null as never) }];
  }
  return (['urban', 'rural'] as const).flatMap((residence) => {
    const amount = { urban, rural }[residence];
    return amount === null ? [] : [{ parameter: 'standard', residence, value: amount }];
  });
}

/** A draft saved before, to be changed. */
export function formOf({ title, issuer, change, answers }: PolicyContent): PolicyForm {
  const reasons = Object.fromEntries(answers.map(({ question, reason }) => [question, reason]));
  const head = { ...blankPolicy, title, issuer, reasons };
  if (change.kind === 'file') return { ...head, kind: 'file', text: change.text };
  const { figures, effective: from } = change;
  const sideOf = (side: string) =>
    figures.find(({ parameter, residence }) => parameter === 'standard' && residence === side);
  const other = figures.find(({ parameter }) => parameter !== 'standard');
  if (other) {
    return { ...head, kind: 'figure', parameter: other.parameter, value: other.value, from };
  }
  const amount = (side: string) => (sideOf(side)?.value ?? null) as PolicyForm['urban'];
  return { ...head, kind: 'standard', urban: amount('urban'), rural: amount('rural'), from };
}

/** What is wrong, at the field it was typed in. */
export function errorsIn(form: PolicyForm, errors: readonly FieldError[]): readonly FieldError[] {
  return errors.map(({ path, message }) => ({ path: fieldAt(form, path), message }));
}

function fieldAt({ kind }: PolicyForm, path: string): string {
  const at = path.replace(/^content\./, '');
  if (at === 'change.effective') return 'change.from';
  if (at.endsWith('.parameter')) return 'change.parameter';
  if (at.startsWith('change.figures')) return kind === 'figure' ? 'change.value' : 'change.rural';
  return at;
}
