import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { takeoverList, type TakeoverLine } from '../../../modules/takeover/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { newKey } from '../../../ui/intent.ts';
import { Page, Panel } from '../../../ui/page.tsx';
import type { Problem } from '../../../ui/problem.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { sendLedger } from './send-ledger.ts';
import { broughtWords, isUnderWay, phaseWords, takeoverPath } from './takeover-words.ts';
import './takeover.css';

const LOOK_SECONDS = 3;

/** 存量对象导入: the ledgers of the time before, newest first, and the place to bring another. */
export default function TakeoverList() {
  const navigate = useNavigate();
  const { session } = useSession();
  const { answer, awaiting, problem, askAgain } = useAnswer(takeoverList, { params: {} });
  const running = answer?.takeovers.some(isUnderWay) ?? false;
  useAnswer(takeoverList, { params: {}, when: running, everySeconds: LOOK_SECONDS });
  const open = (takeoverId: string) => void navigate({ to: takeoverPath(takeoverId) });
  return (
    <Page
      title="存量对象导入"
      under="把原来的台账逐行检查以后登记进名册。一人登记，另一人对照原件复核；没有批准文号的不登记。"
    >
      {session?.post?.role === 'aid-officer' && <BringLedger onBrought={open} />}
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title="导入的台账"
        unit="份"
        rows={answer?.takeovers}
        keyOf={({ takeoverId }) => takeoverId}
        columns={columns}
        onOpen={({ takeoverId }) => open(takeoverId)}
        empty="还没有导入过台账。先下载模板，或者直接上传现有的台账，列名不同可以对应。"
        awaiting={awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<TakeoverLine & { readonly waiting: number }>[] = [
  { key: 'file', title: '文件', cell: ({ fileName }) => fileName },
  { key: 'phase', title: '进度', cell: phaseWords, width: 18 },
  { key: 'by', title: '谁、何时', cell: broughtWords, width: 14 },
];

function BringLedger({ onBrought }: { readonly onBrought: (takeoverId: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (file: File) => {
    setBusy(true);
    setProblem(null);
    const reply = await sendLedger(file, newKey());
    setBusy(false);
    // The same file may be chosen again after it was mended.
    if (input.current) input.current.value = '';
    if (reply.ok) onBrought(reply.takeoverId);
    else setProblem(reply.problem);
  };
  return (
    <Panel title="上传台账">
      <p>
        XLSX，或者 CSV（UTF-8、GB18030）。一人一行，同一户的各行户编号相同；每个文件 10 MB、3
        万行以内。更正后的名单、更新的台账可以再次上传，已经登记的不会重复。
      </p>
      <div className="ym-row">
        <Button
          type="primary"
          disabled={busy}
          onClick={() => {
            input.current?.click();
          }}
        >
          {busy ? '正在上传并读取…' : '选择台账文件'}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.xlsx"
          aria-label="台账文件"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void send(file);
          }}
        />
        <a href="/api/takeover-template" download>
          下载台账模板（XLSX，含代码表和示例）
        </a>
      </div>
      {busy && <p role="status">正在上传并读取，行数多的要十几秒…</p>}
      {problem?.errors ? <FileFault problem={problem} /> : <Refusal problem={problem} />}
    </Panel>
  );
}

function FileFault({ problem }: { readonly problem: Problem }) {
  return (
    <section className="ym-refusal" role="alert" aria-label="文件不能接收">
      {(problem.errors ?? []).map(({ message }) => (
        <p key={message}>{message}</p>
      ))}
    </section>
  );
}
