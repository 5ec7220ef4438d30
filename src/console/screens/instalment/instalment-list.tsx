import { useNavigate } from '@tanstack/react-router';
import type { ValueOf } from '../../../kernel/contract.ts';
import { type Fen, formatYuan } from '../../../kernel/fen.ts';
import { instalmentList } from '../../../modules/instalment/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { casePath } from '../case/case-words.ts';
import { useExport } from '../../use-export.ts';

type Row = ValueOf<NonNullable<typeof instalmentList.answer>>['instalments'][number];

/** 分次发放台账: stages of temporary assistance still to be paid, the earliest first (LS-16). */
export default function InstalmentList() {
  const navigate = useNavigate();
  const { answer, awaiting, problem, askAgain } = useAnswer(instalmentList, { params: {} });
  const late = answer?.late ?? 0;
  const under =
    late > 0 ? `${late} 次已过发放日期，请尽快回访、签发` : '一次审批、分次发放的临时救助';
  const instalmentsExport = useExport('instalments');
  return (
    <Page title="分次发放台账" under={under}>
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title="待发放"
        {...instalmentsExport}
        unit="次"
        rows={answer?.instalments}
        {...(answer && { count: answer.total })}
        keyOf={({ caseId, no }) => `${caseId} ${no}`}
        columns={columns}
        onOpen={({ caseId }) => void navigate({ to: casePath(caseId) })}
        empty="没有待发放的分次救助金。"
        awaiting={awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<Row>[] = [
  { key: 'applicant', title: '申请人', cell: ({ applicant }) => applicant, width: 8 },
  { key: 'number', title: '办件编号', cell: ({ number }) => number, width: 13 },
  { key: 'place', title: '村（社区）', cell: ({ villageName }) => villageName, width: 9 },
  { key: 'no', title: '次数', cell: ({ no, of }) => `第${no}次，共${of}次`, width: 9 },
  { key: 'amount', title: '金额（元）', cell: ({ amount }) => formatYuan(amount as Fen), width: 7 },
  { key: 'due', title: '发放日期', cell: ({ dueOn }) => dueOn, width: 8 },
  { key: 'standing', title: '状态', cell: ({ standing }) => standing },
];
