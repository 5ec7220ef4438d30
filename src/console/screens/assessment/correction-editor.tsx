import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Fen } from '../../../kernel/fen.ts';
import type { CorrectionAsked } from '../../../modules/assessment/correct-facts.ts';
import type * as code from '../../../rules/code-list.ts';
import { FACT_CODES } from '../../../rules/household-field.ts';
import { CodeSelect, type Option } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { MoneyField } from '../../../ui/field/money-field.tsx';
import { NumberField } from '../../../ui/field/number-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import type { FactChoice } from './fact-choice.ts';
import { addable } from './fact-choice.ts';

/** What is typed before it becomes a correction. */
export type ChangeDraft = {
  readonly choice: string | null;
  readonly value: unknown;
  readonly member: string | null;
  readonly kind: string | null;
};

export const blankChange: ChangeDraft = { choice: null, value: null, member: null, kind: null };

type EditorProps = {
  readonly name: string;
  readonly choices: readonly FactChoice[];
  readonly members: readonly Option[];
  readonly draft: ChangeDraft;
  readonly onDraft: (draft: ChangeDraft) => void;
};

/** Picks one fact and takes its new value with the field that fits it; used by 更正 and by 试算. */
export function CorrectionEditor({ name, choices, members, draft, onDraft }: EditorProps) {
  const choice = choices.find((each) => each.key === draft.choice);
  const list = choice?.type === 'add' ? (choice.path[0] as keyof typeof addable) : null;
  return (
    <div className="ym-form">
      <div className="ym-wide">
        <CodeSelect
          id={`${name}.choice`}
          label="要改的内容"
          required
          value={draft.choice}
          options={choices.map(({ key, label }) => ({ value: key, label }))}
          onChange={(key) => onDraft({ ...blankChange, choice: key })}
        />
      </div>
      {choice && choice.type !== 'strike' && choice.type !== 'add' && (
        <ValueField
          id={`${name}.value`}
          type={choice.type}
          was={wordsOf(choice.type, choice.now)}
          value={draft.value}
          onChange={(value) => onDraft({ ...draft, value })}
        />
      )}
      {list && (
        <>
          <CodeSelect
            id={`${name}.member`}
            label="家庭成员"
            required
            value={draft.member}
            options={members}
            onChange={(member) => onDraft({ ...draft, member })}
          />
          <CodeSelect
            id={`${name}.kind`}
            label="种类"
            required
            value={draft.kind}
            options={optionsOf(addable[list])}
            onChange={(kind) => onDraft({ ...draft, kind })}
          />
          <MoneyField
            id={`${name}.value`}
            label={list === 'incomes' ? '金额（每月）' : '价值'}
            value={draft.value as Fen | null}
            onChange={(value) => onDraft({ ...draft, value })}
          />
        </>
      )}
    </div>
  );
}

type ValueProps = {
  readonly id: string;
  readonly type: string;
  readonly was: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
};

function ValueField({ id, type, was, value, onChange }: ValueProps) {
  const shared = { id, label: '更正为', hint: `原为：${was}`, onChange };
  const options = optionsOfType(type);
  if (options) {
    const chosen = value === null ? null : String(value);
    const take = (next: string | null) => onChange(type === 'yes/no' ? yesOrNo(next) : next);
    return <CodeSelect {...shared} value={chosen} options={options} onChange={take} />;
  }
  if (type.startsWith('fen')) {
    return <MoneyField {...shared} value={value as Fen | null} />;
  }
  if (type === 'date') return <DateField {...shared} value={value as LocalDate | null} />;
  return <NumberField {...shared} value={value as number | null} />;
}

function yesOrNo(text: string | null): boolean | null {
  return text === null ? null : text === 'true';
}

const YES_NO = [
  { value: 'true', label: '是' },
  { value: 'false', label: '否' },
];

function optionsOfType(type: string): readonly Option[] | null {
  if (type === 'yes/no') return YES_NO;
  if (!type.startsWith('code ')) return null;
  return optionsOf(FACT_CODES[type.slice(5) as keyof typeof FACT_CODES]);
}

function optionsOf(list: Readonly<Record<string, string>>): Option[] {
  return Object.entries(list).map(([value, label]) => ({ value, label }));
}

function wordsOf(type: string, value: unknown): string {
  if (value === null || value === undefined) return '未知';
  if (type.startsWith('fen')) return `${(Number(value) / 100).toFixed(2)} 元`;
  const option = optionsOfType(type)?.find((each) => each.value === String(value));
  return option?.label ?? String(value);
}

/** The change in the words of the command; null while something is missing. */
export function changeOf(
  draft: ChangeDraft,
  choices: readonly FactChoice[],
): Pick<CorrectionAsked, 'path' | 'from' | 'to'> | null {
  const choice = choices.find((each) => each.key === draft.choice);
  if (!choice) return null;
  const { path, now: from } = choice;
  if (choice.type === 'strike') return { path, from, to: null };
  if (choice.type !== 'add') return { path, from, to: draft.value };
  if (!draft.member || !draft.kind) return null;
  return { path, from: null, to: newItem(String(path[0]), draft.member, draft.kind, draft.value) };
}

function newItem(list: string, who: string, kind: string, amount: unknown): unknown {
  const id = newKey();
  if (list === 'assets') return { id, owner: who, kind, value: amount };
  return { id, member: who, kind, period: 'per-month' satisfies keyof typeof code.PERIOD, amount };
}
