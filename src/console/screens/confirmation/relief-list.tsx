import { useNavigate } from '@tanstack/react-router';
import type { ValueOf } from '../../../kernel/contract.ts';
import { type Fen, formatYuan } from '../../../kernel/fen.ts';
import { reliefList } from '../../../modules/confirmation/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { casePath } from '../case/case-words.ts';
import { useExport } from '../../use-export.ts';

type Row = ValueOf<NonNullable<typeof reliefList.answer>>['relief'][number];

/** 先行救助台账: help that was given first and still owes papers or its report (I-17). */
export default function ReliefList() {
  const navigate = useNavigate();
  const { answer, awaiting, problem, askAgain } = useAnswer(reliefList, { params: {} });
  const late = answer?.late ?? 0;
  const under = late > 0 ? `${late} 件的手续已经超过期限，请先补齐` : '先救助、后补手续的办件';
  const exported = useExport('relief');
  return (
    <Page title="先行救助台账" under={under}>
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title="先行救助台账"
        {...exported}
        unit="件"
        rows={answer?.relief}
        {...(answer && { count: answer.total })}
        keyOf={({ caseId }) => caseId}
        columns={columns}
        onOpen={({ caseId }) => void navigate({ to: casePath(caseId) })}
        empty="没有待补手续、待向会议报告的先行救助。"
        awaiting={awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<Row>[] = [
  { key: 'applicant', title: '申请人', cell: ({ applicant }) => applicant, width: 8 },
  { key: 'number', title: '办件编号', cell: ({ number }) => number, width: 13 },
  { key: 'place', title: '村（社区）', cell: ({ villageName }) => villageName, width: 9 },
  {
    key: 'amount',
    title: '金额（元）',
    cell: ({ amount }) => formatYuan(amount as Fen),
    width: 7,
  },
  { key: 'on', title: '救助日期', cell: ({ decidedOn }) => decidedOn, width: 8 },
  {
    key: 'papers',
    title: '手续',
    cell: ({ completedOn, papersDue }) => (completedOn ? '已补齐' : `待补齐，${papersDue} 前`),
    width: 12,
  },
  { key: 'report', title: '会议', cell: ({ reportedTo }) => reportedTo || '待报告' },
];
