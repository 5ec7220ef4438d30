import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { ConflictStrip } from '../../../ui/act/conflict-strip.tsx';
import { ErrorSummary } from '../../../ui/act/error-summary.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import type { FieldError } from '../../../ui/problem.ts';
import type { CommandInHand } from '../../../ui/use-command.ts';

/** Errors of an act whose fields have its name before their path: several forms share the page. */
export function errorsUnder(name: string, errors: readonly FieldError[]): readonly FieldError[] {
  return errors.map(({ path, message }) => ({ path: `${name}.${path}`, message }));
}

type QuietActProps = {
  /** The first part of its fields' ids, where they have one. */
  readonly name?: string;
  readonly title: string;
  /** What the act does and what follows, in one sentence. */
  readonly about: string;
  readonly command: Pick<
    CommandInHand<string, never, unknown>,
    'title' | 'busy' | 'errors' | 'problem' | 'stale' | 'clear'
  >;
  readonly onAct: () => void;
  /** Open from the start when somebody waits for it. */
  readonly isUrgent?: boolean;
  readonly children?: ReactNode;
};

/** An act that is seldom needed: folded away until somebody looks for it. */
export function QuietAct(props: QuietActProps) {
  const { name, title, about, command, onAct, isUrgent, children } = props;
  const [isOpen, setIsOpen] = useState(isUrgent ?? false);
  return (
    <details
      className="yc-quiet-act"
      open={isOpen}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>{title}</summary>
      {isOpen && (
        <div className="yc-quiet-form">
          <p className="ym-quiet">{about}</p>
          <ErrorSummary errors={name ? errorsUnder(name, command.errors) : command.errors} />
          <Refusal problem={command.problem} onAgain={onAct} />
          <ConflictStrip
            problem={command.stale}
            mine={() => undefined}
            onTake={() => undefined}
            onSettled={command.clear}
          />
          {children}
          <Button type={isUrgent ? 'primary' : 'default'} onClick={onAct} disabled={command.busy}>
            {command.busy ? `正在提交“${command.title}”…` : command.title}
          </Button>
        </div>
      )}
    </details>
  );
}
