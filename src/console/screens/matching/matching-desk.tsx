import { useState } from 'react';
import { dayOf, instant } from '../../../kernel/clock.ts';
import { monthAfter } from '../../../kernel/local-date.ts';
import { access } from '../../../modules/matching/access.ts';
import { matchingList, orderMatching, snapshotList } from '../../../modules/matching/contract.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useSession } from '../../session.ts';
import { LoadTable } from './load-table.tsx';
import { RunTable } from './run-table.tsx';
import { SourceTable } from './source-table.tsx';
import '../../card-table.css';

const LOOK_SECONDS = 2;

/** 信息比对: what each source supplied, how far it has come in, and the comparisons before each month is paid. */
export default function MatchingDesk() {
  const { session } = useSession();
  const role = session?.post?.role ?? '';
  const may = (rule: { readonly roles: readonly string[] }) => rule.roles.includes(role);
  const { answer, problem, askAgain } = useAnswer(matchingList, { params: {} });
  const loads = useAnswer(snapshotList, { params: {} });
  const runs = answer?.runs ?? [];
  const isRunning = runs.some(({ phase }) => phase === 'gathering' || phase === 'judging');
  const isLoading = loads.answer?.loads.some(({ phase }) => phase === 'loading') ?? false;
  useAnswer(matchingList, { params: {}, when: isRunning, everySeconds: LOOK_SECONDS });
  useAnswer(snapshotList, { params: {}, when: isLoading, everySeconds: LOOK_SECONDS });
  const order = useCommand(orderMatching);
  const [month] = useState(() => monthAfter(dayOf(instant(Date.now()))));
  const act = () => void order.give({ params: {}, body: { month } });
  return (
    <Page
      title="信息比对"
      under="发放以前拿各部门的数据与名册比对。比对只提出疑点，由人核查处理；死亡的那一笔暂缓到核实。"
      next={
        may(access.OrderMatching) && (
          <NextAct
            title={`比对 ${month} 月的发放`}
            onAct={act}
            busy={order.busy}
            {...(isRunning && { because: '正在比对，请等它完成' })}
          />
        )
      }
    >
      <Refusal problem={order.problem ?? problem} onAgain={askAgain} />
      <RunTable runs={runs} />
      <SourceTable mayBring={may(access.ReceiveSnapshot)} onBrought={loads.askAgain} />
      <LoadTable
        loads={loads.answer?.loads ?? []}
        mayAsk={may(access.AskSnapshotDestruction)}
        mayApprove={may(access.ApproveSnapshotDestruction)}
      />
    </Page>
  );
}
