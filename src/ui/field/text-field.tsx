import { Input } from 'antd';
import { FieldFrame, type FieldProps } from './field-frame.tsx';

type TextFieldProps = FieldProps<string> & {
  /** More than one line: Enter then starts a new line, Ctrl+Enter still does the next act. */
  readonly lines?: number;
  readonly most?: number;
  readonly placeholder?: string;
};

/** Free text, one line or several. */
export function TextField(props: TextFieldProps) {
  const { value, onChange, disabled, lines = 1, most, placeholder } = props;
  const shared = {
    value,
    disabled: disabled ?? false,
    autoComplete: 'off',
    ...(most !== undefined && { maxLength: most }),
    ...(placeholder !== undefined && { placeholder }),
  };
  return (
    <FieldFrame {...props}>
      {(control) =>
        lines > 1 ? (
          <Input.TextArea
            {...control}
            {...shared}
            rows={lines}
            className="ym-lines"
            style={{ minHeight: `calc(${lines} * 1lh + 10px)` }}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <Input {...control} {...shared} onChange={(event) => onChange(event.target.value)} />
        )
      }
    </FieldFrame>
  );
}
