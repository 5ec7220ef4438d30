import { Button } from 'antd';
import { useState } from 'react';
import {
  approvePost,
  declinePost,
  endPost,
  resetSecondFactor,
} from '../../../modules/identity/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import type { PersonRow, PostRow } from './person-words.ts';

type PostActsProps = {
  readonly person: PersonRow;
  readonly post: PostRow;
  readonly role: string;
  readonly onDone: () => void;
};

/** What may be done about one post: approve or decline what was asked, end what is held. */
export function PostActs(props: PostActsProps) {
  const { post, role } = props;
  const maySay = role === 'security-admin' && post.standing === 'asked';
  const mayEnd = ['system-admin', 'security-admin'].includes(role) && post.standing === 'held';
  return (
    <>
      {maySay && <Approve {...props} />}
      {maySay && <WithReason {...props} contract={declinePost} about="不同意的岗位不生效。" />}
      {mayEnd && (
        <WithReason {...props} contract={endPost} about="终止后，此人的下一次操作即被拒绝。" />
      )}
    </>
  );
}

function Approve({ person, post, onDone }: PostActsProps) {
  const command = useCommand(approvePost);
  const act = async () => {
    const params = { personId: person.personId, postId: post.postId };
    const done = await command.give({ params, body: {}, version: person.version });
    if (done.ok) onDone();
  };
  return (
    <>
      <Refusal problem={command.problem ?? command.stale} onAgain={() => void act()} />
      <Button type="primary" onClick={() => void act()} disabled={command.busy}>
        {command.busy ? '正在批准…' : '批准岗位'}
      </Button>
    </>
  );
}

type WithReasonProps = PostActsProps & {
  readonly contract: typeof declinePost | typeof endPost;
  readonly about: string;
};

function WithReason({ person, post, onDone, contract, about }: WithReasonProps) {
  const [form, setForm] = useState({ reason: '' });
  const command = useCommand(contract as typeof endPost);
  const name = `${contract.name}-${post.postId}`;
  const bind = useFields(form, setForm, errorsUnder(name, command.errors), name);
  const act = async () => {
    const params = { personId: person.personId, postId: post.postId };
    const done = await command.give({ params, body: form, version: person.version });
    if (done.ok) onDone();
  };
  return (
    <QuietAct
      name={name}
      title={contract.title}
      about={about}
      command={command}
      onAct={() => void act()}
    >
      <TextField label="理由" required most={500} {...bind('reason')} />
    </QuietAct>
  );
}

/** 重置动态码 for somebody whose telephone is lost: by the security administrator, face to face. */
export function ResetSecondFactorAct(props: {
  readonly person: PersonRow;
  readonly onDone: () => void;
}) {
  const { personId, version } = props.person;
  const [form, setForm] = useState({ reason: '' });
  const command = useCommand(resetSecondFactor);
  const bind = useFields(form, setForm, errorsUnder('reset', command.errors), 'reset');
  const act = async () => {
    const done = await command.give({ params: { personId }, body: form, version });
    if (done.ok) props.onDone();
  };
  return (
    <QuietAct
      name="reset"
      title="重置动态码"
      about="须当面核对本人；重置后本人下次登录时重新设置验证器，会话立即失效。"
      command={command}
      onAct={() => void act()}
    >
      <TextField label="理由" required most={500} {...bind('reason')} />
    </QuietAct>
  );
}
