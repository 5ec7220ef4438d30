import { useMemo } from 'react';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { FieldProps } from './field-frame.tsx';
import { TypedField } from './typed-field.tsx';
import { dateText } from './typed-text.ts';

type DateFieldProps = FieldProps<LocalDate | null> & {
  readonly notBefore?: LocalDate;
  readonly notAfter?: LocalDate;
};

/** A date, typed as 19520308 or 1952-3-8, shown as 1952年3月8日. */
export function DateField({ notBefore, notAfter, ...field }: DateFieldProps) {
  const kind = useMemo(
    () => dateText({ ...(notBefore && { notBefore }), ...(notAfter && { notAfter }) }),
    [notBefore, notAfter],
  );
  return <TypedField {...field} kind={kind} className="ym-date" placeholder="如 19520308" />;
}
