import { FieldFrame, type FieldProps } from '../../../ui/field/field-frame.tsx';

type ManyOfProps<Code extends string> = FieldProps<readonly Code[]> & {
  readonly titles: Readonly<Record<Code, string>>;
};

/** Several of a short list, each with its word. */
export function ManyOf<Code extends string>(props: ManyOfProps<Code>) {
  const { id, value, onChange, titles } = props;
  const codes = Object.keys(titles) as Code[];
  return (
    <FieldFrame {...props} group required>
      {() => (
        <div className="ym-choices" id={id} tabIndex={-1}>
          {codes.map((code) => (
            <label key={code} className="ym-choice">
              <input
                type="checkbox"
                checked={value.includes(code)}
                onChange={({ target }) =>
                  onChange(
                    codes.filter((each) => (each === code ? target.checked : value.includes(each))),
                  )
                }
              />
              <span>{titles[code]}</span>
            </label>
          ))}
        </div>
      )}
    </FieldFrame>
  );
}
