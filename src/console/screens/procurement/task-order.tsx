import type { ValueOf } from '../../../kernel/contract.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import {
  orderTasks,
  type serviceTaskList,
  supplyContractList,
} from '../../../modules/procurement/contract.ts';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import type { LedgerColumn } from '../../../ui/ledger/ledger-column.ts';
import { LedgerTable } from '../../../ui/ledger/ledger-table.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { ActHead } from '../investigation/act-head.tsx';
import { kindWords, yuan } from './task-words.ts';

type Villages = ValueOf<(typeof serviceTaskList)['answer']>['villages'];
type Row = {
  readonly id: string;
  readonly village: string | null;
  readonly who: string;
  readonly whereabouts: string;
  readonly caseNumber: string;
};
type Form = {
  /** The contract and the kind of service in one choice. */
  readonly bought: string | null;
  readonly dueOn: LocalDate | null;
  readonly ask: string;
  readonly rows: readonly Row[];
};

const newRow = (): Row => ({
  ...{ id: newKey(), village: null, who: '', whereabouts: '', caseNumber: '' },
});
const blank = (): Form => ({ bought: null, dueOn: null, ask: '', rows: [newRow()] });

/** Several households in one order: what to look at and by when is said once, each home has a line. */
export function TaskOrder({
  villages,
  onDone,
}: {
  readonly villages: Villages;
  readonly onDone: () => void;
}) {
  const { answer } = useAnswer(supplyContractList, { params: {} });
  const draft = useDraft<Form>('service-tasks:new', blank());
  const form = draft.value;
  const command = useCommand(orderTasks);
  const bind = useFields(form, draft.setValue, command.errors);
  const running = answer?.contracts.filter(({ isRunning }) => isRunning) ?? [];
  if (answer && running.length === 0) {
    return <p className="ym-quiet">县里没有在期限内的服务合同，暂时不能下达任务。</p>;
  }
  const choices = running.flatMap(({ contractId, number, supplier, prices }) =>
    prices.map(({ kind, price }) => ({
      ...{ value: `${contractId}/${kind}`, price },
      label: `${kindWords(kind)} ${yuan(price)}/次（合同 ${number}，${supplier}）`,
    })),
  );
  const price = choices.find(({ value }) => value === form.bought)?.price;
  const act = async () => {
    const done = await command.give({ params: {}, body: bodyOf(form) as never });
    if (!done.ok) return;
    await draft.discard();
    onDone();
  };
  return (
    <Panel title={orderTasks.title}>
      <p className="ym-quiet">
        一行一户。第三方只看到遮盖后的姓名、住址和要求，看不到办件和受理编号。
      </p>
      <ActHead draft={draft} command={command} onAct={() => void act()} />
      <EnterMoves>
        <div className="ym-form">
          <div className="ym-wide">
            <CodeSelect label="服务" required options={choices} {...bind('bought')} />
          </div>
          <DateField label="完成期限" required {...bind('dueOn')} />
          <div className="ym-wide">
            <TextField label="要看什么" required lines={2} most={1000} {...bind('ask')} />
          </div>
        </div>
        <LedgerTable
          name="households"
          title="要走访的家庭"
          rows={form.rows}
          onRows={(change) => draft.setValue((now) => ({ ...now, rows: change(now.rows) }))}
          columns={columnsOf(villages)}
          newRow={newRow}
          errors={command.errors}
          nameOf={({ who }) => who}
        />
        <p className="ym-quiet">
          {form.rows.length} 户{price !== undefined && `，合计 ${yuan(price * form.rows.length)}`}
        </p>
      </EnterMoves>
    </Panel>
  );
}

const columnsOf = (villages: Villages): readonly LedgerColumn<Row>[] => [
  {
    ...{ key: 'village', title: '村（社区）', kind: 'code', required: true, width: 12 },
    options: villages.map(({ code, name }) => ({ value: code, label: name })),
  },
  { key: 'who', title: '走访对象', kind: 'text', required: true },
  { key: 'whereabouts', title: '住址', kind: 'text', required: true },
  { key: 'caseNumber', title: '受理编号（有办件的填）', kind: 'text' },
];

function bodyOf({ bought, rows, ...form }: Form) {
  const [contractId, kind] = (bought ?? '').split('/');
  return {
    ...{ ...form, contractId, kind },
    households: rows.map(({ id: taskId, ...row }) => ({ ...row, taskId })),
  };
}
