import { useNavigate } from '@tanstack/react-router';
import { dispatchList, type DispatchMonth } from '../../../modules/dispatch/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { dayWords } from '../../day-words.ts';
import { dispatchPath, monthWords } from './dispatch-path.ts';

/** 每月调度: a pack for each month, open or closed. */
export default function DispatchList() {
  const navigate = useNavigate();
  const { answer, awaiting, problem, askAgain } = useAnswer(dispatchList, { params: {} });
  return (
    <Page title="每月调度" under="每月汇总各乡镇的数字，按规则查找异常，开会研究，月结留存">
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title="各月"
        unit="个月"
        rows={answer?.months}
        keyOf={({ dispatchId }) => dispatchId}
        columns={columns}
        onOpen={({ dispatchId }) => void navigate({ to: dispatchPath(dispatchId) })}
        empty="还没有可以调度的月份。"
        awaiting={awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<DispatchMonth>[] = [
  { key: 'month', title: '月份', cell: ({ month }) => monthWords(month), width: 9 },
  { key: 'found', title: '异常', cell: ({ found }) => found, width: 6, figure: true },
  { key: 'open', title: '未处置', cell: ({ open }) => open, width: 6, figure: true },
  {
    ...{ key: 'closed', title: '状态' },
    cell: ({ closedOn }) => (closedOn === '' ? '没有月结' : `${dayWords(closedOn)} 已经月结`),
  },
];
