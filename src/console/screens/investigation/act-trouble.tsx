import { ConflictStrip } from '../../../ui/act/conflict-strip.tsx';
import { ErrorSummary } from '../../../ui/act/error-summary.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import type { CommandInHand } from '../../../ui/use-command.ts';

type Trouble = Pick<
  CommandInHand<string, never, unknown>,
  'errors' | 'problem' | 'stale' | 'clear'
>;

/** Everything that may have gone wrong with an act: fields, a refusal, somebody else's change. */
export function ActTrouble({ command, onAgain }: { command: Trouble; onAgain: () => void }) {
  return (
    <>
      <ErrorSummary errors={command.errors} />
      <Refusal problem={command.problem} onAgain={onAgain} />
      <ConflictStrip
        problem={command.stale}
        mine={() => undefined}
        onTake={() => undefined}
        onSettled={command.clear}
      />
    </>
  );
}
