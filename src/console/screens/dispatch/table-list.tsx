import { useNavigate } from '@tanstack/react-router';
import { standingTitles } from '../../../modules/dispatch/monthly-table.ts';
import { tableList, type TableMonth } from '../../../modules/dispatch/table-contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { monthWords, tablePath } from './dispatch-path.ts';

/** 月报: what each township reported of the last months. */
export default function TableList() {
  const navigate = useNavigate();
  const { answer, awaiting, problem, askAgain } = useAnswer(tableList, { params: {} });
  return (
    <Page title="月报" under="每月结束以后由乡镇（街道）核对、报送，县级审核汇总">
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title="月报"
        unit="份"
        rows={answer?.tables}
        keyOf={({ tableId }) => tableId}
        columns={columns}
        onOpen={({ tableId }) => void navigate({ to: tablePath(tableId) })}
        empty="还没有要报送的月报。"
        awaiting={awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<TableMonth>[] = [
  { key: 'month', title: '月份', cell: ({ month }) => monthWords(month), width: 9 },
  { key: 'name', title: '乡镇（街道）', cell: ({ name }) => name, width: 12 },
  { key: 'standing', title: '状态', cell: ({ standing }) => standingTitles[standing] },
];
