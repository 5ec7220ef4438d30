import type { KeyboardEvent } from 'react';
import { FieldFrame, type FieldProps } from './field-frame.tsx';

/** Three-valued as the rules are: not knowing is an answer of its own, and no answer is null. */
export type ThreeValued = 'yes' | 'no' | 'unknown';

type YesNoUnknownProps = FieldProps<ThreeValued | null> & {
  /** Words for the three answers; 是 · 否 · 不清楚 when left out. */
  readonly words?: Readonly<Record<ThreeValued, string>>;
};

const usualWords = { yes: '是', no: '否', unknown: '不清楚' };
const answers: readonly ThreeValued[] = ['yes', 'no', 'unknown'];

/** 是 / 否 / 不清楚. Arrow keys choose, or the keys 1, 2, 3. */
export function YesNoUnknown({ words = usualWords, ...field }: YesNoUnknownProps) {
  const { value, onChange, disabled } = field;
  const pressDigit = (event: KeyboardEvent) => {
    const answer = answers[Number(event.key) - 1];
    if (!answer || disabled) return;
    event.preventDefault();
    onChange(answer);
  };
  return (
    <FieldFrame {...field} group>
      {({ id, ...control }) => (
        <div
          {...control}
          role="radiogroup"
          aria-label={field.label}
          className="ym-choices"
          onKeyDown={pressDigit}
        >
          {answers.map((answer, index) => (
            <label key={answer} className="ym-choice">
              <input
                type="radio"
                id={index === 0 ? id : `${id}--${answer}`}
                name={id}
                checked={value === answer}
                disabled={disabled ?? false}
                onChange={() => onChange(answer)}
              />
              <span>{words[answer]}</span>
            </label>
          ))}
        </div>
      )}
    </FieldFrame>
  );
}
