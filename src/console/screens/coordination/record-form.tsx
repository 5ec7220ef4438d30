import type { CommandContract } from '../../../kernel/contract.ts';
import type { Fen } from '../../../kernel/fen.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { recordCoordination } from '../../../modules/coordination/contract.ts';
import { DraftStatus } from '../../../ui/act/draft-status.tsx';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { MoneyField } from '../../../ui/field/money-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import type { LedgerColumn } from '../../../ui/ledger/ledger-column.ts';
import { LedgerTable } from '../../../ui/ledger/ledger-table.tsx';
import { Panel } from '../../../ui/page.tsx';
import type { Uploaded } from '../../../ui/upload.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import type { FieldError } from '../../../ui/problem.ts';
import { type Bound, useFields } from '../../../ui/use-fields.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { refOf, sendTo, viewUrl } from '../investigation/signed-file.ts';

type Row = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly view: 'agree' | 'disagree' | 'abstain' | null;
  readonly opinion: string;
};
type RecusedRow = { readonly id: string; readonly name: string; readonly reason: string };

const columns: readonly LedgerColumn<Row>[] = [
  { key: 'name', title: '姓名', kind: 'text', required: true },
  { key: 'unit', title: '单位', kind: 'text', width: 12, required: true },
  {
    key: 'view',
    title: '表态',
    kind: 'code',
    width: 8,
    required: true,
    options: [
      { value: 'agree', label: '同意' },
      { value: 'disagree', label: '不同意' },
      { value: 'abstain', label: '弃权' },
    ],
  },
  { key: 'opinion', title: '意见', kind: 'text', width: 18 },
];
const recusedColumns: readonly LedgerColumn<RecusedRow>[] = [
  { key: 'name', title: '姓名', kind: 'text', required: true },
  { key: 'reason', title: '回避的理由', kind: 'text', width: 24, required: true },
];

const results = [
  { value: 'agreed', label: '同意给予' },
  { value: 'by-standard', label: '按当地标准办理，不超过标准' },
  { value: 'returned', label: '退回乡镇（街道）补充调查' },
] as const;

function blank() {
  return {
    heldOn: null as LocalDate | null,
    ...{ place: '', convenerName: '', convenerPost: '', minutesNumber: '', reason: '' },
    participants: [] as readonly Row[],
    recused: [] as readonly RecusedRow[],
    minutes: [] as readonly Uploaded[],
    result: null as (typeof results)[number]['value'] | null,
    amount: null as Fen | null,
  };
}

/** What the county's mechanism resolved: who convened, who said what, the minutes, the amount (LS-15). */
export function RecordForm({ given }: { given: StagePanelProps }) {
  const { caseId, version, state } = given;
  const draft = useDraft(
    `record-coordination:${caseId}:${state.coordination.records.length}`,
    blank(),
  );
  const command = useCommand(recordCoordination);
  const bind = useFields(draft.value, draft.setValue, command.errors);
  const act = async () => {
    const done = await command.give({ params: { caseId }, body: bodyOf(draft.value), version });
    if (!done.ok) return;
    await draft.discard();
    given.onDone();
  };
  return (
    <EnterMoves>
      <Panel title="登记县级协调机制的结论">
        <DraftStatus draft={draft} />
        <ActTrouble command={command} onAgain={() => void act()} />
        <Sitting bind={bind} errors={command.errors} />
        <People value={draft.value} setValue={draft.setValue} errors={command.errors} />
        <div className="ym-form">
          <CodeSelect label="结论" required options={results} {...bind('result')} />
          {draft.value.result === 'agreed' && (
            <MoneyField label="同意的金额" required {...bind('amount')} />
          )}
          <TextField label="纪要编号" required {...bind('minutesNumber')} />
        </div>
        <TextField label="理由" required lines={3} most={1000} {...bind('reason')} />
        <FilePicker
          label="签字的会议纪要"
          required
          send={sendTo(caseId)}
          viewUrl={viewUrl}
          {...bind('minutes')}
        />
        <NextAct title={command.title} onAct={() => void act()} busy={command.busy} />
      </Panel>
    </EnterMoves>
  );
}

type Form = ReturnType<typeof blank>;
type BodyOf<C> = C extends CommandContract<infer Body> ? Body : never;

function bodyOf({ convenerName, convenerPost, participants, recused, minutes, ...form }: Form) {
  return {
    ...form,
    convener: { name: convenerName, post: convenerPost },
    participants: participants.map(({ id: _, ...each }) => each),
    recused: recused.map(({ id: _, ...each }) => each),
    minutes: minutes.map(refOf)[0],
    amount: form.result === 'agreed' ? form.amount : null,
  } as BodyOf<typeof recordCoordination>;
}

type SittingProps = {
  readonly bind: <Key extends Extract<keyof Form, string>>(key: Key) => Bound<Form[Key]>;
  readonly errors: readonly FieldError[];
};

/** When and where they met, and who convened them. */
function Sitting({ bind, errors }: SittingProps) {
  const errorAt = (path: string) => errors.find((each) => each.path === path)?.message;
  return (
    <div className="ym-form">
      <DateField label="会议日期" required {...bind('heldOn')} />
      <TextField label="会议地点" required {...bind('place')} />
      <TextField
        label="召集人"
        required
        {...bind('convenerName')}
        id="convener.name"
        error={errorAt('convener.name')}
      />
      <TextField
        label="召集人职务"
        required
        {...bind('convenerPost')}
        id="convener.post"
        error={errorAt('convener.post')}
      />
    </div>
  );
}

type PeopleProps = {
  readonly value: Form;
  readonly setValue: (change: (now: Form) => Form) => void;
  readonly errors: readonly FieldError[];
};

/** Who took part with what they said, and who had to stay away. */
function People({ value, setValue, errors }: PeopleProps) {
  return (
    <>
      <h3>参加人员和意见</h3>
      <LedgerTable
        name="participants"
        title="参加人员和意见"
        rows={value.participants}
        onRows={(change) => setValue((now) => ({ ...now, participants: change(now.participants) }))}
        columns={columns}
        newRow={() => ({ id: newKey(), name: '', unit: '', view: null, opinion: '' })}
        errors={errors}
        nameOf={(row) => row.name}
        empty="逐行登记参加会议的各部门人员和表态。"
      />
      <h3>回避人员</h3>
      <LedgerTable
        name="recused"
        title="回避人员"
        rows={value.recused}
        onRows={(change) => setValue((now) => ({ ...now, recused: change(now.recused) }))}
        columns={recusedColumns}
        newRow={() => ({ id: newKey(), name: '', reason: '' })}
        errors={errors}
        nameOf={(row) => row.name}
        empty="没有回避的，不用登记。"
      />
    </>
  );
}
