import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ValueOf } from '../../../kernel/contract.ts';
import { type Fen, formatYuan } from '../../../kernel/fen.ts';
import { filingList, sendFiling } from '../../../modules/filing/contract.ts';
import { GIVES, SCHEME_SHORT } from '../../../rules/scheme.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useSession } from '../../session.ts';
import { casePath } from '../case/case-words.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { filingPath } from './filing-path.ts';
import { useExport } from '../../use-export.ts';

type Answer = ValueOf<(typeof filingList)['answer']>;

/** 备案: what the township has decided and not told the county yet, and what was sent (DL-17). */
export default function FilingList() {
  const navigate = useNavigate();
  const { session } = useSession();
  const role = session?.post?.role ?? '';
  const sends = role === 'secretary' || role === 'case-officer';
  const { answer, awaiting, problem, askAgain } = useAnswer(filingList, { params: {} });
  const lateBy = (answer?.lateBy ?? []).map((each) => `${each.townshipName} ${each.late} 件`);
  const filingsDueExport = useExport('filings-due');
  const filingsExport = useExport('filings');
  return (
    <Page
      title="备案"
      under={
        lateBy.length > 0
          ? `已过期限没有报送：${lateBy.join('、')}`
          : '乡镇作出的决定按期限报县级备案'
      }
    >
      <Refusal problem={problem} onAgain={askAgain} />
      {sends && answer && answer.due.length > 0 && (
        <SendForm key={answer.total} due={answer.due} onDone={askAgain} />
      )}
      <h2>待报送</h2>
      <DataList
        title="待报送"
        {...filingsDueExport}
        unit="件"
        rows={answer?.due}
        {...(answer && { count: answer.total })}
        keyOf={({ caseId }) => caseId}
        columns={dueColumns}
        onOpen={({ caseId }) => void navigate({ to: casePath(caseId) })}
        empty="乡镇作出的决定都已经报送备案。"
        awaiting={awaiting}
      />
      <h2>备案表</h2>
      <DataList
        title="备案表"
        {...filingsExport}
        unit="份"
        rows={answer?.filings}
        keyOf={({ filingId }) => filingId}
        columns={filingColumns}
        onOpen={({ filingId }) => void navigate({ to: filingPath(filingId) })}
        empty="还没有报送过备案。"
        awaiting={awaiting}
      />
    </Page>
  );
}

function SendForm({ due, onDone }: { due: Answer['due']; onDone: () => void }) {
  const [filingId] = useState(newKey);
  const [note, setNote] = useState('');
  const command = useCommand(sendFiling);
  const act = async () => {
    const caseIds = due.map(({ caseId }) => caseId);
    const done = await command.give({ params: { filingId }, body: { caseIds, note } });
    if (done.ok) onDone();
  };
  return (
    <Panel title={`待报送 ${due.length} 件`}>
      <ActTrouble command={command} onAgain={() => void act()} />
      <TextField
        id="note"
        label="说明"
        hint="超过应报日期的，必须说明原因"
        value={note}
        onChange={setNote}
        error={command.errors[0]?.message}
      />
      <NextAct title={`报送备案 ${due.length} 件`} onAct={() => void act()} busy={command.busy} />
    </Panel>
  );
}

const dueColumns: readonly ListColumn<Answer['due'][number]>[] = [
  { key: 'applicant', title: '申请人', cell: ({ applicant }) => applicant, width: 8 },
  {
    key: 'place',
    title: '村（社区）',
    cell: ({ townshipName, villageName }) => `${townshipName}${villageName}`,
    width: 12,
  },
  { key: 'number', title: '决定文号', cell: ({ number }) => number },
  {
    key: 'decision',
    title: '决定',
    cell: ({ outcome, scheme, amount }) => {
      if (outcome === 'refuse') return `${SCHEME_SHORT[scheme]}不予确认`;
      if (GIVES[scheme] === 'recognition') return `认定${SCHEME_SHORT[scheme]}`;
      return `${SCHEME_SHORT[scheme]} ${formatYuan(amount as Fen)} 元`;
    },
    width: 13,
  },
  { key: 'on', title: '决定日期', cell: ({ decidedOn }) => decidedOn, width: 8 },
  { key: 'due', title: '应报日期', cell: ({ dueOn }) => dueOn, width: 8 },
];

const filingColumns: readonly ListColumn<Answer['filings'][number]>[] = [
  { key: 'number', title: '备案表', cell: ({ number }) => number },
  { key: 'township', title: '乡镇（街道）', cell: ({ townshipName }) => townshipName, width: 9 },
  { key: 'sent', title: '报送日期', cell: ({ sentOn }) => sentOn, width: 8 },
  {
    key: 'decisions',
    title: '决定',
    cell: ({ decisions, late }) => `${decisions} 件${late > 0 ? `，逾期 ${late} 件` : ''}`,
    width: 11,
  },
  {
    key: 'received',
    title: '县级接收',
    cell: ({ receivedOn }) => receivedOn || '待接收',
    width: 8,
  },
];
