import { useMemo } from 'react';
import type { FieldProps } from './field-frame.tsx';
import { TypedField } from './typed-field.tsx';
import { numberText } from './typed-text.ts';

type NumberFieldProps = FieldProps<number | null> & {
  readonly unit?: string;
  readonly decimals?: number;
  readonly least?: number;
  readonly most?: number;
};

/**
 * A count or a measure, right-aligned with its unit. Whole and not negative unless said otherwise.
 */
export function NumberField({ unit, decimals = 0, least = 0, most, ...field }: NumberFieldProps) {
  const kind = useMemo(
    () => numberText({ decimals, least, ...(most !== undefined && { most }) }),
    [decimals, least, most],
  );
  return (
    <TypedField
      {...field}
      kind={kind}
      className="ym-figure"
      inputMode={decimals === 0 ? 'numeric' : 'decimal'}
      {...(unit && { unit })}
    />
  );
}
