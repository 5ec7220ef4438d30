import { useState } from 'react';
import type { CommandContract } from '../../../kernel/contract.ts';
import { formatDate } from '../../../kernel/local-date.ts';
import { access } from '../../../modules/referral/access.ts';
import * as contract from '../../../modules/referral/contract.ts';
import { needTitles, outcomeTitles } from '../../../modules/referral/index.ts';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { ManyOf } from '../delegation/many-of.tsx';
import { ActFields } from '../review/act-fields.tsx';
import { type ActField, type ActForm, fileIn, optionsFrom } from '../review/act-spec.ts';

type Props = { readonly given: StagePanelProps };
type Referral = StagePanelProps['state']['referral']['referrals'][number];

/** 转介: what was passed on to whom and what came of it; the slip is written here and printed under 文书 (LS-20). */
export function ReferralActs({ given }: Props) {
  const { referrals } = given.state.referral;
  const mayRefer = access.PrepareReferral.roles.some((each) => each === given.role);
  if (!given.state.intake.accepted || (referrals.length === 0 && !mayRefer)) return null;
  return (
    <section className="yc-quiet-acts" aria-label="转介">
      <h2>转介</h2>
      {referrals.map((each) => (
        <OneReferral key={each.id} given={given} referral={each} mayRefer={mayRefer} />
      ))}
      {mayRefer && <PrepareAct key={referrals.length} given={given} />}
    </section>
  );
}

function OneReferral({
  given,
  referral,
  mayRefer,
}: Props & { readonly referral: Referral; readonly mayRefer: boolean }) {
  const { id, to, needs, preparedOn, sent, answers, dropped } = referral;
  const last = answers.at(-1);
  const isOpen = !dropped && last?.outcome !== 'done' && last?.outcome !== 'unfit';
  return (
    <div>
      <p>
        {formatDate(preparedOn)}填写转介单：{to}（{needs.map((each) => needTitles[each]).join('、')}
        ）。
        {sent ? `${formatDate(sent.on)}${sent.signedBy}签字同意，已送出。` : '等待本人签字同意。'}
        {answers.map(
          ({ on, from, outcome, text }) =>
            `${formatDate(on)}${from}答复：${outcomeTitles[outcome]}，${text}。`,
        )}
        {dropped && `${formatDate(dropped.on)}不再转介：${dropped.reason}。`}
      </p>
      {mayRefer && isOpen && !sent && (
        <ReferralForm
          given={given}
          id={id}
          of={contract.sendReferral}
          title={`${to}：登记同意，送出`}
          about="打印转介单，本人签字同意以后再送出；签字的转介单拍照上传。"
          fields={sendFields}
          initial={{ on: given.view.today, signedBy: '', consent: [] }}
          file="consent"
        />
      )}
      {mayRefer && isOpen && sent && (
        <ReferralForm
          given={given}
          id={id}
          of={contract.recordReferralAnswer}
          title={`${to}：登记回执`}
          about="照回执登记；对方“正在办理”的，办完以后再登记一次。"
          fields={answerFields}
          initial={{ on: given.view.today, outcome: null, text: '', from: '', scan: [] }}
          file="scan"
        />
      )}
      {mayRefer && isOpen && (
        <ReferralForm
          given={given}
          id={id}
          of={contract.dropReferral}
          title={`${to}：不再转介`}
          about="家庭不同意或者不再需要的，写明原因。"
          fields={[{ key: 'reason', label: '原因', is: 'text', lines: 2 }]}
          initial={{ reason: '' }}
        />
      )}
    </div>
  );
}

const sendFields: readonly ActField[] = [
  { key: 'on', label: '送出日期', is: 'date' },
  { key: 'signedBy', label: '签字人', is: 'text' },
  { key: 'consent', label: '签字的转介单', is: 'file' },
];
const answerFields: readonly ActField[] = [
  { key: 'on', label: '答复日期', is: 'date' },
  { key: 'outcome', label: '办理结果', is: 'code', options: optionsFrom(outcomeTitles) },
  { key: 'text', label: '说明', is: 'text', lines: 2 },
  { key: 'from', label: '填写人和单位', is: 'text' },
  { key: 'scan', label: '回执', is: 'file', optional: true },
];

type FormProps = Props & {
  readonly id: string;
  readonly of: CommandContract<unknown> & { readonly path: `/cases/:caseId/${string}` };
  readonly title: string;
  readonly about: string;
  readonly fields: readonly ActField[];
  readonly initial: ActForm;
  readonly file?: string;
};

function ReferralForm({ given, id, of, title, about, fields, initial, file }: FormProps) {
  const { caseId, version } = given;
  const [form, setForm] = useState<ActForm>(initial);
  const command = useCommand(of);
  const name = `${of.name}-${id}`;
  const act = async () => {
    const sent = file ? { [file]: fileIn(form[file]) } : {};
    const body = { ...form, ...sent, id } as never;
    const done = await command.give({ params: { caseId }, body, version });
    if (done.ok) given.onDone();
  };
  return (
    <QuietAct name={name} title={title} about={about} command={command} onAct={() => void act()}>
      <ActFields
        name={name}
        fields={fields}
        form={form}
        setForm={setForm}
        errors={errorsUnder(name, command.errors)}
      />
    </QuietAct>
  );
}

function PrepareAct({ given }: Props) {
  const { caseId, version } = given;
  const [id] = useState(newKey);
  const [form, setForm] = useState({ to: '', what: '' });
  const [needs, setNeeds] = useState<readonly (keyof typeof needTitles)[]>([]);
  const command = useCommand(contract.prepareReferral);
  const bind = useFields(form, setForm, errorsUnder('refer', command.errors), 'refer');
  const act = async () => {
    const body = { id, ...form, needs: [...needs] };
    const done = await command.give({ params: { caseId }, body, version });
    if (done.ok) given.onDone();
  };
  return (
    <QuietAct
      name="refer"
      title={command.title}
      about="除了救助金还需要别的帮助的，转给管这件事的部门或者慈善组织；填写以后在“文书”中打印，本人签字同意才送出。"
      command={command}
      onAct={() => void act()}
    >
      <TextField label="转往单位" required {...bind('to')} />
      <ManyOf
        id="refer.needs"
        label="转介事项"
        required
        titles={needTitles}
        value={needs}
        onChange={setNeeds}
        error={
          errorsUnder('refer', command.errors).find(({ path }) => path === 'refer.needs')?.message
        }
      />
      <TextField label="具体需要" required lines={3} most={400} {...bind('what')} />
    </QuietAct>
  );
}
