import { Select } from 'antd';
import { useState } from 'react';
import { type Initials, loadInitials, rankOf } from '../pinyin.ts';
import { FieldFrame, type FieldProps } from './field-frame.tsx';

/** A value of a code table with the words people read. `more` is shown quietly behind them. */
export type Option<Code extends string = string> = {
  readonly value: Code;
  readonly label: string;
  readonly more?: string;
};

type CodeSelectProps<Code extends string> = FieldProps<Code | null> & {
  readonly options: readonly Option<Code>[];
  readonly placeholder?: string;
};

/**
 * One of a list, by typing words, code or pinyin initials; Enter takes the first answer and goes
 * on.
 */
export function CodeSelect<Code extends string>(props: CodeSelectProps<Code>) {
  const { value, onChange, options, disabled, placeholder = '请选择，可打拼音首字母' } = props;
  const [typed, setTyped] = useState('');
  const [initials, setInitials] = useState<Initials | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const prepare = () => void loadInitials().then((found) => setInitials(() => found));
  return (
    <FieldFrame {...props}>
      {(control) => (
        <Select<Code, Option<Code>>
          {...control}
          className="ym-select"
          disabled={disabled ?? false}
          placeholder={placeholder}
          notFoundContent="没有这一项，请换个写法"
          options={answering(options, typed, initials)}
          showSearch={{ searchValue: typed, onSearch: setTyped, filterOption: false }}
          optionRender={(option) => <OptionLine option={option.data} />}
          allowClear={!props.required}
          defaultActiveFirstOption
          popupMatchSelectWidth={false}
          open={isOpen}
          onOpenChange={setIsOpen}
          {...(props.error && { status: 'error' })}
          // antd knows null as 'nothing chosen' but its types do not.
          value={value as Code}
          onFocus={prepare}
          onChange={(next: Code | undefined) => {
            onChange(next ?? null);
            setTyped('');
          }}
        />
      )}
    </FieldFrame>
  );
}

function OptionLine({ option }: { option: Option }) {
  return (
    <>
      {option.label}
      {option.more && <span className="ym-quiet"> {option.more}</span>}
    </>
  );
}

function answering<Code extends string>(
  options: readonly Option<Code>[],
  typed: string,
  initials: Initials | null,
): Option<Code>[] {
  return options
    .flatMap((option) => {
      const rank = rankOf(typed, option, initials);
      return rank === null ? [] : [{ option, rank }];
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ option }) => option);
}
