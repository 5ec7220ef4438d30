import { useState } from 'react';
import {
  approveSnapshotDestruction,
  askSnapshotDestruction,
  type LoadLine,
} from '../../../modules/matching/contract.ts';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { QuietAct } from '../case/quiet-act.tsx';
import { loadWords, whenWords } from './matching-words.ts';

type LoadTableProps = {
  readonly loads: readonly LoadLine[];
  readonly mayAsk: boolean;
  readonly mayApprove: boolean;
};

/** What came in, for what and until when; put forward for destruction by one, approved by another. */
export function LoadTable({ loads, mayAsk, mayApprove }: LoadTableProps) {
  return (
    <Panel title="收到的数据">
      {loads.length === 0 && <p className="ym-empty">还没有收到数据。在上面选择来源和文件导入。</p>}
      {loads.map((load) => (
        <article key={load.loadId} aria-label={`${load.sourceTitle} ${load.asOf}`}>
          <p>
            <strong>{load.sourceTitle}</strong> 截至 {load.asOf}：
            <span role="status">{loadWords(load)}</span>
            {mayAsk && load.bad > 0 && (
              <>
                {' '}
                <a href={`/api/matching/snapshots/${load.loadId}/bad-rows`} download>
                  下载出错行
                </a>
              </>
            )}
          </p>
          <p className="ym-quiet">
            {load.fileName}，{whenWords(load.by, load.createdAt)}导入；用于{load.purpose}，保存到{' '}
            {load.keepUntil}。
          </p>
          {load.phase === 'loaded' && load.askedBy === '' && mayAsk && (
            <AskDestruction load={load} />
          )}
          {load.phase === 'loaded' && load.askedBy !== '' && mayApprove && (
            <ApproveDestruction load={load} />
          )}
        </article>
      ))}
    </Panel>
  );
}

function AskDestruction({ load: { loadId, version } }: { readonly load: LoadLine }) {
  const [reason, setReason] = useState('');
  const ask = useCommand(askSnapshotDestruction);
  const act = () => void ask.give({ params: { loadId }, body: { reason }, version });
  return (
    <QuietAct
      name={loadId}
      title="提请销毁"
      about="用完或者到期的数据要销毁，由分管领导批准。批准后一行不留，已提出的疑点不受影响。"
      command={ask}
      onAct={act}
    >
      <TextField
        id={`${loadId}.reason`}
        label="原因"
        required
        value={reason}
        onChange={setReason}
        error={ask.errors.find(({ path }) => path === 'reason')?.message}
      />
    </QuietAct>
  );
}

function ApproveDestruction({ load }: { readonly load: LoadLine }) {
  const { loadId, version, askedBy, askedReason } = load;
  const approve = useCommand(approveSnapshotDestruction);
  const act = () => void approve.give({ params: { loadId }, body: {}, version });
  return (
    <QuietAct
      title="批准销毁"
      about={`${askedBy}提请：${askedReason}。批准后不能恢复。`}
      command={approve}
      onAct={act}
    />
  );
}
