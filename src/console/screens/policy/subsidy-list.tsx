import { useNavigate } from '@tanstack/react-router';
import { type SubsidyShown, subsidyList } from '../../../modules/policy/subsidy-contract.ts';
import { subsidyStatuses } from '../../../modules/policy/subsidy.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import {
  effectWords,
  newSubsidyPath,
  ratesWords,
  subsidyPath,
  titleWords,
} from './subsidy-words.ts';

/** 价格补贴: what documents lay down when prices rise, newest first. */
export default function SubsidyList() {
  const navigate = useNavigate();
  const { session } = useSession();
  const { answer, awaiting, problem, askAgain } = useAnswer(subsidyList, { params: {} });
  return (
    <Page
      title="价格补贴"
      under="物价上涨、按文件启动价格临时补贴的，在这里拟定；另一人批准以后，随各月的花名册发放，不另编名单。"
      next={
        session?.post?.role === 'aid-officer' && (
          <NextAct title="拟定价格补贴" onAct={() => void navigate({ to: newSubsidyPath })} />
        )
      }
    >
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title="各次价格补贴"
        unit="项"
        rows={answer?.subsidies}
        keyOf={({ subsidyId }) => subsidyId}
        columns={columns}
        onOpen={({ subsidyId }) => void navigate({ to: subsidyPath(subsidyId) })}
        empty="还没有价格补贴。县里发文启动以后，由救助经办按文件拟定。"
        awaiting={awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<SubsidyShown>[] = [
  { key: 'title', title: '对象、月份和文号', cell: titleWords },
  { key: 'status', title: '进度', cell: ({ status }) => subsidyStatuses[status], width: 11 },
  { key: 'rates', title: '每人每月', cell: ratesWords, width: 15 },
  { key: 'effect', title: '拟定时的名册', cell: effectWords, width: 20 },
];
