import { useState } from 'react';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { recordDeparture } from '../../../modules/household/contract.ts';
import { type GoneBecause, goneTitles } from '../../../modules/household/member-change.ts';
import { RELATION } from '../../../rules/code-list.ts';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { type Signature, SignatureField } from '../../../ui/field/signature-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import type { Problem } from '../../../ui/problem.ts';
import type { Uploaded } from '../../../ui/upload.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { isSigned, sendSignature } from '../intake/signature-file.ts';
import { refOf, sendTo, viewUrl } from '../investigation/signed-file.ts';

type Form = {
  readonly memberId: string | null;
  readonly because: GoneBecause | null;
  readonly on: LocalDate | null;
  readonly source: string;
  readonly files: readonly Uploaded[];
  readonly heir: string | null;
  readonly successor: string | null;
  readonly guardianName: string;
  /** Relation to the next applicant, by member id. */
  readonly relations: Readonly<Record<string, string | null>>;
};
const blank: Form = {
  ...{ memberId: null, because: null, on: null, source: '', files: [], heir: null },
  ...{ successor: null, guardianName: '', relations: {} },
};

const relationOptions = Object.entries(RELATION)
  .filter(([value]) => value !== 'self')
  .map(([value, label]) => ({ value, label }));
const becauseOptions = Object.entries(goneTitles).map(([value, label]) => ({
  value: value as GoneBecause,
  label,
}));

/** Somebody of the family died or left while the application is being handled. */
export function DepartureAct({ given }: { given: StagePanelProps }) {
  const [form, setForm] = useState(blank);
  const [signature, setSignature] = useState<Signature | null>(null);
  const { command, act, failed } = useDeparture(given, form, signature);
  const errors = errorsUnder('departure', command.errors);
  const bind = useFields(form, setForm, errors, 'departure');
  const people = (given.state.household.declaration?.people ?? []).map(({ memberId, name }) => ({
    value: memberId,
    label: name,
  }));
  const others = people.filter(({ value }) => value !== form.memberId);
  const isApplicant = applicantOf(given) === form.memberId && others.length > 0;
  return (
    <QuietAct
      name="departure"
      title="登记家庭成员减少（死亡、离开）"
      about="原来的核算和初审意见随之作废，重新核算，意见有变化的重新公示。申请人死亡的，由其他成员签名继续；没有其他成员的，办件终止。"
      command={{ ...command, problem: failed ?? command.problem }}
      onAct={() => void act()}
    >
      <CodeSelect label="不在家庭中的成员" required options={people} {...bind('memberId')} />
      <CodeSelect label="原因" required options={becauseOptions} {...bind('because')} />
      <DateField label="日期" required {...bind('on')} />
      <TextField label="怎么知道的" required most={200} {...bind('source')} />
      <FilePicker
        label="证明材料"
        required
        send={sendTo(given.caseId)}
        viewUrl={viewUrl}
        {...bind('files')}
      />
      <CodeSelect
        label="其财产由哪名成员继承"
        hint="不由本户成员继承的不选"
        options={others}
        {...bind('heir')}
      />
      {isApplicant && (
        <SuccessionFields
          others={others}
          form={form}
          setForm={setForm}
          bind={bind}
          signature={signature}
          setSignature={setSignature}
        />
      )}
    </QuietAct>
  );
}

type SuccessionProps = {
  readonly others: readonly { readonly value: string; readonly label: string }[];
  readonly form: Form;
  readonly setForm: (change: (form: Form) => Form) => void;
  readonly bind: ReturnType<typeof useFields<Form>>;
  readonly signature: Signature | null;
  readonly setSignature: (signature: Signature | null) => void;
};

/** Who goes on with the application, how everybody is related to them, and their signature. */
function SuccessionFields(props: SuccessionProps) {
  const { others, form, setForm, bind, signature, setSignature } = props;
  return (
    <>
      <CodeSelect label="由谁继续申请" required options={others} {...bind('successor')} />
      {others
        .filter(({ value }) => value !== form.successor)
        .map(({ value, label }) => (
          <CodeSelect
            key={value}
            id={`departure.relations.${value}`}
            label={`${label}是新申请人的`}
            required
            options={relationOptions}
            value={form.relations[value] ?? null}
            onChange={(relation) =>
              setForm((now) => ({ ...now, relations: { ...now.relations, [value]: relation } }))
            }
          />
        ))}
      <TextField
        label="监护人姓名"
        hint="新申请人未满 18 周岁的填写，由监护人签名"
        {...bind('guardianName')}
      />
      <SignatureField
        id="departure.succession"
        label="新申请人（监护人）签名"
        required
        signer={form.guardianName}
        value={signature}
        onChange={setSignature}
      />
    </>
  );
}

function applicantOf({ state }: StagePanelProps): string | undefined {
  return state.household.facts?.members.find(({ relation }) => relation === 'self')?.id;
}

/** The signature goes first, as a picture of the case; then the act refers to it. */
function useDeparture(given: StagePanelProps, form: Form, signature: Signature | null) {
  const command = useCommand(recordDeparture);
  const [failed, setFailed] = useState<Problem | null>(null);
  const { caseId, version, onDone } = given;
  const signed = async (memberId: string) => {
    if (!isSigned(signature)) return null;
    const signer = form.guardianName || '新申请人';
    const sent = await sendSignature(`/cases/${caseId}/files`, signature, signer);
    setFailed(sent.ok ? null : sent.problem);
    if (!sent.ok) return undefined;
    const guardianName = form.guardianName.trim() || null;
    return {
      memberId,
      signedBy: guardianName ? ('guardian' as const) : ('member' as const),
      guardianName,
      signature: refOf(sent.file),
      relations: Object.entries(form.relations)
        .filter(([id, relation]) => id !== memberId && relation !== null)
        .map(([id, relation]) => ({ memberId: id, relation })),
    };
  };
  const act = async () => {
    const { memberId, because, on, source, files, heir, successor } = form;
    const isApplicant = applicantOf(given) === memberId;
    const succession = isApplicant && successor ? await signed(successor) : null;
    if (succession === undefined) return;
    const body = { memberId, because, on, source, files: files.map(refOf), heir, succession };
    const done = await command.give({ params: { caseId }, body: body as never, version });
    if (done.ok) onDone();
  };
  return { command, act, failed };
}
