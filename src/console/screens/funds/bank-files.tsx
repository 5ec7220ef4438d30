import { Button } from 'antd';
import { useRef, useState } from 'react';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Panel } from '../../../ui/page.tsx';
import type { Problem } from '../../../ui/problem.ts';
import { yuan } from './fund-words.ts';
import type { RollProps } from './roll-acts.tsx';
import { sendReply } from './send-reply.ts';

/** The sealed files, how far each is answered, and roll, bank and ledger beside each other. */
export function BankFiles({ roll, role, onDone }: RollProps) {
  if (roll.files.length === 0) return null;
  const isOut = roll.phase === 'released';
  return (
    <Panel title="银行代发文件">
      <div className="yc-card-room">
        <table className="yc-card-table">
          <thead>
            <tr>
              <th>文件</th>
              <th className="ym-figure">笔数</th>
              <th className="ym-figure">金额（元）</th>
              <th className="ym-figure">已回盘</th>
              <th>办理</th>
            </tr>
          </thead>
          <tbody>
            {roll.files.map((file) => (
              <tr key={file.no}>
                <th scope="row">
                  {file.name}
                  <br />
                  <small>
                    {file.bank}；校验值 {file.hash.slice(0, 16)}
                  </small>
                </th>
                <td className="ym-figure" data-label="笔数">
                  {file.lines}
                </td>
                <td className="ym-figure" data-label="金额">
                  {yuan(file.amount)}
                </td>
                <td className="ym-figure" data-label="已回盘">
                  {file.answered}
                </td>
                <td data-label="办理">
                  {isOut && role === 'finance' && (
                    <a href={`/api/rolls/${roll.rollId}/files/${file.no}`} download>
                      下载
                    </a>
                  )}
                  {isOut && role === 'fund-planner' && file.answered < file.lines && (
                    <SendReply rollId={roll.rollId} fileNo={file.no} onDone={onDone} />
                  )}
                  {file.takenBy.length > 0 && <small>{file.takenBy.join('、')}已下载</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Books roll={roll} />
    </Panel>
  );
}

function SendReply({
  rollId,
  fileNo,
  onDone,
}: {
  readonly rollId: string;
  readonly fileNo: number;
  readonly onDone: () => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [isPartial, setPartial] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (file: File) => {
    setBusy(true);
    const found = await sendReply({ rollId, fileNo, isPartial }, file, newKey());
    setBusy(false);
    setProblem(found);
    // The same file may be chosen again after the bank has mended it.
    if (input.current) input.current.value = '';
    if (!found) onDone();
  };
  return (
    <div>
      <Button disabled={busy} onClick={() => input.current?.click()}>
        {busy ? '正在核对…' : '录入回盘'}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.xlsx,.txt"
        aria-label={`文件 ${fileNo} 的银行回盘`}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void send(file);
        }}
      />
      <label className="ym-choice">
        <input
          type="checkbox"
          checked={isPartial}
          onChange={({ target }) => setPartial(target.checked)}
        />
        <span>分次回盘</span>
      </label>
      <Refusal problem={problem} />
    </div>
  );
}

function Books({ roll: { reconciliation: books } }: Pick<RollProps, 'roll'>) {
  if (!books) return null;
  const rows = [
    ['代发', books.sent],
    ['成功', books.paid],
    ['退票', books.returned],
    ['未回盘', books.open],
  ] as const;
  return (
    <>
      <h3>对账</h3>
      <div className="yc-card-room">
        <table className="yc-card-table">
          <tbody>
            {rows.map(([title, { lines, amount }]) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                <td className="ym-figure" data-label="笔数">
                  {lines} 笔
                </td>
                <td className="ym-figure" data-label="金额">
                  {yuan(amount)} 元
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {books.differences.length === 0 ? (
        <p>花名册、银行回盘和账簿一致。</p>
      ) : (
        books.differences.map((each) => (
          <p key={each} role="alert">
            {each}
          </p>
        ))
      )}
    </>
  );
}
