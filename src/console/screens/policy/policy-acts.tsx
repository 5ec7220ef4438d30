import { useState } from 'react';
import {
  approvePolicy,
  commentPolicy,
  giveUpPolicy,
  publishPolicy,
  sendBackPolicy,
  submitPolicy,
} from '../../../modules/policy/contract.ts';
import type { CommandContract } from '../../../kernel/contract.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import { ActFields } from '../review/act-fields.tsx';
import type { ActField, ActForm } from '../review/act-spec.ts';
import type { PolicyActsProps } from './policy-words.ts';
import { PreviewAct } from './preview-act.tsx';

/** The act whose turn it is stands open for whoever may do it; the others are folded away. */
export function PolicyActs(props: PolicyActsProps) {
  const { policy, role } = props;
  const { status, preview, writtenByMe } = policy;
  if (status === 'published' || status === 'given-up') return null;
  const isOfficer = role === 'aid-officer';
  const decides = (isOfficer || role === 'county-leader') && !writtenByMe;
  const previewId = preview?.previewId ?? '';
  return (
    <div className="yc-quiet-acts">
      {isOfficer && status === 'drafted' && <PreviewAct {...props} />}
      {isOfficer && status === 'drafted' && preview && (
        <Act {...props} {...SUBMIT} contract={submitPolicy as PolicyCommand} isUrgent />
      )}
      {decides && status === 'submitted' && (
        <Act
          {...props}
          {...APPROVE}
          contract={approvePolicy as PolicyCommand}
          more={{ previewId }}
          isUrgent
        />
      )}
      {role === 'county-leader' && !writtenByMe && status === 'approved' && (
        <Act {...props} {...PUBLISH} contract={publishPolicy as PolicyCommand} isUrgent />
      )}
      {decides && status !== 'drafted' && (
        <Act {...props} {...SEND_BACK} contract={sendBackPolicy as PolicyCommand} />
      )}
      {role !== 'auditor' && (
        <Act {...props} {...COMMENT} contract={commentPolicy as PolicyCommand} />
      )}
      {isOfficer && <Act {...props} {...GIVE_UP} contract={giveUpPolicy as PolicyCommand} />}
    </div>
  );
}

type Spec = { readonly name: string; readonly about: string; readonly fields: readonly ActField[] };

const SUBMIT: Spec = {
  name: 'submit',
  about: '送批以后不能再改。批准人看得到改了什么和测算的结果。',
  fields: [{ key: 'note', label: '说明', is: 'text', lines: 2, optional: true }],
};
const APPROVE: Spec = {
  name: 'approve',
  about: '批准的是下面的改动和测算。批准以后由分管领导凭文号公布。',
  fields: [{ key: 'opinion', label: '批准意见', is: 'text', lines: 2 }],
};
const PUBLISH: Spec = {
  name: 'publish',
  about: '公布以后不能改动，次日起各乡镇按它办理；写错了的另起一份更正。以前的决定仍按当时的规定。',
  fields: [
    { key: 'document', label: '文号', is: 'text', hint: '例如：通府发〔2026〕9号' },
    { key: 'issuedOn', label: '发文日期', is: 'date' },
  ],
};
const SEND_BACK: Spec = {
  name: 'back',
  about: '退回以后由起草人修改，重新测算再送批。',
  fields: [{ key: 'reason', label: '退回的理由', is: 'text', lines: 2 }],
};
const COMMENT: Spec = {
  name: 'comment',
  about: '意见写明姓名，留在草案里，不影响办理。',
  fields: [{ key: 'text', label: '意见', is: 'text', lines: 2 }],
};
const GIVE_UP: Spec = {
  name: 'give-up',
  about: '放弃以后不再办理，草案和经过留着。',
  fields: [{ key: 'reason', label: '放弃的理由', is: 'text', lines: 2 }],
};

type PolicyCommand = CommandContract<unknown> & {
  readonly path: `/policies/:policyId/${string}`;
};

type ActProps = PolicyActsProps &
  Spec & {
    readonly contract: PolicyCommand;
    readonly more?: object;
    readonly isUrgent?: boolean;
  };

function Act({ policy, onDone, name, about, fields, contract, more, isUrgent }: ActProps) {
  const initial = Object.fromEntries(fields.map(({ key, is }) => [key, is === 'date' ? null : '']));
  const [form, setForm] = useState<ActForm>(initial);
  const command = useCommand(contract);
  const act = async () => {
    const body = { ...form, ...more } as never;
    const params = { policyId: policy.policyId };
    const done = await command.give({ params, body, version: policy.version });
    if (done.ok) onDone();
  };
  return (
    <QuietAct
      name={name}
      title={contract.title}
      about={about}
      command={command}
      onAct={() => void act()}
      {...(isUrgent && { isUrgent })}
    >
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
