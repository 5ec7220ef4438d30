import { Input } from 'antd';
import type { HTMLAttributes } from 'react';
import { FieldFrame, type FieldProps } from './field-frame.tsx';
import type { TypedText } from './typed-text.ts';
import { useTypedText } from './use-typed-text.ts';

type TypedFieldProps<Value> = FieldProps<Value | null> & {
  readonly kind: TypedText<Value>;
  readonly className: string;
  readonly unit?: string;
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  readonly placeholder?: string;
};

/**
 * The one input behind dates, money, numbers and ID numbers: what is typed is read, then shown
 * tidily.
 */
export function TypedField<Value>(props: TypedFieldProps<Value>) {
  const { kind, value, onChange, unit, className, inputMode = 'text', placeholder } = props;
  const typing = useTypedText(kind, value, onChange);
  const error = typing.complaint ?? props.error;
  return (
    <FieldFrame {...props} error={error}>
      {(control) => (
        <Input
          {...control}
          className={className}
          value={typing.text}
          disabled={props.disabled ?? false}
          inputMode={inputMode}
          autoComplete="off"
          spellCheck={false}
          suffix={unit ? <span className="ym-unit">{unit}</span> : undefined}
          {...(error && { status: 'error' })}
          {...(placeholder !== undefined && { placeholder })}
          onChange={(event) => typing.onText(event.target.value)}
          onFocus={typing.onFocus}
          onBlur={typing.onBlur}
        />
      )}
    </FieldFrame>
  );
}
