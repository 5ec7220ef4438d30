import { useState } from 'react';
import { closeTakeover, takeoverView } from '../../../modules/takeover/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Awaiting, Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import { QuietAct } from '../case/quiet-act.tsx';
import { CheckResult } from './check-result.tsx';
import { LayoutForm } from './layout-form.tsx';
import { broughtWords, isUnderWay, type TakeoverShown } from './takeover-words.ts';
import '../../card-table.css';
import '../preview/preview.css';
import './takeover.css';

const LOOK_SECONDS = 2;

/** One ledger: how it is read, what was found, what is entered. */
export default function TakeoverPage() {
  const takeoverId = useParam('takeoverId');
  const params = { takeoverId };
  const { session } = useSession();
  const [isMapping, setIsMapping] = useState(false);
  const { answer: view, awaiting, problem, askAgain } = useAnswer(takeoverView, { params });
  useAnswer(takeoverView, {
    params,
    when: view !== undefined && isUnderWay(view),
    everySeconds: LOOK_SECONDS,
  });
  if (!view) return problem ? <Refusal problem={problem} /> : <Awaiting what={awaiting} />;
  const mayAct = session?.post?.role === 'aid-officer';
  const isAsked = mayAct && (view.phase === 'received' || isMapping);
  return (
    <>
      {isAsked && !isUnderWay(view) ? (
        <LayoutForm
          key={view.version}
          view={view}
          under={underOf(view)}
          onBegun={() => setIsMapping(false)}
        />
      ) : isUnderWay(view) ? (
        <Page title={view.fileName} under={underOf(view)}>
          <Progress view={view} />
        </Page>
      ) : (
        <CheckResult
          view={view}
          under={underOf(view)}
          mayAct={mayAct}
          onRemap={() => setIsMapping(true)}
        />
      )}
      <Refusal problem={problem} onAgain={askAgain} />
      {mayAct && !isUnderWay(view) && view.phase !== 'closed' && <Close view={view} />}
    </>
  );
}

function underOf(view: TakeoverShown): string {
  const { rows, earlier } = view;
  const before = earlier
    ? `同一个文件 ${broughtWords({ ...earlier, createdAt: earlier.at })} 上传过，已登记的不会重复。`
    : '';
  return `${broughtWords(view)} 上传，${rows} 行。${before}`;
}

function Progress({ view: { phase, done, total } }: { readonly view: TakeoverShown }) {
  const isChecking = phase === 'checking';
  return (
    <section className="ym-panel yc-progress" aria-label="进度">
      <p role="status">
        {isChecking ? '正在逐户检查' : '正在登记'}：已完成 {done} 户
        {isChecking ? '' : `，共 ${total} 户`}。可以离开本页，在服务器上继续；断电重启后接着做。
      </p>
      <progress aria-label="进度" value={done} max={Math.max(total, 1)} />
    </section>
  );
}

function Close({ view: { takeoverId, version } }: { readonly view: TakeoverShown }) {
  const [reason, setReason] = useState('');
  const close = useCommand(closeTakeover);
  const act = () => void close.give({ params: { takeoverId }, body: { reason }, version });
  const error = close.errors.find(({ path }) => path === 'reason')?.message;
  return (
    <div className="yc-quiet-acts">
      <QuietAct
        title="结束这次导入"
        about="文件和检查结果随即删除，已经登记的户不受影响。不结束的，满 180 天自动删除。"
        command={close}
        onAct={act}
      >
        <TextField
          id="reason"
          label="原因"
          required
          value={reason}
          onChange={setReason}
          error={error}
        />
      </QuietAct>
    </div>
  );
}
