import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import type { Problem } from '../../../ui/problem.ts';
import { givePassword, type PasswordAnswer } from './sign-in-line.ts';

type PasswordFormProps = {
  readonly onProblem: (problem: Problem | null) => void;
  readonly onAnswer: (answer: PasswordAnswer) => void;
};

/** First factor. */
export function PasswordForm({ onProblem, onAnswer }: PasswordFormProps) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setIsBusy(true);
    const reply = await givePassword(name.trim(), password);
    setIsBusy(false);
    onProblem(reply.ok ? null : reply.problem);
    if (reply.ok) onAnswer(reply.answer);
  };
  return (
    <form className="yc-sign-in-form" onSubmit={(event) => void send(event)}>
      <div className="ym-field">
        <label className="ym-label" htmlFor="sign-in-name">
          登录名
        </label>
        <Input
          id="sign-in-name"
          required
          autoComplete="username"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <div className="ym-field">
        <label className="ym-label" htmlFor="sign-in-password">
          口令
        </label>
        <Input
          id="sign-in-password"
          type="password"
          required
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
      <Button type="primary" htmlType="submit" size="large" disabled={isBusy}>
        {isBusy ? '正在核对口令…' : '下一步'}
      </Button>
    </form>
  );
}
