import { useState } from 'react';
import {
  approveFundRequest,
  declineFundRequest,
  fundRequestList,
  requestFunds,
  reviewFundRequest,
} from '../../../modules/funds/budget-contract.ts';
import { paidSchemes, requestStatuses } from '../../../modules/funds/index.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { useSession } from '../../session.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { type FundRequest, potWords } from './budget-words.ts';
import { yuan } from './fund-words.ts';

/** 用款申请: by the month from the sealed rolls; asked by one, reviewed and approved by two others. */
export default function FundRequests() {
  const { session } = useSession();
  const role = session?.post?.role ?? '';
  const found = useAnswer(fundRequestList, { params: {} });
  const { answer, askAgain } = found;
  return (
    <Page
      title="用款申请"
      under="封存的花名册按月申请用款，资金复核、分管领导批准以后，财政才能放行。钱不够也照样申请，差额由县级补足。"
    >
      <Refusal problem={found.problem} onAgain={askAgain} />
      <Awaiting what={found.awaiting} />
      {role === 'fund-planner' &&
        answer?.waiting.map((each) => <Ask key={each.month} waiting={each} onDone={askAgain} />)}
      {answer?.requests.map((each) => (
        <Request key={each.requestId} request={each} role={role} onDone={askAgain} />
      ))}
      {answer && answer.requests.length + answer.waiting.length === 0 && (
        <p className="ym-quiet">没有用款申请。花名册封存以后，在这里按月申请。</p>
      )}
    </Page>
  );
}

type Waiting = { readonly month: string; readonly rolls: number; readonly amount: number };

function Ask({ waiting, onDone }: { readonly waiting: Waiting; readonly onDone: () => void }) {
  const { month, rolls, amount } = waiting;
  const [requestId] = useState(newKey);
  const command = useCommand(requestFunds);
  const act = async () => {
    const done = await command.give({ params: {}, body: { requestId, month } as never });
    if (done.ok) onDone();
  };
  return (
    <Panel title={`${month}：${rolls} 份花名册已封存，合计 ${yuan(amount)} 元`}>
      <ActTrouble command={command} onAgain={() => void act()} />
      <NextAct title={command.title} onAct={() => void act()} busy={command.busy} />
    </Panel>
  );
}

type Props = {
  readonly request: FundRequest;
  readonly role: string;
  readonly onDone: () => void;
};

function Request({ request, role, onDone }: Props) {
  const { month, status, total, rolls, pots, people } = request;
  const turn =
    (role === 'fund-reviewer' && status === 'asked' && reviewFundRequest) ||
    (role === 'county-leader' && status === 'reviewed' && approveFundRequest);
  const mayDecline = turn || (role === 'county-leader' && status === 'asked');
  return (
    <Panel title={`${month} 用款 ${yuan(total)} 元：${requestStatuses[status]}`}>
      <ul className="yc-points">
        {rolls.map(({ scheme, lines, amount }) => (
          <li key={`${scheme} ${lines} ${amount}`}>
            {paidSchemes[scheme]}：{lines} 笔，{yuan(amount)} 元
          </li>
        ))}
      </ul>
      <p>
        出自：
        {pots.map((pot) => `${pot.year} 年${potWords(pot)} ${yuan(pot.amount)} 元`).join('；')}
      </p>
      <p className="ym-quiet">
        {people
          .map(({ act, by, words }) => `${act}：${by}${words === '' ? '' : `（${words}）`}`)
          .join('　')}
      </p>
      {turn && <Agree request={request} contract={turn} onDone={onDone} />}
      {mayDecline && <Decline request={request} onDone={onDone} />}
    </Panel>
  );
}

function Agree({
  request,
  contract,
  onDone,
}: Pick<Props, 'request' | 'onDone'> & {
  readonly contract: typeof reviewFundRequest | typeof approveFundRequest;
}) {
  const { requestId, version, hadHandIn } = request;
  const [form, setForm] = useState({ opinion: '' });
  const command = useCommand(contract as typeof reviewFundRequest);
  const bind = useFields(form, setForm, errorsUnder(requestId, command.errors), requestId);
  const act = async () => {
    const done = await command.give({ params: { requestId }, body: form, version });
    if (done.ok) onDone();
  };
  return (
    <>
      <ActTrouble command={command} onAgain={() => void act()} />
      <div className="ym-form">
        <div className="ym-wide">
          <TextField label="意见" required most={500} {...bind('opinion')} />
        </div>
      </div>
      <NextAct
        title={command.title}
        onAct={() => void act()}
        busy={command.busy}
        because={hadHandIn ? '经手过这份申请的人不能再办下一步' : null}
      />
    </>
  );
}

function Decline({ request, onDone }: Pick<Props, 'request' | 'onDone'>) {
  const { requestId, version } = request;
  const name = `decline-${requestId}`;
  const [form, setForm] = useState({ reason: '' });
  const command = useCommand(declineFundRequest);
  const bind = useFields(form, setForm, errorsUnder(name, command.errors), name);
  const act = async () => {
    const done = await command.give({ params: { requestId }, body: form, version });
    if (done.ok) onDone();
  };
  return (
    <div className="yc-quiet-acts">
      <QuietAct
        name={name}
        title={command.title}
        about="退回以后，这些花名册可以重新申请。"
        command={command}
        onAct={() => void act()}
      >
        <TextField label="理由" required most={300} {...bind('reason')} />
      </QuietAct>
    </div>
  );
}
