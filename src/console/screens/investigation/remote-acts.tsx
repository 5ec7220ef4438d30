import { useState } from 'react';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { access } from '../../../modules/investigation/access.ts';
import { approveRemoteVisit, makeGoodVisit } from '../../../modules/investigation/contract.ts';
import { owedVisits } from '../../../modules/investigation/index.ts';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { SignatureField, type Signature } from '../../../ui/field/signature-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Panel } from '../../../ui/page.tsx';
import type { Uploaded } from '../../../ui/upload.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { ActTrouble } from './act-trouble.tsx';
import { isSigned, refOf, sendTo, uploadSignature, viewUrl } from './signed-file.ts';
import { useColleagues, VisitorField } from './visitor-field.tsx';

/** For the township's leader: the visit by phone or video that waits for consent. */
export function ApproveRemote({ given }: { given: StagePanelProps }) {
  const { caseId, version, state } = given;
  const { visits, visitsBeforeRound, remoteApprovals } = state.investigation;
  const waiting = visits.slice(visitsBeforeRound).findLast(({ id, remoteBecause }) => {
    const isApproved = remoteApprovals.some(({ visitId }) => visitId === id);
    return remoteBecause !== null && !isApproved;
  });
  const [form, setForm] = useState({ opinion: '' });
  const command = useCommand(approveRemoteVisit);
  const bind = useFields(form, setForm, command.errors);
  if (!waiting || state.investigation.concluded) return null;
  const act = async () => {
    const body = { visitId: waiting.id, ...form };
    const done = await command.give({ params: { caseId }, body, version });
    if (done.ok) given.onDone();
  };
  return (
    <Panel title="电话、视频调查待批准">
      <p>{waiting.remoteBecause}</p>
      <ActTrouble command={command} onAgain={() => void act()} />
      <TextField label="意见" required lines={2} most={500} {...bind('opinion')} />
      <NextAct title={command.title} onAct={() => void act()} busy={command.busy} />
    </Panel>
  );
}

const blank = () => ({
  id: newKey(),
  on: null as LocalDate | null,
  visitors: [] as readonly string[],
  memberPresent: null as string | null,
  agrees: null as string | null,
  result: '',
  photos: [] as readonly Uploaded[],
  smallOfficeReason: '',
});

const agreement = [
  { value: 'yes', label: '一致' },
  { value: 'no', label: '不一致' },
];

type Good = ReturnType<typeof blank>;
type Signer = { readonly as: 'visitor' | 'member'; readonly signer: string; readonly name: string };

function signersOf(
  { visitors, memberPresent }: Good,
  people: readonly { readonly person: string; readonly name: string }[],
  members: readonly { readonly memberId: string; readonly name: string }[],
): readonly Signer[] {
  const gone = visitors.map((signer) => ({
    ...{ as: 'visitor' as const, signer },
    name: people.find(({ person }) => person === signer)?.name ?? '调查人员',
  }));
  const member = members.find(({ memberId }) => memberId === memberPresent);
  return member
    ? [...gone, { as: 'member' as const, signer: member.memberId, name: member.name }]
    : gone;
}

type Signed = Readonly<Record<string, Signature | null>>;

/** The body of the command; signatures are uploaded on the way. Null when one could not be sent. */
async function goodBody(
  caseId: string,
  visitId: string,
  form: Good,
  signers: readonly Signer[],
  signed: Signed,
) {
  const signatures = [];
  for (const { as, signer, name } of signers) {
    const signature = signed[signer];
    if (!isSigned(signature)) continue;
    const image = await uploadSignature(caseId, name, signature);
    if (!image) return null;
    signatures.push({ as, signer, image });
  }
  return {
    ...{ id: form.id, visitId, on: form.on as LocalDate },
    ...{ visitors: [...form.visitors], memberPresent: form.memberPresent ?? '' },
    ...{ agrees: (form.agrees === null ? null : form.agrees === 'yes') as boolean },
    ...{ result: form.result, photos: form.photos.map(refOf), signatures },
    smallOfficeReason: form.smallOfficeReason.trim() || null,
  };
}

/** The visit on the spot that follows one by phone or video; also after the decision. */
export function MakeGoodAct({ given }: { given: StagePanelProps }) {
  const { caseId, version, state } = given;
  const [owed] = owedVisits(state.investigation);
  const [form, setForm] = useState(blank);
  const [signed, setSigned] = useState<Signed>({});
  const [unsent, setUnsent] = useState(false);
  const command = useCommand(makeGoodVisit);
  const people = useColleagues('investigator,case-officer');
  const isMine = access.MakeGoodVisit.roles.some((role) => role === given.role);
  if (!owed || !isMine || state.course.closed) return null;
  const signers = signersOf(form, people, state.household.declaration?.people ?? []);
  const act = async () => {
    const body = await goodBody(caseId, owed.id, form, signers, signed);
    setUnsent(body === null);
    if (!body) return;
    const done = await command.give({ params: { caseId }, body, version });
    if (done.ok) given.onDone();
  };
  return (
    <QuietAct
      name="good"
      title={`补充入户（应于 ${owed.remote?.makeGoodBy ?? ''} 前）`}
      about="电话、视频调查以后，突发事件过去了要补上现场调查；不一致的如实登记，按异议、复核或者纠错办理。"
      command={command}
      onAct={() => void act()}
      isUrgent
    >
      {unsent && (
        <p className="ym-wrong" role="alert">
          签名没有传上去，请检查网络后再提交一次。
        </p>
      )}
      <GoodFields
        {...{ given, form, setForm, people, signers, signed, setSigned }}
        errors={command.errors}
      />
    </QuietAct>
  );
}

type GoodFieldsProps = {
  readonly given: StagePanelProps;
  readonly form: Good;
  readonly setForm: (change: (form: Good) => Good) => void;
  readonly errors: Parameters<typeof errorsUnder>[1];
  readonly people: ReturnType<typeof useColleagues>;
  readonly signers: readonly Signer[];
  readonly signed: Signed;
  readonly setSigned: (change: (now: Signed) => Signed) => void;
};

function GoodFields(props: GoodFieldsProps) {
  const { given, form, setForm, errors, people, signers, signed, setSigned } = props;
  const bind = useFields(form, setForm, errorsUnder('good', errors), 'good');
  const members = given.state.household.declaration?.people ?? [];
  return (
    <EnterMoves className="ym-form">
      <DateField label="入户日期" required {...bind('on')} />
      <CodeSelect
        label="在场的家庭成员"
        required
        options={members.map(({ memberId, name }) => ({ value: memberId, label: name }))}
        {...bind('memberPresent')}
      />
      <div className="ym-wide">
        <VisitorField
          label="调查人员（不少于 2 人）"
          required
          people={people}
          {...bind('visitors')}
        />
      </div>
      <CodeSelect
        label="与电话、视频调查是否一致"
        required
        options={agreement}
        {...bind('agrees')}
      />
      <div className="ym-wide">
        <TextField label="看到的情况" required lines={3} most={500} {...bind('result')} />
      </div>
      <div className="ym-wide">
        <FilePicker
          label="现场照片"
          required
          accept="image/jpeg,image/png"
          send={sendTo(given.caseId)}
          viewUrl={viewUrl}
          {...bind('photos')}
        />
      </div>
      {signers.map(({ as, signer, name }) => (
        <SignatureField
          key={signer}
          id={`good.signed.${signer}`}
          label={`${as === 'visitor' ? '调查人员' : '在场家庭成员'} ${name}`}
          required
          signer={name}
          value={signed[signer] ?? null}
          onChange={(signature) => setSigned((now) => ({ ...now, [signer]: signature }))}
        />
      ))}
    </EnterMoves>
  );
}
