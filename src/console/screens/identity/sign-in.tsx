import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Refusal } from '../../../ui/act/refusal.tsx';
import type { Problem } from '../../../ui/problem.ts';
import { useSessionChanged } from '../../session.ts';
import { DemoBanner } from '../../demo-banner.tsx';
import { DemoPeople } from './demo-people.tsx';
import { OwnPasswordForm } from './own-password-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { type PasswordAnswer, readSignInOptions, type SignInOptions } from './sign-in-line.ts';
import { TotpForm } from './totp-form.tsx';

/**
 * Name and password, then the code of the second factor. In the demo also the people one may act
 * as.
 */
export function SignIn() {
  const [step, setStep] = useState<PasswordAnswer | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const changed = useSessionChanged();
  const options = useQuery<SignInOptions, Problem>({
    queryKey: ['sign-in-options'],
    queryFn: readSignInOptions,
  });
  useEffect(() => {
    document.title = '登录 · 一门';
  }, []);
  const again = () => {
    setStep(null);
    setProblem(null);
  };
  const finish = { onProblem: setProblem, onDone: () => void changed() };
  return (
    <div className="yc-sign-in">
      {options.data?.demo && <DemoBanner />}
      <Brand />
      <Refusal problem={problem ?? options.error} />
      {step?.step === 'new-password' && (
        <OwnPasswordForm ticket={step.ticket} onProblem={setProblem} onAnswer={setStep} />
      )}
      {step && step.step !== 'new-password' && <TotpForm step={step} {...finish} onAgain={again} />}
      {!step && <PasswordForm onProblem={setProblem} onAnswer={setStep} />}
      {!step && options.data?.demo && <DemoPeople people={options.data.people} {...finish} />}
    </div>
  );
}

function Brand(): ReactNode {
  return (
    <header>
      <h1>一门</h1>
      <p className="ym-quiet">社会救助审核确认</p>
    </header>
  );
}
