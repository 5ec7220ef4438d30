import { DraftStatus } from '../../../ui/act/draft-status.tsx';
import { NextAct } from '../../../ui/act/next-act.tsx';
import type { CommandInHand } from '../../../ui/use-command.ts';
import type { DraftInHand } from '../../../ui/use-draft.ts';
import { ActTrouble } from './act-trouble.tsx';

type ActHeadProps = {
  readonly draft: Pick<DraftInHand<unknown>, 'status' | 'savedAt'>;
  readonly command: CommandInHand<string, never, unknown>;
  readonly onAct: () => void;
};

/** The top of a typed form: whether its draft is kept, the act itself, and what went wrong with it. */
export function ActHead({ draft, command, onAct }: ActHeadProps) {
  return (
    <>
      <div className="ym-row">
        <DraftStatus draft={draft} />
        <NextAct title={command.title} onAct={onAct} busy={command.busy} />
      </div>
      <ActTrouble command={command} onAgain={onAct} />
    </>
  );
}
