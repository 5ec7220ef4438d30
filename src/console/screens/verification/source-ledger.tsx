import { Button } from 'antd';
import type { ValueOf } from '../../../kernel/contract.ts';
import { answerSource } from '../../../modules/verification/contract.ts';
import { itemsOf, itemTitle, sourceTitle } from '../../../modules/verification/item.ts';
import { DraftStatus } from '../../../ui/act/draft-status.tsx';
import type { LedgerColumn } from '../../../ui/ledger/ledger-column.ts';
import { LedgerTable } from '../../../ui/ledger/ledger-table.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import {
  blankRow,
  type GridRow,
  type Request,
  restHoldNothing,
  rowsOf,
  type View,
} from './source-grid.ts';

type SourceLedgerProps = {
  readonly view: View;
  readonly request: Request;
  readonly source: string;
  /** Answered: the screen moves on to the next source. */
  readonly onDone: () => void;
};

/** What one source says, typed line by line; saved as one answer of that source. */
export function SourceLedger({ view, request, source, onDone }: SourceLedgerProps) {
  const command = useCommand(answerSource);
  const draft = useDraft<readonly GridRow[]>(
    `answer-source:${request.id}:${source}`,
    rowsOf(request, source),
  );
  const act = async (rows: readonly GridRow[]) => {
    const done = await command.give({
      params: { caseId: view.caseId },
      body: { requestId: request.id, source, answers: bodyOf(rows) },
      version: view.version,
    });
    if (!done.ok) return;
    await draft.discard();
    onDone();
  };
  const name = sourceTitle(source);
  return (
    <Panel title={`录入：${name}`}>
      <DraftStatus draft={draft} />
      <ActTrouble command={command} onAgain={() => void act(draft.value)} />
      <LedgerTable
        name="answers"
        title={`${name}的结果`}
        rows={draft.value}
        onRows={draft.setValue}
        columns={columnsOf(view, request, source)}
        newRow={() => blankRow(request.members[0] ?? null)}
        errors={command.errors}
        nameOf={({ memberId }) => nameOf(view, memberId)}
      />
      <div className="ym-row">
        <Button type="primary" onClick={() => void act(draft.value)} disabled={command.busy}>
          保存{name}的结果
        </Button>
        <Button onClick={() => void act(restHoldNothing(draft.value))} disabled={command.busy}>
          其余均无记录，保存
        </Button>
      </div>
    </Panel>
  );
}

type Sent = ValueOf<(typeof answerSource)['body']>['answers'];

// A line without an item is sent as it is: the contract then says which field is missing.
function bodyOf(rows: readonly GridRow[]): Sent {
  return rows.map(({ id: _, ...row }) => row) as Sent;
}

function nameOf({ people }: View, memberId: string | null): string {
  return people.find((each) => each.memberId === memberId)?.name ?? '';
}

function columnsOf(view: View, request: Request, source: string): readonly LedgerColumn<GridRow>[] {
  return [
    {
      key: 'memberId',
      title: '成员',
      kind: 'code',
      required: true,
      width: 8,
      options: request.members.map((value) => ({ value, label: nameOf(view, value) })),
    },
    {
      key: 'item',
      title: '项目',
      kind: 'code',
      required: true,
      width: 14,
      options: itemsOf(source, request.named).map((value) => ({ value, label: itemTitle(value) })),
    },
    { key: 'amount', title: '金额', kind: 'money', width: 9 },
    { key: 'asOf', title: '截至日期', kind: 'date', width: 9 },
    { key: 'text', title: '说明（查不了的写原因）', kind: 'text' },
  ];
}
