import { Button } from 'antd';
import { useState } from 'react';
import {
  acceptApplication,
  giveOneTimeNotice,
  type IntakeAdvice,
  refusalGrounds,
  refuseAcceptance,
} from '../../../modules/intake/contract.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { PrintFrame } from '../../../ui/reading/print-frame.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { elsewhereWords } from './advice-panel.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { QuietAct } from '../case/quiet-act.tsx';

type AcceptanceProps = Pick<StagePanelProps, 'caseId' | 'version' | 'state' | 'onDone'> & {
  readonly advice: IntakeAdvice;
};

/** Accept, or tell everything that is missing, once; at the end the receipt. */
export function Acceptance(props: AcceptanceProps) {
  const { caseId, version, state, advice, onDone } = props;
  const accept = useCommand(acceptApplication);
  const tell = useCommand(giveOneTimeNotice);
  const { accepted, notice } = state.intake;
  if (accepted) {
    const url = `/api/cases/${caseId}/papers/acceptance-receipt`;
    return <PrintFrame url={url} title="受理通知书" hasLarge />;
  }
  const giving = { params: { caseId }, body: {}, version };
  const give = async (command: typeof accept | typeof tell) => {
    if ((await command.give(giving)).ok) onDone();
  };
  const { missing, duplicates } = advice;
  const isTold = notice?.revision === state.household.revision;
  const because = missing.length > 0 ? `还缺 ${missing.length} 项，补齐后受理` : null;
  return (
    <>
      <Refusal
        problem={accept.problem ?? tell.problem ?? accept.stale ?? tell.stale}
        onAgain={onDone}
      />
      {duplicates.map((each) => (
        <p key={`${each.memberId} ${each.townshipName}`} role="alert">
          有成员{elsewhereWords(each)}，请先核清。
        </p>
      ))}
      {missing.length > 0 && (
        <>
          <p>受理还缺：{missing.map(({ text }) => text).join('、')}。</p>
          <Button onClick={() => void give(tell)} disabled={tell.busy || isTold}>
            {isTold ? `已于 ${notice.on} 一次性告知` : '一次性告知（打印告知书）'}
          </Button>
        </>
      )}
      <NextAct
        title={accept.title}
        onAct={() => void give(accept)}
        because={because}
        busy={accept.busy}
      />
      {notice && (
        <PrintFrame
          url={`/api/cases/${caseId}/papers/one-time-notice`}
          title="一次性告知书"
          hasLarge
        />
      )}
      <RefuseForm caseId={caseId} version={version} onDone={onDone} />
    </>
  );
}

const grounds = Object.entries(refusalGrounds).map(([value, label]) => ({
  value: value as keyof typeof refusalGrounds,
  label,
}));

function RefuseForm({ caseId, version, onDone }: Omit<AcceptanceProps, 'state' | 'advice'>) {
  const refuse = useCommand(refuseAcceptance);
  const [ground, setGround] = useState<keyof typeof refusalGrounds | null>(null);
  const [reason, setReason] = useState('');
  const act = async () => {
    const body = { ground, reason } as { ground: keyof typeof refusalGrounds; reason: string };
    if ((await refuse.give({ params: { caseId }, body, version })).ok) onDone();
  };
  const errorOf = (path: string) => refuse.errors.find((each) => each.path === path)?.message;
  return (
    <QuietAct
      name="refuse"
      title="不予受理"
      about="书面说明理由，办件随之终结；家庭是否困难不在受理时判断。"
      command={refuse}
      onAct={() => void act()}
    >
      <CodeSelect
        id="refuse.ground"
        label="情形"
        required
        options={grounds}
        value={ground}
        onChange={setGround}
        error={errorOf('ground')}
      />
      <TextField
        id="refuse.reason"
        label="理由"
        required
        lines={3}
        value={reason}
        onChange={setReason}
        error={errorOf('reason')}
      />
    </QuietAct>
  );
}
