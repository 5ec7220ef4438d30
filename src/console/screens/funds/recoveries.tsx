import { useState } from 'react';
import { formatDate, localDate } from '../../../kernel/local-date.ts';
import { recoveryGrounds, recoveryStatuses } from '../../../modules/funds/index.ts';
import { recoveryList } from '../../../modules/funds/recovery-contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { yuan } from './fund-words.ts';
import { DecideRecovery, RecordRepayment, WaiveRecovery } from './recovery-acts.tsx';
import type { Recovery, RecoveryDue } from './recovery-words.ts';
import { ProposeRecovery } from './recovery-proposal.tsx';
import '../../card-table.css';

/** 追回: what was paid too much and by whom it is being given back. */
export default function Recoveries() {
  const { session } = useSession();
  const role = session?.post?.role ?? '';
  const found = useAnswer(recoveryList, { params: {} });
  const { answer, askAgain } = found;
  const [chosen, setChosen] = useState<RecoveryDue | null>(null);
  const done = () => {
    setChosen(null);
    askAgain();
  };
  return (
    <Page
      title="追回"
      under="只追回银行确已发放的。一人提出、另一人决定；可以分期退回；依法不能免除的不免除。"
    >
      <Refusal problem={found.problem} onAgain={askAgain} />
      <Awaiting what={found.awaiting} />
      {answer && <Due due={answer.due} onChoose={role === 'aid-officer' ? setChosen : null} />}
      {chosen && <ProposeRecovery key={chosen.grantId} due={chosen} onDone={done} />}
      {answer?.recoveries.map((each) => (
        <One key={each.recoveryId} recovery={each} role={role} onDone={done} />
      ))}
      {answer?.recoveries.length === 0 && <p className="ym-quiet">没有正在追回的。</p>}
    </Page>
  );
}

type DueProps = {
  readonly due: readonly RecoveryDue[];
  readonly onChoose: ((due: RecoveryDue) => void) | null;
};

function Due({ due, onChoose }: DueProps) {
  if (due.length === 0) return <p className="ym-quiet">没有多发待处理的。</p>;
  return (
    <Panel title={`多发待处理 ${due.length} 户`}>
      <div className="yc-card-room">
        <table className="yc-card-table">
          <thead>
            <tr>
              <th>发放对象</th>
              <th>村（社区）</th>
              <th>原因</th>
              <th>月份</th>
              <th className="ym-figure">金额（元）</th>
              <th>办理</th>
            </tr>
          </thead>
          <tbody>
            {due.map((each) => (
              <tr key={`${each.grantId} ${each.ground} ${each.from}`}>
                <th scope="row">
                  {each.payee}　{each.number}
                </th>
                <td data-label="村（社区）">{each.villageName}</td>
                <td data-label="原因">
                  {recoveryGrounds[each.ground]}（{each.basis}）
                </td>
                <td data-label="月份">
                  {each.from === each.to ? each.from : `${each.from} 至 ${each.to}`}
                </td>
                <td className="ym-figure" data-label="金额">
                  {yuan(each.amount)}
                </td>
                <td data-label="办理">
                  {onChoose ? (
                    <button type="button" onClick={() => onChoose(each)}>
                      提出追回
                    </button>
                  ) : (
                    '由县救助股经办提出'
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

type OneProps = {
  readonly recovery: Recovery;
  readonly role: string;
  readonly onDone: () => void;
};

function One({ recovery, role, onDone }: OneProps) {
  const { payee, number, villageName, ground, basis, status, amount, repaid, rest } = recovery;
  const props = { recovery, onDone };
  return (
    <Panel title={`${payee}　${yuan(amount)} 元：${recoveryStatuses[status]}`}>
      <p>
        {villageName}　{number}　{recoveryGrounds[ground]}（{basis}）
      </p>
      <p>
        已退 {yuan(repaid)} 元，未退 {yuan(rest)} 元
        {recovery.waived > 0 && `，免除 ${yuan(recovery.waived)} 元`}
        {recovery.dueOn !== '' && (
          <>
            ；下一期 {formatDate(localDate(recovery.dueOn))}
            {recovery.isLate && <strong data-verdict="refused">，已经过期</strong>}
          </>
        )}
      </p>
      <p className="ym-quiet">{planWords(recovery)}</p>
      {role === 'county-leader' && status === 'proposed' && <DecideRecovery {...props} />}
      {role === 'fund-planner' && status === 'open' && <RecordRepayment {...props} />}
      {role === 'county-leader' && status === 'open' && <WaiveRecovery {...props} />}
    </Panel>
  );
}

function planWords({ instalments, repayments }: Recovery): string {
  const plan = instalments.map((each) => `${each.dueOn} 退 ${yuan(each.amount)} 元`).join('，');
  const back = repayments.map((each) => `${each.on} ${yuan(each.amount)} 元（${each.reference}）`);
  return `分 ${instalments.length} 期：${plan}${back.length > 0 ? `。已收：${back.join('，')}` : ''}`;
}
