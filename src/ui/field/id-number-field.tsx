import type { FieldProps } from './field-frame.tsx';
import { TypedField } from './typed-field.tsx';
import { factsOfId, type IdFacts, idNumberText } from './typed-text.ts';

type IdNumberFieldProps = FieldProps<string | null> & {
  /** Called when the number is complete and right, with the birthday and sex that stand in it. */
  readonly onRead?: (facts: IdFacts) => void;
};

/** A citizen's number: checks itself, shows in groups, fills birthday and sex through `onRead`. */
export function IdNumberField({ onRead, ...field }: IdNumberFieldProps) {
  const change = (number: string | null) => {
    field.onChange(number);
    const facts = number === null ? null : factsOfId(number);
    if (facts) onRead?.(facts);
  };
  return (
    <TypedField
      {...field}
      onChange={change}
      kind={idNumberText}
      className="ym-id-number"
      placeholder="18 位"
    />
  );
}
