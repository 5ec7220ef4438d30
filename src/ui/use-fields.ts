import type { FieldError } from './problem.ts';

/**
 * What every field takes: an id that equals its path in the body, its value, and what is wrong with
 * it.
 */
export type Bound<Value> = {
  readonly id: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly error: string | undefined;
};

/**
 * Ties fields to a form kept in one object: `<DateField label="生日" {...bind('birth')} />`. `prefix`
 * is the path of this object inside the body, when it is not the body itself. `setForm` is that of
 * `useState` or `useDraft`: it takes a function, so that one field may fill others in the same
 * moment.
 */
export function useFields<Form extends object>(
  form: Form,
  setForm: (change: (form: Form) => Form) => void,
  errors: readonly FieldError[] = [],
  prefix = '',
): <Key extends Extract<keyof Form, string>>(key: Key) => Bound<Form[Key]> {
  return (key) => {
    const id = prefix === '' ? key : `${prefix}.${key}`;
    return {
      id,
      value: form[key],
      onChange: (value) => setForm((now) => ({ ...now, [key]: value })),
      error: errorAt(errors, id),
    };
  };
}

/** The first message about a path, or about something below it (`birth` also for `birth.year`). */
export function errorAt(errors: readonly FieldError[], path: string): string | undefined {
  return errors.find((error) => error.path === path || error.path.startsWith(`${path}.`))?.message;
}
