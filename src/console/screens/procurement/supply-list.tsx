import { useNavigate } from '@tanstack/react-router';
import { access } from '../../../modules/procurement/access.ts';
import { type SupplyLine, supplyContractList } from '../../../modules/procurement/contract.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { dayWords } from '../../day-words.ts';
import { useSession } from '../../session.ts';
import { yuan } from './task-words.ts';

/** 县买乡用: what the county bought, until when, and how much of it is left. */
export default function SupplyList() {
  const navigate = useNavigate();
  const { session } = useSession();
  const { answer, awaiting, problem, askAgain } = useAnswer(supplyContractList, { params: {} });
  const maySign = access.SignSupplyContract.roles.some((each) => each === session?.post?.role);
  return (
    <Page
      title="购买服务合同"
      under="县里购买、乡镇使用：第三方只上门收集情况，不参与审核确认"
      next={
        maySign && (
          <NextAct
            title="登记服务合同"
            onAct={() => void navigate({ to: '/supply-contracts/new' as string })}
          />
        )
      }
    >
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title="购买服务合同"
        unit="份"
        rows={answer?.contracts}
        keyOf={({ contractId }) => contractId}
        columns={columns}
        onOpen={({ contractId }) =>
          void navigate({ to: `/supply-contracts/${contractId}` as string })
        }
        empty="还没有服务合同。县里签订合同并登记以后，乡镇才能下达任务。"
        awaiting={awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<SupplyLine>[] = [
  { key: 'supplier', title: '服务单位', cell: ({ supplier }) => supplier },
  { key: 'number', title: '合同编号', cell: ({ number }) => number, width: 14 },
  {
    key: 'to',
    title: '期限',
    cell: ({ from, to }) => `${dayWords(from)}至${dayWords(to)}`,
    width: 19,
  },
  {
    ...{ key: 'standing', title: '状态', width: 8 },
    cell: ({ isRunning, endedOn }) => (endedOn ? '已终止' : isRunning ? '有效' : '不在期限内'),
  },
  {
    ...{ key: 'ceiling', title: '合同总价', figure: true, width: 10 },
    cell: ({ ceiling }) => yuan(ceiling),
  },
  {
    ...{ key: 'left', title: '还可下单', figure: true, width: 10 },
    cell: ({ ceiling, ordered }) => yuan(ceiling - ordered),
  },
];
