import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { formatYuan, type Fen } from '../../../kernel/fen.ts';
import { access } from '../../../modules/matching/access.ts';
import {
  type FindingLine,
  handFinding,
  openFinding,
  settleFinding,
} from '../../../modules/matching/contract.ts';
import { outcomeTitles, ruleTitles } from '../../../modules/matching/index.ts';
import { ErrorSummary } from '../../../ui/act/error-summary.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Panel } from '../../../ui/page.tsx';
import { type Uploaded, upload } from '../../../ui/upload.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { useSession } from '../../session.ts';
import { HandOver } from './hand-over.tsx';
import { refOf, viewUrl } from '../investigation/signed-file.ts';

type FindingPanelProps = { readonly finding: FindingLine; readonly onClose: () => void };

/** One finding: what it rests on, who looks into it, and what came of it. */
export function FindingPanel({ finding, onClose }: FindingPanelProps) {
  const { findingId, benefitId, rule, sentence, head, number, dueOn, holds } = finding;
  const { session } = useSession();
  const role = session?.post?.role ?? '';
  const hand = useCommand(handFinding);
  const isMine = role === finding.role && finding.outcome === 'open';
  const mayHand = access.FindingHolders.roles.some((each) => each === role);
  const handTo = (to: string) => void hand.give({ params: { findingId }, body: { to } });
  const mayTrace = access.LookupTrace.roles.some((each) => each === role);
  return (
    <Panel title={`${ruleTitles[rule]}：${head}`}>
      <p>{sentence}</p>
      <p className="ym-quiet">
        {number}，{finding.place}。{finding.roleTitle}核查
        {finding.holderName === '' ? '' : `，由${finding.holderName}负责`}，应于 {dueOn} 前处理
        {holds ? '；核实以前这一笔暂缓发放' : ''}。
      </p>
      <Refusal problem={hand.problem} />
      <div className="ym-row yc-row-low">
        {isMine && finding.holderName === '' && (
          <Button
            disabled={hand.busy}
            onClick={() => void hand.give({ params: { findingId }, body: {} })}
          >
            由我核查
          </Button>
        )}
        {mayHand && finding.outcome === 'open' && (
          <HandOver findingId={findingId} busy={hand.busy} onHand={handTo} />
        )}
        <Link to={`/benefits/${benefitId}` as string}>打开名册里的这一户</Link>
        {mayTrace && <Link to={`/benefits/${benefitId}/lookups` as string}>谁查过这一户</Link>}
        <Button type="text" onClick={onClose}>
          收起
        </Button>
      </div>
      {access.OpenFinding.roles.some((each) => each === role) && (
        <SourceRows findingId={findingId} />
      )}
      {isMine && <Settle findingId={findingId} needsPaper={holds} onSettled={onClose} />}
      {finding.outcome !== 'open' && (
        <p>
          {(outcomeTitles as Record<string, string>)[finding.outcome]}：{finding.reason}（
          {finding.settledBy}，{finding.settledOn}）
        </p>
      )}
    </Panel>
  );
}

function SourceRows({ findingId }: { readonly findingId: string }) {
  const open = useCommand(openFinding);
  const [rows, setRows] = useState<readonly SourceRow[] | null>(null);
  const look = async () => {
    const done = await open.give({ params: { findingId }, body: {} });
    if (done.ok) setRows((done.answer as { rows: readonly SourceRow[] }).rows);
  };
  if (rows === null) {
    return (
      <p>
        <Button disabled={open.busy} onClick={() => void look()}>
          查看来源数据
        </Button>{' '}
        <span className="ym-quiet">查看会留痕，本人可以知道谁看过</span>
        <Refusal problem={open.problem} />
      </p>
    );
  }
  return (
    <ul aria-label="来源数据">
      {rows.length === 0 && <li>这条疑点只根据名册本身，没有来源数据。</li>}
      {rows.map((row, index) => (
        <li key={index}>{rowWords(row)}</li>
      ))}
    </ul>
  );
}

type SourceRow = {
  readonly source: string;
  readonly asOf: string;
  readonly date: string;
  readonly amount: number | null;
  readonly code: string;
  readonly text: string;
};

function rowWords({ source, asOf, date, amount, code, text }: SourceRow): string {
  const sum = amount === null ? '' : `${formatYuan(amount as Fen)} 元`;
  const parts = [date, code, sum, text].filter((each) => each !== '');
  return `${source}（截至 ${asOf}）：${parts.join('，') || '在名单中'}`;
}

type SettleProps = {
  readonly findingId: string;
  readonly needsPaper: boolean;
  readonly onSettled: () => void;
};
type Form = {
  readonly outcome: keyof typeof outcomeTitles | null;
  readonly reason: string;
  readonly files: readonly Uploaded[];
};

function Settle({ findingId, needsPaper, onSettled }: SettleProps) {
  const settle = useCommand(settleFinding);
  const [form, setForm] = useState<Form>({ outcome: null, reason: '', files: [] });
  const bind = useFields(form, setForm, settle.errors);
  const act = async () => {
    const body = { ...form, files: form.files.map(refOf) } as never;
    const done = await settle.give({ params: { findingId }, body });
    if (done.ok) onSettled();
  };
  const options = Object.entries(outcomeTitles).map(([value, label]) => ({
    value: value as keyof typeof outcomeTitles,
    label,
  }));
  return (
    <div className="ym-form">
      <div className="ym-wide">
        <ErrorSummary errors={settle.errors} />
        <Refusal problem={settle.problem} onAgain={() => void act()} />
      </div>
      <CodeSelect label="核查结果" required options={options} {...bind('outcome')} />
      <div className="ym-wide">
        <TextField label="怎样核查、情况如何" required lines={3} {...bind('reason')} />
      </div>
      <div className="ym-wide">
        <FilePicker
          label="核查材料"
          required={needsPaper}
          send={(file, onShare, key) => upload('/files', file, onShare, key)}
          viewUrl={viewUrl}
          {...bind('files')}
        />
      </div>
      <div className="ym-wide">
        <Button type="primary" disabled={settle.busy} onClick={() => void act()}>
          {settle.busy ? '正在提交…' : '处理疑点'}
        </Button>
      </div>
    </div>
  );
}
