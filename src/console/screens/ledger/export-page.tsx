import { useState } from 'react';
import { formatDate, type LocalDate } from '../../../kernel/local-date.ts';
import { access } from '../../../modules/ledger/access.ts';
import * as contract from '../../../modules/ledger/export-contract.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { ErrorSummary } from '../../../ui/act/error-summary.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { useSession } from '../../session.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';

/** 导出申请: a list of many people is asked for with its purpose, answered by a second person, made once (TH-09). */
export default function ExportPage() {
  const { answer, awaiting, problem, askAgain } = useAnswer(contract.exportList, { params: {} });
  const path = new URLSearchParams(window.location.search).get('path');
  const isAsked = answer?.exports.some(
    (each) => each.isOwn && each.path === path && ['asked', 'approved'].includes(each.status),
  );
  const under = answer
    ? `超过 ${answer.alone} 人的清单由另一名负责人批准以后导出；每人每天不超过 ${answer.daily.toLocaleString('en-US')} 行`
    : '';
  return (
    <Page title="导出申请" under={under}>
      <Refusal problem={problem} onAgain={askAgain} />
      <Awaiting what={awaiting} />
      {answer && path && !isAsked && <Ask path={path} onDone={askAgain} />}
      {answer?.exports.length === 0 && !path && (
        <p className="ym-empty">没有导出申请。人数多的清单，从清单上的“申请导出”提出。</p>
      )}
      {answer?.exports.map((line) => (
        <OneRequest key={line.requestId} line={line} onDone={askAgain} />
      ))}
    </Page>
  );
}

function Ask({ path, onDone }: { path: string; onDone: () => void }) {
  const [id] = useState(newKey);
  const [form, setForm] = useState({ purpose: '' });
  const command = useCommand(contract.askExport);
  const bind = useFields(form, setForm, command.errors);
  const act = async () => {
    const done = await command.give({ params: {}, body: { id, path, ...form } });
    if (done.ok) onDone();
  };
  return (
    <Panel title="申请导出">
      <NextAct title={command.title} onAct={() => void act()} busy={command.busy} />
      <p className="ym-quiet">
        批准以后回到这里导出一次。表格每一页印有您的姓名、时间和用途，请妥善保管。
      </p>
      <ErrorSummary errors={command.errors} />
      <Refusal problem={command.problem} onAgain={() => void act()} />
      <TextField label="用途" required lines={2} most={1000} {...bind('purpose')} />
    </Panel>
  );
}

const standings = {
  asked: '等待批准',
  approved: '已批准',
  declined: '未批准',
  made: '已导出',
} as const;

type Line = { readonly line: contract.ExportLine; readonly onDone: () => void };

function OneRequest({ line, onDone }: Line) {
  const { session } = useSession();
  const role = session?.post?.role ?? '';
  const mayAnswer = access.ApproveExport.roles.some((each) => each === role) && !line.isOwn;
  const { title, filter, by, askedOn, purpose, status, answeredBy, validUntil, rows } = line;
  const day = (on: string) => formatDate(on as LocalDate);
  return (
    <Panel title={`${title}：${standings[status]}`}>
      <p>
        {by}，{day(askedOn)}申请。用途：{purpose}。{filter && `筛选条件：${filter}。`}
        {status === 'approved' && `${answeredBy}批准，${day(validUntil)}前可以导出一次。`}
        {status === 'declined' && `${answeredBy}没有批准。`}
        {status === 'made' && `${answeredBy}批准，已导出 ${rows} 行。`}
      </p>
      {status === 'approved' && line.isOwn && (
        <p>
          <a href={line.path} download onClick={() => setTimeout(onDone, 3000)}>
            导出表格（XLSX）
          </a>
        </p>
      )}
      {status === 'asked' && mayAnswer && (
        <div className="yc-quiet-acts">
          <Approve line={line} onDone={onDone} />
          <Decline line={line} onDone={onDone} />
        </div>
      )}
    </Panel>
  );
}

function Approve({ line: { requestId, version }, onDone }: Line) {
  const command = useCommand(contract.approveExport);
  const act = async () => {
    const done = await command.give({ params: { requestId }, body: {}, version });
    if (done.ok) onDone();
  };
  return (
    <QuietAct
      title={command.title}
      about="看清是哪份清单、什么条件、做什么用；批准以后申请人可以导出一次。"
      command={command}
      onAct={() => void act()}
      isUrgent
    />
  );
}

function Decline({ line: { requestId, version }, onDone }: Line) {
  const [form, setForm] = useState({ reason: '' });
  const command = useCommand(contract.declineExport);
  const name = `decline-${requestId}`;
  const bind = useFields(form, setForm, errorsUnder(name, command.errors), name);
  const act = async () => {
    const done = await command.give({ params: { requestId }, body: form, version });
    if (done.ok) onDone();
  };
  return (
    <QuietAct
      name={name}
      title={command.title}
      about="写明理由，申请人可以缩小范围以后重新申请。"
      command={command}
      onAct={() => void act()}
    >
      <TextField label="理由" required lines={2} {...bind('reason')} />
    </QuietAct>
  );
}
