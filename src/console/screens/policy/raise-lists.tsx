import { useState } from 'react';
import { Button } from 'antd';
import type { Month } from '../../../kernel/local-date.ts';
import {
  approveRaises,
  listRaises,
  raiseLists,
  type RaiseListShown,
  raiseRows,
} from '../../../modules/policy/raise-contract.ts';
import { raiseListStatuses } from '../../../modules/policy/raise-list.ts';
import { monthSpan } from '../../../modules/preview/headline.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { QuietAct } from '../case/quiet-act.tsx';
import { countWords, dayWords, moneyWords } from '../preview/preview-words.ts';

type RaiseListsProps = { readonly policyId: string; readonly role: string };

/** 补发清单: what the document leaves owing for months behind, listed, approved by another, paid with the roll. */
export function RaiseLists({ policyId, role }: RaiseListsProps) {
  const { answer, problem, askAgain } = useAnswer(raiseLists, { params: { policyId } });
  const lists = answer?.lists ?? [];
  const waits = lists.some(({ status }) => status === 'listed');
  return (
    <Panel title="补发">
      <Refusal problem={problem} onAgain={askAgain} />
      <p className="ym-quiet">
        文件追溯到以前月份的，按户按月补到新的数额；重算与决定不一致的，先复核再补。批准以后随下一次花名册发放，同一个月不补两次。
      </p>
      {lists.map((list) => (
        <OneList key={list.listId} list={list} role={role} onDone={askAgain} />
      ))}
      {role === 'aid-officer' && !waits && <ListAct policyId={policyId} onDone={askAgain} />}
    </Panel>
  );
}

function ListAct({ policyId, onDone }: { readonly policyId: string; readonly onDone: () => void }) {
  const command = useCommand(listRaises);
  const [listId, setListId] = useState(newKey);
  const [through, setThrough] = useState('');
  const act = async () => {
    const body = { listId, through: through as Month };
    const done = await command.give({ params: { policyId }, body });
    setListId(newKey());
    if (done.ok) onDone();
  };
  return (
    <QuietAct
      title="编制补发清单"
      about="从文件执行的那个月起，算到填写的这个月为止。"
      command={command}
      onAct={() => void act()}
    >
      <div className="ym-form">
        <TextField
          id="through"
          label="补到哪个月"
          required
          hint="例如 2026-07，不晚于本月"
          value={through}
          onChange={setThrough}
          error={command.errors.find(({ path }) => path === 'through')?.message}
        />
      </div>
    </QuietAct>
  );
}

type OneListProps = {
  readonly list: RaiseListShown;
  readonly role: string;
  readonly onDone: () => void;
};

function OneList({ list, role, onDone }: OneListProps) {
  const { listId, version, status, households, months, amount, open, through, listedOn } = list;
  const command = useCommand(approveRaises);
  const [opinion, setOpinion] = useState('');
  const [isShown, setIsShown] = useState(false);
  const mayApprove = (role === 'aid-officer' || role === 'county-leader') && !list.listedByMe;
  const act = async () => {
    const done = await command.give({ params: { listId }, body: { opinion }, version });
    if (done.ok) onDone();
  };
  return (
    <section>
      <p>
        <strong>{`补到${monthSpan([through])}`}</strong>
        {`：${countWords(households)}、${countWords(months, '户次')}，共 ${moneyWords(amount)} 元；${raiseListStatuses[status]}（${dayWords(listedOn)}编制）。`}
        {open > 0 && `另有 ${countWords(open)}先要复核。`}
      </p>
      <Button onClick={() => setIsShown(!isShown)}>{isShown ? '收起名单' : '看名单'}</Button>
      {isShown && <Rows listId={listId} />}
      {status === 'listed' && mayApprove && (
        <QuietAct
          title={command.title}
          about="批准以后随下一次花名册补发。"
          command={command}
          onAct={() => void act()}
          isUrgent
        >
          <TextField id="opinion" label="批准意见" required value={opinion} onChange={setOpinion} />
        </QuietAct>
      )}
    </section>
  );
}

function Rows({ listId }: { readonly listId: string }) {
  const search = { limit: 200 };
  const { answer, problem } = useAnswer(raiseRows, { params: { listId }, search });
  return (
    <div className="yc-card-room">
      <Refusal problem={problem} />
      <table className="yc-card-table">
        <caption className="ym-heard">补发名单</caption>
        <thead>
          <tr>
            <th scope="col">户主</th>
            <th scope="col">村（社区）</th>
            <th scope="col">月份</th>
            <th scope="col">原来（元）</th>
            <th scope="col">补到（元）</th>
            <th scope="col">先复核的原因</th>
          </tr>
        </thead>
        <tbody>
          {(answer?.rows ?? []).map((row) => (
            <tr key={`${row.benefitId} ${row.month}`}>
              <th scope="row">{row.head}</th>
              <td data-label="村（社区）">{row.village}</td>
              <td data-label="月份">{row.month}</td>
              <td data-label="原来（元）">{moneyWords(row.base)}</td>
              <td data-label="补到（元）">{moneyWords(row.raised)}</td>
              <td data-label="先复核的原因">{row.open || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {answer?.next && <p className="ym-quiet">{`共 ${answer.count} 行，这里列出前 200 行。`}</p>}
    </div>
  );
}
