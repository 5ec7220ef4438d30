import type { Fen } from '../../../kernel/fen.ts';
import type { CorrectionAsked } from '../../../modules/assessment/correct-facts.ts';
import type * as code from '../../../rules/code-list.ts';
import { CodeSelect, type Option } from '../../../ui/field/code-select.tsx';
import { MoneyField } from '../../../ui/field/money-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import { cellWords } from '../../../ui/ledger/cell-words.ts';
import { LedgerCell } from '../../../ui/ledger/ledger-cell.tsx';
import { optionsOf } from '../intake/column-setting.ts';
import { asFact, asRow } from '../intake/intake-row.ts';
import { addable, type FactChoice } from './fact-choice.ts';

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
export function CorrectionEditor(props: EditorProps) {
  const { name, choices, draft, onDraft } = props;
  const choice = choices.find((each) => each.key === draft.choice);
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
      {choice?.does === 'change' && <ValueField {...props} choice={choice} />}
      {choice?.does === 'add' && <NewItem {...props} list={choice.list} />}
    </div>
  );
}

const amountOf = { incomes: '金额（每月）', assets: '价值', spendings: '个人自付金额' } as const;

function NewItem(props: EditorProps & { readonly list: keyof typeof addable }) {
  const { name, members, draft, onDraft, list } = props;
  return (
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
        label={amountOf[list]}
        value={draft.value as Fen | null}
        onChange={(value) => onDraft({ ...draft, value })}
      />
    </>
  );
}

type ValueProps = Pick<EditorProps, 'name' | 'draft' | 'onDraft'> & {
  readonly choice: Extract<FactChoice, { does: 'change' }>;
};

/** The cell the intake's ledger has for this fact. */
function ValueField({ name, choice, draft, onDraft }: ValueProps) {
  const { column, record, now } = choice;
  const was = cellWords(column, now, record) || '未知';
  return (
    <LedgerCell
      id={`${name}.value`}
      label="更正为"
      hint={`原为：${was}`}
      bare={false}
      row={asRow({ ...record, [column.key]: draft.value })}
      column={column}
      error={undefined}
      onRow={(part) => onDraft({ ...draft, value: asFact(part[column.key] ?? null) })}
    />
  );
}

/** The change in the words of the command; null while something is missing. */
export function changeOf(
  draft: ChangeDraft,
  choices: readonly FactChoice[],
): Pick<CorrectionAsked, 'path' | 'from' | 'to'> | null {
  const choice = choices.find((each) => each.key === draft.choice);
  if (!choice) return null;
  const { path, now: from } = choice;
  if (choice.does === 'strike') return { path, from, to: null };
  if (choice.does === 'change') return { path, from, to: draft.value };
  if (!draft.member || !draft.kind) return null;
  return { path, from: null, to: newItem(choice.list, draft.member, draft.kind, draft.value) };
}

function newItem(list: keyof typeof addable, who: string, kind: string, amount: unknown): unknown {
  const id = newKey();
  if (list === 'assets') return { id, owner: who, kind, value: amount };
  if (list === 'spendings') return { id, member: who, kind, ownShare: amount };
  return { id, member: who, kind, period: 'per-month' satisfies keyof typeof code.PERIOD, amount };
}
