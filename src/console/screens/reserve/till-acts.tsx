import { type ReactNode, useState } from 'react';
import type { Fen } from '../../../kernel/fen.ts';
import * as contract from '../../../modules/reserve/contract.ts';
import {
  type AskKind,
  askKinds,
  type Settlement,
  settlements,
} from '../../../modules/reserve/index.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { MoneyField } from '../../../ui/field/money-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Panel } from '../../../ui/page.tsx';
import { type Uploaded, upload } from '../../../ui/upload.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { type Bound, useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { refOf } from '../investigation/signed-file.ts';
import { differenceWords, type TillView, yuan } from './till-words.ts';

type Props = {
  readonly view: TillView;
  readonly role: string;
  readonly onDone: () => void;
};

/** What whoever looks may do next with a till. */
export function TillActs({ view, role, onDone }: Props) {
  const { ask, count } = view;
  const props = { view, role, onDone };
  if (role === 'case-officer') {
    return (
      <>
        {!ask && !count?.isOpen && <Ask {...props} />}
        {view.version > 0 && !count?.isOpen && <Count {...props} />}
      </>
    );
  }
  if (role === 'fund-reviewer' && ask?.status === 'asked') return <Review {...props} />;
  if (role === 'finance' && ask?.status === 'approved') return <Pay {...props} />;
  if (role === 'county-leader' && count?.isOpen) return <Settle {...props} />;
  return null;
}

const choices = <Key extends string>(titles: Readonly<Record<Key, string>>) =>
  (Object.keys(titles) as Key[]).map((value) => ({ value, label: titles[value] }));

type TillCommand =
  | typeof contract.askReserve
  | typeof contract.approveReserve
  | typeof contract.declineReserve
  | typeof contract.payReserve
  | typeof contract.countReserve
  | typeof contract.settleDifference;

/** A form of one act on a till: its fields, its trouble, the act. */
function useAct<Form extends object>(
  { view, onDone }: Props,
  command: TillCommand,
  blank: () => Form,
  bodyOf: (form: Form) => object = (form) => form,
) {
  const [form, setForm] = useState(blank);
  const given = useCommand(command as typeof contract.approveReserve);
  const bind = useFields(form, setForm, errorsUnder(command.name, given.errors), command.name);
  const act = async () => {
    const { version } = view;
    const params = { township: view.till.township };
    const done = await given.give({ params, body: bodyOf(form) as never, version });
    if (done.ok) onDone();
  };
  return { form, bind, command: given, act: () => void act() };
}

type Acting = Pick<ReturnType<typeof useAct>, 'command' | 'act'>;

function ActPanel(props: {
  readonly title: string;
  readonly acting: Acting;
  readonly because?: string | null;
  readonly children: ReactNode;
}) {
  const { title, acting, because = null, children } = props;
  const { command, act } = acting;
  return (
    <Panel title={title}>
      <EnterMoves>
        <ActTrouble command={command} onAgain={act} />
        <div className="ym-form">{children}</div>
        <NextAct title={command.title} onAct={act} busy={command.busy} because={because} />
      </EnterMoves>
    </Panel>
  );
}

function Scan({
  label,
  bound,
}: {
  readonly label: string;
  readonly bound: Bound<readonly Uploaded[]>;
}) {
  return (
    <div className="ym-wide">
      <FilePicker
        label={label}
        required
        send={(file, onShare, key) => upload('/files', file, onShare, key)}
        {...bound}
      />
    </div>
  );
}

function Ask(props: Props) {
  const { till, vouchers } = props.view;
  const { form, bind, ...acting } = useAct(props, contract.askReserve, () => ({
    ...{ askId: newKey(), kind: (vouchers > 0 ? 'top-up' : 'advance') as AskKind | null },
    ...{ amount: null as Fen | null, reason: '' },
  }));
  return (
    <ActPanel title="申请备用金" acting={acting}>
      <CodeSelect label="申请" required options={choices(askKinds)} {...bind('kind')} />
      {form.kind === 'advance' ? (
        <MoneyField label="金额" required {...bind('amount')} />
      ) : (
        <p className="ym-quiet">
          按 {vouchers} 张凭证补足 {yuan(till.spent)} 元。
        </p>
      )}
      <div className="ym-wide">
        <TextField label="理由" required most={500} {...bind('reason')} />
      </div>
    </ActPanel>
  );
}

function Count(props: Props) {
  const { till } = props.view;
  const { bind, ...acting } = useAct(
    props,
    contract.countReserve,
    () => ({
      ...{ countId: newKey(), counted: null as Fen | null, witness: '', explanation: '' },
      sheet: [] as readonly Uploaded[],
    }),
    (form) => ({ ...form, sheet: form.sheet.map(refOf)[0] }),
  );
  return (
    <div className="yc-quiet-acts">
      <QuietAct
        name={contract.countReserve.name}
        title="盘点备用金"
        about={`账上应有 ${yuan(till.balance)} 元。两人一起清点，有差异的写明原因，由县级处理。`}
        command={acting.command}
        onAct={acting.act}
      >
        <div className="ym-form">
          <MoneyField label="实有金额" required {...bind('counted')} />
          <TextField label="监盘人" required most={40} {...bind('witness')} />
          <div className="ym-wide">
            <TextField label="差异的原因" most={1000} {...bind('explanation')} />
          </div>
          <Scan label="签字的盘点表" bound={bind('sheet')} />
        </div>
      </QuietAct>
    </div>
  );
}

function Review(props: Props) {
  const { view } = props;
  const { bind, ...acting } = useAct(props, contract.approveReserve, () => ({ opinion: '' }));
  const decline = useAct(props, contract.declineReserve, () => ({ reason: '' }));
  return (
    <>
      <ActPanel
        title={`复核：${yuan(view.till.askAmount)} 元`}
        acting={acting}
        because={view.ask?.hadHandIn ? '申请的人不能复核自己的申请' : null}
      >
        <div className="ym-wide">
          <TextField label="意见" required most={500} {...bind('opinion')} />
        </div>
      </ActPanel>
      <div className="yc-quiet-acts">
        <QuietAct
          name={contract.declineReserve.name}
          title={decline.command.title}
          about="退回以后，乡镇可以重新申请。"
          command={decline.command}
          onAct={decline.act}
        >
          <TextField label="理由" required most={500} {...decline.bind('reason')} />
        </QuietAct>
      </div>
    </>
  );
}

function Pay(props: Props) {
  const { view } = props;
  const { bind, ...acting } = useAct(
    props,
    contract.payReserve,
    () => ({ reference: '', receipt: [] as readonly Uploaded[] }),
    (form) => ({ ...form, receipt: form.receipt.map(refOf)[0] }),
  );
  return (
    <ActPanel
      title={`拨付 ${yuan(view.till.askAmount)} 元`}
      acting={acting}
      because={view.ask?.hadHandIn ? '申请、复核、拨付应当是三个人' : null}
    >
      <TextField label="拨款凭证号" required most={80} {...bind('reference')} />
      <Scan label="拨款凭证" bound={bind('receipt')} />
    </ActPanel>
  );
}

function Settle(props: Props) {
  const { till, count } = props.view;
  const { bind, ...acting } = useAct(props, contract.settleDifference, () => ({
    ...{ outcome: null as Settlement | null, reason: '' },
  }));
  const isShort = till.difference < 0;
  const options = choices(settlements).filter(({ value }) => isShort === (value !== 'handed-in'));
  return (
    <ActPanel
      title={`处理盘点差异：${differenceWords(till.difference)}`}
      acting={acting}
      because={count?.isOwn ? '盘点的人不能处理自己盘出的差异' : null}
    >
      <CodeSelect label="处理结果" required options={options} {...bind('outcome')} />
      <div className="ym-wide">
        <TextField label="依据和情况" required most={500} {...bind('reason')} />
      </div>
    </ActPanel>
  );
}
