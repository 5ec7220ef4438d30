import { useEffect, useRef, useState } from 'react';
import { localDate } from '../../../kernel/local-date.ts';
import { attachPreview } from '../../../modules/policy/contract.ts';
import { previewView, startPreview } from '../../../modules/preview/contract.ts';
import { newKey } from '../../../ui/intent.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { QuietAct } from '../case/quiet-act.tsx';
import { isUnderWay } from '../preview/preview-words.ts';
import type { PolicyActsProps } from './policy-words.ts';

/** Goes through the caseload with the draft, and keeps the result with it once it is whole. */
export function PreviewAct({ policy, onDone }: PolicyActsProps) {
  const { policyId, version, judged, content, preview } = policy;
  const [previewId, setPreviewId] = useState('');
  const start = useCommand(startPreview);
  const attach = useCommand(attachPreview);
  const params = { previewId };
  const when = previewId !== '';
  const { answer } = useAnswer(previewView, { params, when });
  useAnswer(previewView, {
    params,
    when: when && (answer === undefined || isUnderWay(answer)),
    everySeconds: 1,
  });
  const isDone = answer?.state === 'done';
  const keep = async () => {
    const done = await attach.give({ params: { policyId }, body: { previewId }, version });
    if (done.ok) onDone();
  };
  const whole = useRef(keep);
  whole.current = keep;
  // The result is kept once, as soon as it is whole.
  useEffect(() => {
    if (isDone) void whole.current();
  }, [isDone]);
  const act = async () => {
    const next = newKey();
    const from = localDate(judged.from ?? '');
    const change = { kind: 'file' as const, name: '草案', text: judged.text, from };
    const title = content.title;
    const done = await start.give({ params: { previewId: next }, body: { title, change } });
    if (done.ok) setPreviewId(next);
  };
  if (judged.from === null || judged.faults.some(({ is }) => is === 'fault')) return null;
  return (
    <>
      <QuietAct
        title={preview ? '重新测算' : '测算影响'}
        about="按草案把全县已经决定的家庭重算一遍，不改变任何一家的待遇。算完以后结果附在草案里。"
        command={start}
        onAct={() => void act()}
        {...(!preview && { isUrgent: true })}
      />
      {answer && isUnderWay(answer) && (
        <p role="status">{`正在测算，已算 ${answer.done} 户，共 ${answer.total} 户…`}</p>
      )}
      {answer && !isUnderWay(answer) && !isDone && (
        <p className="ym-wrong">{answer.fault || '测算已经停止，请重新测算。'}</p>
      )}
      <Refusal problem={attach.problem ?? attach.stale} />
    </>
  );
}
