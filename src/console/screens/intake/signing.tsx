import { Button } from 'antd';
import { useState } from 'react';
import { dayOf, instant } from '../../../kernel/clock.ts';
import { ageOn, type LocalDate } from '../../../kernel/local-date.ts';
import type { Masked } from '../../../modules/case/index.ts';
import type { Authorisation } from '../../../modules/intake/index.ts';
import { revokeAuthorisation, signAuthorisation } from '../../../modules/intake/contract.ts';
import { ErrorSummary } from '../../../ui/act/error-summary.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { type Signature, SignatureField } from '../../../ui/field/signature-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import type { Problem } from '../../../ui/problem.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { PaperLink } from '../../../ui/reading/paper-link.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { QuietAct } from '../case/quiet-act.tsx';
import { isSigned, sendSignature } from './signature-file.ts';

type SigningProps = Pick<StagePanelProps, 'caseId' | 'version' | 'state' | 'onDone'>;

/** 授权承诺: one line per member; the first who has not signed is open. */
export function Signing({ caseId, version, state, onDone }: SigningProps) {
  const { declaration } = state.household;
  if (!declaration) return <p className="ym-quiet">先登记家庭成员，再签授权承诺。</p>;
  const members = declaration.people.map(({ memberId, name }) => ({
    memberId,
    name,
    birth: declaration.facts.members.find((each) => each.id === memberId)?.birth ?? null,
    signed: state.intake.authorisations.find(
      (each) => each.memberId === memberId && each.revokedOn === null,
    ),
  }));
  const next = members.find((each) => !each.signed);
  const url = `/api/cases/${caseId}/papers/authorisation-and-promise`;
  return (
    <>
      <p>
        <span className="ym-row">
          <PaperLink url={url} words="打印授权书暨诚信承诺书" hasLarge />
          <span>或者在下面直接签名。</span>
        </span>
      </p>
      <ul>
        {members.map(({ memberId, name, signed }) => (
          <li key={memberId}>
            {name}:{signed ? signedWords(signed) : '待签'}
          </li>
        ))}
      </ul>
      {next && (
        <SignForm
          key={next.memberId}
          caseId={caseId}
          version={version}
          member={next}
          onDone={onDone}
        />
      )}
      {members.some((each) => each.signed) && (
        <RevokeForm
          caseId={caseId}
          version={version}
          members={members.filter((each) => each.signed)}
          onDone={onDone}
        />
      )}
    </>
  );
}

function signedWords({ signedOn, signedBy, guardianName }: Masked<Authorisation>): string {
  return signedBy === 'guardian'
    ? `${signedOn} 由监护人${guardianName}签署`
    : `${signedOn} 本人签署`;
}

type Signer = { readonly memberId: string; readonly name: string; readonly birth: string | null };

type SignFormProps = Pick<SigningProps, 'caseId' | 'version' | 'onDone'> & {
  readonly member: Signer;
};

const today = (): LocalDate => dayOf(instant(Date.now()));

type Guardian = { readonly name: string; readonly relation: string; readonly ground: string };

/** What is filled in for one signature, and the act itself: the picture first, then the command. */
function useSigning({ caseId, version, member, onDone }: SignFormProps) {
  const { memberId, name, birth } = member;
  const [signedOn, setSignedOn] = useState<LocalDate | null>(today);
  const isMinor = birth !== null && signedOn !== null && ageOn(birth as LocalDate, signedOn) < 18;
  const [byGuardian, setByGuardian] = useState(false);
  const [guardian, setGuardian] = useState<Guardian>({ name: '', relation: '', ground: '' });
  const [signature, setSignature] = useState<Signature | null>(null);
  const [failed, setFailed] = useState<Problem | null>(null);
  const [id] = useState(newKey);
  const command = useCommand(signAuthorisation);
  const isGuardian = isMinor || byGuardian;
  const signer = isGuardian ? guardian.name : name;
  const act = async () => {
    if (!isSigned(signature) || !signedOn) return;
    const sent = await sendSignature(`/cases/${caseId}/files`, signature, signer);
    setFailed(sent.ok ? null : sent.problem);
    if (!sent.ok) return;
    const { id: hash, name: fileName, mediaType } = sent.file;
    const body = {
      id,
      memberId,
      signedBy: isGuardian ? ('guardian' as const) : ('member' as const),
      guardianName: isGuardian ? guardian.name : null,
      guardianRelation: isGuardian ? guardian.relation : null,
      guardianGround: byGuardian && !isMinor ? guardian.ground : null,
      signedOn,
      signature: { hash, name: fileName, mime: mediaType },
    };
    if ((await command.give({ params: { caseId }, body, version })).ok) onDone();
  };
  return {
    ...{ signedOn, setSignedOn, signature, setSignature, guardian, setGuardian },
    ...{ byGuardian, setByGuardian, isMinor, isGuardian, signer, command, act },
    problem: failed ?? command.problem ?? command.stale,
  };
}

function SignForm(props: SignFormProps) {
  const { name } = props.member;
  const signing = useSigning(props);
  const { isMinor, byGuardian, signature, signer, command } = signing;
  return (
    <EnterMoves>
      <h3>{name}签署</h3>
      <ErrorSummary errors={command.errors} />
      <Refusal problem={signing.problem} onAgain={props.onDone} />
      {isMinor ? (
        <p>{name}未满 18 周岁,由监护人签署。</p>
      ) : (
        <label className="ym-choice">
          <input
            type="checkbox"
            checked={byGuardian}
            onChange={(event) => signing.setByGuardian(event.target.checked)}
          />
          <span>本人不能完全辨认自己的行为，由监护人签署</span>
        </label>
      )}
      <div className="ym-form">
        {signing.isGuardian && <GuardianFields signing={signing} />}
        <DateField
          id="signedOn"
          label="签署日期"
          required
          value={signing.signedOn}
          onChange={signing.setSignedOn}
        />
        <div className="ym-wide">
          <SignatureField
            id="signature"
            label={`${signer || '监护人'}签名`}
            signer={signer}
            required
            value={signature}
            onChange={signing.setSignature}
          />
        </div>
      </div>
      <Button
        type="primary"
        onClick={() => void signing.act()}
        disabled={command.busy || !isSigned(signature)}
      >
        {command.busy ? '正在提交…' : `${name}签署完成`}
      </Button>
    </EnterMoves>
  );
}

/** Who signs in the member's place; for an adult also on what ground (OT-03). */
function GuardianFields({ signing }: { signing: ReturnType<typeof useSigning> }) {
  const { guardian, setGuardian, command, byGuardian, isMinor } = signing;
  const field = (id: string, key: keyof Guardian) => ({
    id,
    value: guardian[key],
    onChange: (value: string) => setGuardian((now) => ({ ...now, [key]: value })),
    error: command.errors.find((each) => each.path === id)?.message,
  });
  return (
    <>
      <TextField label="监护人姓名" required {...field('guardianName', 'name')} />
      <TextField label="与成员的关系" required {...field('guardianRelation', 'relation')} />
      {byGuardian && !isMinor && (
        <TextField
          label="依据（残疾证、诊断或者判决）"
          required
          {...field('guardianGround', 'ground')}
        />
      )}
    </>
  );
}

type RevokeProps = Pick<SigningProps, 'caseId' | 'version' | 'onDone'> & {
  readonly members: readonly Signer[];
};

function RevokeForm({ caseId, version, members, onDone }: RevokeProps) {
  const revoke = useCommand(revokeAuthorisation);
  const [memberId, setMemberId] = useState(members[0]?.memberId ?? '');
  const [reason, setReason] = useState('');
  const act = async () => {
    const body = { memberId, reason };
    if ((await revoke.give({ params: { caseId }, body, version })).ok) onDone();
  };
  return (
    <QuietAct
      name="revoke"
      title="撤回授权"
      about="成员不再同意核对的，记下理由；没有每名成员的授权不能核对。"
      command={revoke}
      onAct={() => void act()}
    >
      <fieldset className="ym-choices">
        <legend>谁撤回</legend>
        {members.map((each) => (
          <label key={each.memberId} className="ym-choice">
            <input
              type="radio"
              name="revoke.memberId"
              checked={memberId === each.memberId}
              onChange={() => setMemberId(each.memberId)}
            />
            <span>{each.name}</span>
          </label>
        ))}
      </fieldset>
      <TextField
        id="revoke.reason"
        label="理由"
        required
        value={reason}
        onChange={setReason}
        error={revoke.errors.find((each) => each.path === 'reason')?.message}
      />
    </QuietAct>
  );
}
