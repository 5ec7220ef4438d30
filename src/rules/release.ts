import { type Condition, CONDITIONS, PERSON_CONDITIONS } from './condition.ts';
import { frameText } from './frame.ts';
import { fieldOf, type FieldText, fieldTexts } from './household-field.ts';
import type { RuleSetText } from './language/declaration.ts';
import { type Scheme, TARGETS, type Target } from './scheme.ts';

/** One version of the rules: the frame, and what each scheme's result is read from and explained by. */
export type Release = {
  readonly frame: RuleSetText;
  readonly targets: Readonly<Record<Target, readonly string[]>>;
  readonly conditions: Readonly<Record<Scheme, readonly Condition[]>>;
  readonly personConditions: readonly string[];
};

/** The rules of today. A decision made under an earlier version is replayed under that one (`released/`). */
export const currentRelease: Release = {
  frame: frameText,
  targets: TARGETS,
  conditions: CONDITIONS,
  personConditions: PERSON_CONDITIONS,
};

/** A version as plain JSON, to be kept for as long as a decision rests on it. */
export type FrozenRelease = Omit<Release, 'frame'> & {
  readonly frame: Omit<RuleSetText, 'fields'> & { readonly fields: readonly FieldText[] };
};

export function frozen({ frame, ...release }: Release): FrozenRelease {
  const fields = frame.fields.map((field) => {
    const text = fieldTexts.find((each) => each.name === field.name && each.level === field.level);
    if (!text) throw new Error(`no fact ${field.level} ${field.name}`);
    return text;
  });
  return JSON.parse(JSON.stringify({ ...release, frame: { ...frame, fields } })) as FrozenRelease;
}

export function thawed({ frame, ...release }: FrozenRelease): Release {
  return { ...release, frame: { ...frame, fields: frame.fields.map(fieldOf) } };
}
