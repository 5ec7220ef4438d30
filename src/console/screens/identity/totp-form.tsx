import { Button } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { renderSVG } from 'uqr';
import type { Problem } from '../../../ui/problem.ts';
import { giveCode, type PasswordAnswer } from './sign-in-line.ts';

type TotpFormProps = {
  readonly step: Exclude<PasswordAnswer, { step: 'new-password' }>;
  readonly onProblem: (problem: Problem | null) => void;
  readonly onDone: () => void;
  readonly onAgain: () => void;
};

/**
 * Second factor: six figures from the phone; the first time with the picture to set the phone up.
 */
export function TotpForm({ step, onProblem, onDone, onAgain }: TotpFormProps) {
  const [code, setCode] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setIsBusy(true);
    const reply = await giveCode(step.ticket, code);
    setIsBusy(false);
    onProblem(reply.ok ? null : reply.problem);
    if (reply.ok) onDone();
    else setCode('');
  };
  return (
    <form className="yc-sign-in-form" onSubmit={(event) => void send(event)}>
      {step.step === 'enrol-totp' && <Enrolment secret={step.secret} uri={step.uri} />}
      <div className="ym-field">
        <label className="ym-label" htmlFor="sign-in-code">
          动态码
        </label>
        <div className="ym-hint" id="sign-in-code-hint">
          手机验证器上的 6 位数字，每 30 秒换一次
        </div>
        <input
          ref={field}
          id="sign-in-code"
          className="yc-code"
          aria-describedby="sign-in-code-hint"
          required
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          pattern="\d{6}"
          value={code}
          onChange={(event) => setCode(event.target.value.normalize('NFKC').replaceAll(/\D/g, ''))}
        />
      </div>
      <Button type="primary" htmlType="submit" size="large" disabled={isBusy}>
        {isBusy ? '正在核对动态码…' : '登录'}
      </Button>
      <Button onClick={onAgain}>换一个登录名</Button>
    </form>
  );
}

function Enrolment({ secret, uri }: { secret: string; uri: string }) {
  const picture = `data:image/svg+xml,${encodeURIComponent(renderSVG(uri))}`;
  return (
    <div>
      <p>第一次登录要绑定手机：用手机上的动态码验证器扫下面的图。</p>
      <img
        src={picture}
        alt="绑定验证器的二维码；不能扫时可手工录入下面的密钥"
        width={200}
        height={200}
      />
      <p>
        不能扫码时，录入密钥：
        <code className="yc-secret">{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
    </div>
  );
}
