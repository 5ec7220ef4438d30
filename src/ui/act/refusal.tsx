import { Button } from 'antd';
import type { Problem } from '../problem.ts';
import { LawFold } from '../reading/law-fold.tsx';

type RefusalProps = {
  readonly problem: Problem | null;
  /** Offered when trying again may help (network, server busy). */
  readonly onAgain?: () => void;
};

/** Why something was not done: the rule in one sentence, its source behind a fold. */
export function Refusal({ problem, onAgain }: RefusalProps) {
  if (!problem) return null;
  const mayHelp = problem.status === 0 || problem.status >= 500;
  return (
    <section className="ym-refusal" role="alert" aria-label={problem.title}>
      <p className="ym-refusal-title">{problem.title}</p>
      {problem.detail !== problem.title && <p>{problem.detail}</p>}
      {problem.citation && <LawFold citation={problem.citation} />}
      {mayHelp && onAgain && <Button onClick={onAgain}>再试一次</Button>}
    </section>
  );
}
