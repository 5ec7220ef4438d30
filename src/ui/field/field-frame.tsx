import type { ReactNode } from 'react';

/**
 * What all fields share. `id` is the path in the body, so that a line of the error summary finds
 * its field.
 */
export type FieldProps<Value> = {
  readonly id: string;
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly error?: string | undefined;
  readonly hint?: ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
  /** In a ledger cell: the label is heard, not seen. */
  readonly bare?: boolean;
};

/** What a control inside the frame takes, so that its label, hint and error are read with it. */
export type ControlProps = {
  readonly id: string;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-required'?: true;
};

type FrameProps = Omit<FieldProps<unknown>, 'value' | 'onChange'> & {
  /** A group of controls (radios, a signature) has a legend instead of a label. */
  readonly group?: boolean;
  readonly children: (control: ControlProps) => ReactNode;
};

/**
 * Label, control, hint, then the error as a sentence; so that neighbours' controls stand in one
 * line. A field that may stay empty says so.
 */
export function FieldFrame(props: FrameProps) {
  const { id, label, hint, error, required, bare, group, children } = props;
  const described = [hint && `${id}--hint`, error && `${id}--error`].filter(Boolean).join(' ');
  const control: ControlProps = {
    id,
    ...(bare && { 'aria-label': label }),
    ...(described && { 'aria-describedby': described }),
    ...(error && { 'aria-invalid': true }),
    ...(required && { 'aria-required': true }),
  };
  const Frame = group && !bare ? 'fieldset' : 'div';
  return (
    <Frame
      className={bare ? 'ym-field ym-field-bare' : 'ym-field'}
      data-wrong={error ? '' : undefined}
    >
      {!bare && <Caption id={id} label={label} group={group ?? false} optional={!required} />}
      {children(control)}
      {hint && (
        <div id={`${id}--hint`} className="ym-hint">
          {hint}
        </div>
      )}
      {error && (
        <div id={`${id}--error`} className="ym-wrong">
          {error}
        </div>
      )}
    </Frame>
  );
}

function Caption(props: { id: string; label: string; group: boolean; optional: boolean }) {
  const text = (
    <>
      {props.label}
      {props.optional && <span className="ym-optional">（可不填）</span>}
    </>
  );
  if (props.group) return <legend className="ym-label">{text}</legend>;
  return (
    <label className="ym-label" htmlFor={props.id}>
      {text}
    </label>
  );
}
