import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { access } from '../../../modules/review/access.ts';
import { challengeKinds } from '../../../modules/review/challenge.ts';
import { challengeList, registerChallenge } from '../../../modules/review/challenge-contract.ts';
import { newKey } from '../../../ui/intent.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import { ActFields } from './act-fields.tsx';
import { type ActField, type ActForm, fileIn, optionsFrom } from './act-spec.ts';
import { challengePath } from './benefit-path.ts';

export type Challenged = {
  readonly caseId: string | null;
  readonly benefitId: string | null;
  readonly village: string;
  /** Number of the decision in force. */
  readonly number: string;
  readonly role: string;
};

const fields: readonly ActField[] = [
  { key: 'kind', label: '复议还是诉讼', is: 'code', options: optionsFrom(challengeKinds) },
  { key: 'number', label: '原决定文号', is: 'text' },
  { key: 'body', label: '复议机关（法院）', is: 'text' },
  { key: 'fileNumber', label: '案号', is: 'text' },
  { key: 'filedOn', label: '申请（起诉）日期', is: 'date' },
  { key: 'receivedOn', label: '收到副本日期', is: 'date' },
  { key: 'replyBy', label: '答复（答辩）期限', is: 'date', hint: '按通知书写明的日期' },
  { key: 'claim', label: '请求事项和理由', is: 'text', lines: 3 },
  { key: 'file', label: '申请书（起诉状）副本', is: 'file' },
];

/** 复议、诉讼 against a decision: those there are, and the registration of another one. */
export function ChallengePanel({ of }: { of: Challenged }) {
  const search = of.benefitId ? { benefitId: of.benefitId } : { caseId: of.caseId ?? '' };
  const { answer, askAgain } = useAnswer(challengeList, { params: {}, search });
  const mayRegister = access.RegisterChallenge.roles.some((role) => role === of.role);
  const found = answer?.challenges ?? [];
  const canRegister = mayRegister && of.number !== '';
  if (found.length === 0 && !canRegister) return null;
  return (
    <section className="yc-quiet-acts" aria-label="复议、诉讼">
      <h2>复议、诉讼</h2>
      {found.length > 0 && (
        <ul className="yc-points">
          {found.map(({ challengeId, kind, number, body, status, dueOn, late }) => (
            <li key={challengeId}>
              <Link to={challengePath(challengeId)}>
                {challengeKinds[kind]}：{number}
              </Link>
              ，{body}，{status}
              {dueOn && `，${dueOn} 前${late ? '（已超期）' : ''}`}
            </li>
          ))}
        </ul>
      )}
      {canRegister && <Register of={of} onDone={askAgain} />}
    </section>
  );
}

function Register({ of, onDone }: { of: Challenged; onDone: () => void }) {
  const initial: ActForm = {
    ...{ kind: 'review', number: of.number, body: '', fileNumber: '', claim: '', file: [] },
    ...{ filedOn: null, receivedOn: null, replyBy: null },
  };
  const [form, setForm] = useState(initial);
  const command = useCommand(registerChallenge);
  const errors = errorsUnder('challenge', command.errors);
  const act = async () => {
    const { caseId, benefitId, village } = of;
    const body = {
      ...form,
      file: fileIn(form['file']),
      ...{ caseId, benefitId, village, challengeId: newKey() },
    };
    const done = await command.give({ params: {}, body: body as never });
    if (!done.ok) return;
    setForm(initial);
    onDone();
  };
  return (
    <QuietAct
      name="challenge"
      title={registerChallenge.title}
      about="收到复议机关、法院送达的副本后登记。是否超过六十日（诉讼六个月）由系统算出，供参考；是否受理由复议机关、法院决定。"
      command={command}
      onAct={() => void act()}
    >
      <ActFields name="challenge" fields={fields} form={form} setForm={setForm} errors={errors} />
    </QuietAct>
  );
}
