import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import type { Problem } from '../../../ui/problem.ts';
import { chooseOwnPassword, type PasswordAnswer } from './sign-in-line.ts';

type OwnPasswordFormProps = {
  readonly ticket: string;
  readonly onProblem: (problem: Problem | null) => void;
  readonly onAnswer: (answer: PasswordAnswer) => void;
};

/** The first password, or one 90 days old, is replaced before anything else. */
export function OwnPasswordForm({ ticket, onProblem, onAnswer }: OwnPasswordFormProps) {
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const differs = again !== '' && again !== password;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (again !== password) return;
    setIsBusy(true);
    const reply = await chooseOwnPassword(ticket, password);
    setIsBusy(false);
    onProblem(reply.ok ? null : withFirstError(reply.problem));
    if (reply.ok) onAnswer(reply.answer);
  };
  return (
    <form className="yc-sign-in-form" onSubmit={(event) => void send(event)}>
      <p>初始口令只用一次，口令满 90 天须更换。请设置自己的口令。</p>
      <div className="ym-field">
        <label className="ym-label" htmlFor="own-password">
          新口令
        </label>
        <div className="ym-hint" id="own-password-hint">
          至少 10 个字符，有字母、数字和其他符号
        </div>
        <Input
          id="own-password"
          type="password"
          required
          minLength={10}
          autoComplete="new-password"
          aria-describedby="own-password-hint"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
      <div className="ym-field">
        <label className="ym-label" htmlFor="own-password-again">
          再填一次
        </label>
        <Input
          id="own-password-again"
          type="password"
          required
          autoComplete="new-password"
          aria-invalid={differs}
          value={again}
          onChange={(event) => setAgain(event.target.value)}
        />
        {differs && <div className="ym-wrong">两次填写的不一样</div>}
      </div>
      <Button type="primary" htmlType="submit" size="large" disabled={isBusy || differs}>
        {isBusy ? '正在保存口令…' : '保存，下一步'}
      </Button>
    </form>
  );
}

// A field error has its sentence in `errors`; here there is only one field it can be about.
function withFirstError(problem: Problem): Problem {
  const [first] = problem.errors ?? [];
  return first ? { ...problem, detail: first.message } : problem;
}
