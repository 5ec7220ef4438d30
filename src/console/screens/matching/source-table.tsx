import { Button } from 'antd';
import { useRef, useState } from 'react';
import { dayOf, instant } from '../../../kernel/clock.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { sourceList } from '../../../modules/matching/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Panel } from '../../../ui/page.tsx';
import type { Problem } from '../../../ui/problem.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import { sendSnapshot } from './send-snapshot.ts';

type SourceTableProps = { readonly mayBring: boolean; readonly onBrought: () => void };

/** Each source with what it last supplied, and the place to bring more. */
export function SourceTable({ mayBring, onBrought }: SourceTableProps) {
  const { answer, problem, askAgain } = useAnswer(sourceList, { params: {} });
  const sources = answer?.sources ?? [];
  const brought = () => {
    askAgain();
    onBrought();
  };
  return (
    <Panel title="数据来源">
      <Refusal problem={problem} onAgain={askAgain} />
      {mayBring && <BringFile sources={sources} onBrought={brought} />}
      <div className="yc-card-room">
        <table className="yc-card-table">
          <caption className="ym-heard">数据来源</caption>
          <thead>
            <tr>
              <th scope="col">来源</th>
              <th scope="col">提供单位</th>
              <th scope="col">约定的列</th>
              <th scope="col">最近一份</th>
            </tr>
          </thead>
          <tbody>
            {sources.map(({ source, title, supplier, columns, asOf, rows, keepDays }) => (
              <tr key={source}>
                <th scope="row">{title}</th>
                <td data-label="提供单位">{supplier}</td>
                <td data-label="约定的列">
                  {columns.map((each) => `${each.title}（${each.headings}）`).join('；')}
                </td>
                <td data-label="最近一份">
                  {asOf === null
                    ? `还没有，保存 ${keepDays} 天`
                    : `截至 ${asOf}，${rows.toLocaleString('en-US')} 行`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

type BringFileProps = {
  readonly sources: readonly { readonly source: string; readonly title: string }[];
  readonly onBrought: () => void;
};

function BringFile({ sources, onBrought }: BringFileProps) {
  const input = useRef<HTMLInputElement>(null);
  const [source, setSource] = useState<string | null>(null);
  const [asOf, setAsOf] = useState<LocalDate | null>(() => dayOf(instant(Date.now())));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (file: File) => {
    if (source === null || asOf === null) return;
    setBusy(true);
    const wrong = await sendSnapshot({ source, asOf }, file, newKey());
    setBusy(false);
    setProblem(wrong);
    // The same file may be chosen again after it was mended.
    if (input.current) input.current.value = '';
    if (!wrong) onBrought();
  };
  const options = sources.map((each) => ({ value: each.source, label: each.title }));
  const isReady = source !== null && asOf !== null && !busy;
  return (
    <div className="ym-form">
      <CodeSelect
        id="source"
        label="来源"
        required
        value={source}
        onChange={setSource}
        options={options}
      />
      <DateField id="asOf" label="数据截至日期" required value={asOf} onChange={setAsOf} />
      <div className="ym-wide">
        <Button disabled={!isReady} onClick={() => input.current?.click()}>
          {busy ? '正在上传并读取…' : '选择文件并导入（CSV、XLSX）'}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.xlsx"
          aria-label="来源数据文件"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void send(file);
          }}
        />
        {problem?.errors ? (
          <section className="ym-refusal" role="alert" aria-label="文件不能接收">
            {problem.errors.map(({ message }) => (
              <p key={message}>{message}</p>
            ))}
          </section>
        ) : (
          <Refusal problem={problem} />
        )}
      </div>
    </div>
  );
}
