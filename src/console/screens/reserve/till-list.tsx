import { useNavigate } from '@tanstack/react-router';
import { tillList } from '../../../modules/reserve/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page, Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { openWords, type Till, tillPath, yuan } from './till-words.ts';

/** 备用金: every township's till, what is in it and what waits for somebody (LS-13). */
export default function TillList() {
  const navigate = useNavigate();
  const { answer, awaiting, problem, askAgain } = useAnswer(tillList, { params: {} });
  return (
    <Page
      title="备用金"
      under="县级拨付到乡镇的救急钱：凭签字的凭证支付，按凭证补足，两人盘点，账记在县级资金账簿里。"
    >
      <Refusal problem={problem} onAgain={askAgain} />
      {answer && (
        <Panel title="合计">
          <DescriptionSheet
            items={[
              { label: '各乡镇账上合计（元）', value: yuan(answer.balance), figure: true },
              { label: '已支付待补足（元）', value: yuan(answer.spent), figure: true },
            ]}
          />
        </Panel>
      )}
      <DataList
        title="各乡镇（街道）"
        unit="个"
        rows={answer?.tills}
        keyOf={({ township }) => township}
        columns={columns}
        onOpen={({ township }) => void navigate({ to: tillPath(township) })}
        empty="没有乡镇（街道）。"
        awaiting={awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<Till>[] = [
  { key: 'name', title: '乡镇（街道）', cell: ({ name }) => name, width: 10 },
  {
    key: 'balance',
    title: '账上（元）',
    cell: ({ balance }) => yuan(balance),
    width: 9,
    figure: true,
  },
  {
    key: 'spent',
    title: '待补足（元）',
    cell: ({ spent }) => yuan(spent),
    width: 9,
    figure: true,
  },
  { key: 'limit', title: '额度（元）', cell: ({ limit }) => yuan(limit), width: 9, figure: true },
  {
    key: 'counted',
    title: '上次盘点',
    cell: ({ countedOn }) => (countedOn === '' ? '还没有' : countedOn),
    width: 8,
  },
  { key: 'open', title: '待办', cell: openWords },
];
