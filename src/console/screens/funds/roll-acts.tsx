import { useState } from 'react';
import {
  cancelRoll,
  closeRoll,
  freezeRoll,
  releaseBatch,
  reviewRoll,
  sealBatch,
  sendBackRoll,
} from '../../../modules/funds/contract.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import type { RollShown } from './fund-words.ts';

export type RollProps = {
  readonly roll: RollShown;
  readonly role: string;
  readonly onDone: () => void;
};

/** The one act whose turn it is, for whoever may do it; giving it up is folded away. */
export function RollActs(props: RollProps) {
  const { roll, role } = props;
  const { phase } = roll;
  if (role === 'fund-planner') {
    const mayCancel = ['building', 'built', 'frozen', 'reviewed'].includes(phase);
    return (
      <>
        {phase === 'built' && <Plain {...props} contract={freezeRoll} about={FREEZE} />}
        {phase === 'reviewed' && <Plain {...props} contract={sealBatch} about={SEAL} />}
        {phase === 'released' && <Close {...props} />}
        {mayCancel && <GiveUp {...props} contract={cancelRoll} about={CANCEL} />}
      </>
    );
  }
  if (role === 'fund-reviewer' && phase === 'frozen') {
    return (
      <>
        <Review {...props} />
        <GiveUp {...props} contract={sendBackRoll} about={SEND_BACK} />
      </>
    );
  }
  if (role === 'finance' && phase === 'sealed') {
    const because = roll.hadHandIn ? '经手过这份花名册的人不能放行' : null;
    return <Plain {...props} contract={releaseBatch} about={RELEASE} because={because} />;
  }
  return null;
}

const FREEZE = '冻结以后谁也不能改动。请先看与上月的比较和暂缓的原因。';
const SEAL =
  '按开户行生成代发文件并封存。封存以后不能作废，账簿记为应付；接着到“用款申请”按月申请用款。';
const RELEASE =
  '用款申请批准以后才能放行；系统先核对文件与封存时一样。放行以后可以下载，送交银行。';
const CANCEL = '这一份作废，各行随下一份重新列出。';
const SEND_BACK = '退回以后这一份作废，由经办重新编制。';

type Command = typeof freezeRoll | typeof sealBatch | typeof releaseBatch | typeof closeRoll;

function Plain({
  roll,
  onDone,
  contract,
  about,
  because = null,
}: RollProps & {
  readonly contract: Command;
  readonly about: string;
  readonly because?: string | null;
}) {
  const command = useCommand(contract as typeof freezeRoll);
  const act = async () => {
    const { rollId, version } = roll;
    const done = await command.give({ params: { rollId }, body: {}, version });
    if (done.ok) onDone();
  };
  return (
    <Panel title={command.title}>
      <p>{about}</p>
      <ActTrouble command={command} onAgain={() => void act()} />
      <NextAct
        title={command.title}
        onAct={() => void act()}
        busy={command.busy}
        because={because}
      />
    </Panel>
  );
}

function Close(props: RollProps) {
  const books = props.roll.reconciliation;
  const open = books?.open.lines ?? 0;
  const because = open > 0 ? `还有 ${open} 笔银行没有回盘` : (books?.differences[0] ?? null);
  return (
    <Plain
      {...props}
      contract={closeRoll}
      about="花名册、银行回盘、账簿一分不差，才能结账。"
      because={because}
    />
  );
}

function Review({ roll, onDone }: RollProps) {
  const [form, setForm] = useState({ opinion: '' });
  const command = useCommand(reviewRoll);
  const bind = useFields(form, setForm, command.errors);
  const act = async () => {
    const { rollId, version } = roll;
    const done = await command.give({ params: { rollId }, body: form, version });
    if (done.ok) onDone();
  };
  return (
    <Panel title="复核">
      <ActTrouble command={command} onAgain={() => void act()} />
      <div className="ym-form">
        <div className="ym-wide">
          <TextField label="复核意见" required lines={2} most={500} {...bind('opinion')} />
        </div>
      </div>
      <NextAct
        title={command.title}
        onAct={() => void act()}
        busy={command.busy}
        because={roll.hadHandIn ? '编制或者冻结的人不能自己复核' : null}
      />
    </Panel>
  );
}

function GiveUp({
  roll,
  onDone,
  contract,
  about,
}: RollProps & {
  readonly contract: typeof cancelRoll | typeof sendBackRoll;
  readonly about: string;
}) {
  const [form, setForm] = useState({ reason: '' });
  const command = useCommand(contract as typeof cancelRoll);
  const bind = useFields(form, setForm, errorsUnder('give-up', command.errors), 'give-up');
  const act = async () => {
    const { rollId, version } = roll;
    const done = await command.give({ params: { rollId }, body: form, version });
    if (done.ok) onDone();
  };
  return (
    <div className="yc-quiet-acts">
      <QuietAct
        name="give-up"
        title={contract.title}
        about={about}
        command={command}
        onAct={() => void act()}
      >
        <TextField label="理由" required most={300} {...bind('reason')} />
      </QuietAct>
    </div>
  );
}
