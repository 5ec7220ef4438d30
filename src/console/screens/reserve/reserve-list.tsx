import { useNavigate } from '@tanstack/react-router';
import type { ValueOf } from '../../../kernel/contract.ts';
import { type Fen, formatYuan } from '../../../kernel/fen.ts';
import { reserveList } from '../../../modules/reserve/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page, Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { casePath } from '../case/case-words.ts';

type Answer = ValueOf<(typeof reserveList)['answer']>;

/** 备用金使用台账: each payment by its voucher, and what each township paid out (LS-13). */
export default function ReserveList() {
  const navigate = useNavigate();
  const { answer, awaiting, problem, askAgain } = useAnswer(reserveList, { params: {} });
  const townships = answer?.townships ?? [];
  return (
    <Page title="备用金使用台账" under="乡镇用备用金当场支付的临时救助，一笔一张凭证">
      <Refusal problem={problem} onAgain={askAgain} />
      {townships.length > 0 && (
        <Panel title="各乡镇合计">
          <DescriptionSheet items={townships.map((each) => sumOf(each))} />
        </Panel>
      )}
      <DataList
        title="支付明细"
        unit="笔"
        rows={answer?.advances}
        {...(answer && { count: answer.total })}
        keyOf={({ caseId, seq }) => `${caseId} ${seq}`}
        columns={columns}
        onOpen={({ caseId }) => void navigate({ to: casePath(caseId) })}
        exportUrl="/api/reserve/sheet"
        empty="还没有用备用金支付过。"
        awaiting={awaiting}
      />
    </Page>
  );
}

function sumOf({ townshipName, used, times }: Answer['townships'][number]) {
  return {
    label: townshipName,
    value: `${times} 笔，${formatYuan(used as Fen)} 元`,
  };
}

const columns: readonly ListColumn<Answer['advances'][number]>[] = [
  { key: 'on', title: '支付日期', cell: ({ on }) => on, width: 8 },
  { key: 'applicant', title: '申请人', cell: ({ applicant }) => applicant, width: 8 },
  {
    key: 'place',
    title: '村（社区）',
    cell: ({ townshipName, villageName }) => `${townshipName}${villageName}`,
    width: 12,
  },
  { key: 'amount', title: '金额（元）', cell: ({ amount }) => formatYuan(amount as Fen), width: 7 },
  { key: 'out', title: '发放人', cell: ({ handedOutBy }) => handedOutBy, width: 7 },
  { key: 'in', title: '领取人', cell: ({ receivedBy }) => receivedBy, width: 7 },
  { key: 'witness', title: '见证人', cell: ({ witness }) => witness, width: 7 },
  { key: 'number', title: '办件编号', cell: ({ number }) => number },
];
