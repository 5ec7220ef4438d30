import { useNavigate } from '@tanstack/react-router';
import { owedVisitList, type OwedVisit } from '../../../modules/investigation/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { casePath } from '../case/case-words.ts';

/** 待补充入户: families spoken to by phone or video while nobody could go. */
export default function OwedVisits() {
  const navigate = useNavigate();
  const { answer, awaiting, problem, askAgain } = useAnswer(owedVisitList, { params: {} });
  const overdue = answer?.overdue ?? 0;
  const under =
    overdue > 0
      ? `${overdue} 户已超过期限，请先去`
      : '突发事件中以电话、视频调查的家庭，过后要补上现场调查';
  return (
    <Page title="待补充入户" under={under}>
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title="待补充入户"
        unit="户"
        rows={answer?.visits}
        keyOf={({ visitId }) => visitId}
        columns={columns}
        onOpen={({ caseId }) => void navigate({ to: casePath(caseId) })}
        empty="没有待补充入户的家庭。"
        awaiting={awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<OwedVisit>[] = [
  { key: 'applicant', title: '申请人', cell: ({ applicant }) => applicant, width: 7 },
  { key: 'number', title: '办件编号', cell: ({ number }) => number, width: 13 },
  { key: 'place', title: '村（社区）', cell: ({ villageName }) => villageName, width: 9 },
  { key: 'how', title: '调查方式', cell: ({ way, on }) => `${on} ${way}`, width: 12 },
  { key: 'ground', title: '原因', cell: ({ ground }) => ground },
  {
    key: 'due',
    title: '补充入户',
    cell: ({ makeGoodBy, isOverdue }) =>
      isOverdue ? `已超期，应于 ${makeGoodBy}` : `${makeGoodBy} 前`,
    width: 12,
  },
];
