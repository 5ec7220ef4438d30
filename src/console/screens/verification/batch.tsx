import { Button } from 'antd';
import { useRef, useState } from 'react';
import { drawRequestList, type ImportResult } from '../../../modules/verification/contract.ts';
import { importColumns } from '../../../modules/verification/import-row.ts';
import { sourceTitles, type VerificationSource } from '../../../rules/procedure.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Page, Panel } from '../../../ui/page.tsx';
import type { Problem } from '../../../ui/problem.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { sendBatch } from './send-batch.ts';
import '../../card-table.css';

const sources = (Object.keys(sourceTitles) as VerificationSource[]).map((value) => ({
  value,
  label: sourceTitles[value],
}));

/** 批量核对: the list of whom to ask goes out, the source's file comes back and is read row by row. */
export default function VerificationBatch() {
  return (
    <Page title="批量核对" under="只能查询名单上的人；每次生成名单和导入都有记录。">
      <ListPanel />
      <ImportPanel />
    </Page>
  );
}

function ListPanel() {
  const [source, setSource] = useState<VerificationSource | null>(null);
  const [drawn, setDrawn] = useState<{ id: string; persons: number; cases: number } | null>(null);
  const command = useCommand(drawRequestList);
  const act = async () => {
    setDrawn(null);
    const done = await command.give({ params: {}, body: { source: source as VerificationSource } });
    if (done.ok) setDrawn(done.answer);
  };
  return (
    <Panel title="1 生成核对名单">
      <ActTrouble command={command} onAgain={() => void act()} />
      <div className="ym-form">
        <CodeSelect
          id="source"
          label="来源"
          required
          options={sources}
          value={source}
          onChange={setSource}
          error={command.errors.find(({ path }) => path === 'source')?.message}
        />
      </div>
      <div className="ym-row">
        <Button onClick={() => void act()} disabled={command.busy}>
          {command.title}
        </Button>
        {drawn && drawn.persons > 0 && (
          <a href={`/api/verification-lists/${drawn.id}`} download>
            下载名单（{drawn.cases} 件 {drawn.persons} 人，当天有效）
          </a>
        )}
        {drawn && drawn.persons === 0 && <span role="status">这个来源没有待答复的人。</span>}
      </div>
    </Panel>
  );
}

function ImportPanel() {
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);
  const send = async (file: File) => {
    setBusy(true);
    setProblem(null);
    setResult(null);
    const reply = await sendBatch(file, newKey());
    setBusy(false);
    if (reply.ok) setResult(reply.result);
    else setProblem(reply.problem);
    // The same file may be chosen again after it was mended.
    if (input.current) input.current.value = '';
  };
  return (
    <Panel title="2 导入核对结果">
      <p>
        CSV（UTF-8 或 GBK）或 XLSX，第一行为：{Object.values(importColumns).join('、')}。
        没有记录的，项目写“无记录”。
      </p>
      <Button disabled={busy} onClick={() => input.current?.click()}>
        {busy ? '正在读取并逐行核对…' : '选择文件并导入（CSV、XLSX）'}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.xlsx"
        aria-label="核对结果文件"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void send(file);
        }}
      />
      {problem?.errors ? <FileFault problem={problem} /> : <Refusal problem={problem} />}
      {result && <Result result={result} />}
    </Panel>
  );
}

function FileFault({ problem }: { problem: Problem }) {
  return (
    <section className="ym-refusal" role="alert" aria-label="文件不能导入">
      {(problem.errors ?? []).map(({ message }) => (
        <p key={message}>{message}</p>
      ))}
    </section>
  );
}

function Result({ result }: { result: ImportResult }) {
  const { repeated, recorded, cases, bad, importedOn } = result;
  return (
    <section aria-label="导入结果">
      <p role="status">
        {repeated
          ? `这个文件已于 ${importedOn} 导入过，这次没有作任何改动。当时记录 ${recorded} 条。`
          : `已记录 ${recorded} 条，涉及 ${cases} 件；${bad.length} 行没有导入。`}
      </p>
      {bad.length > 0 && (
        <div className="yc-card-room">
          <table className="yc-card-table">
            <caption className="ym-heard">没有导入的行</caption>
            <thead>
              <tr>
                <th scope="col">哪一行</th>
                <th scope="col">原因</th>
              </tr>
            </thead>
            <tbody>
              {bad.map(({ row, reason }) => (
                <tr key={`${row} ${reason}`}>
                  <th scope="row">第 {row} 行</th>
                  <td data-label="原因">{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
