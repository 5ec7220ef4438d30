import { Link } from '@tanstack/react-router';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { copiedFrom, setSandbox } from '../trial/sandbox.ts';

const TRIAL: string = '/trial';

/** Takes a copy of the family to 试算; the case stays as it is. */
export function CopyToTrial({ state }: Pick<StagePanelProps, 'state'>) {
  const on = state.intake.accepted?.on ?? null;
  return (
    <p>
      <Link to={TRIAL} onClick={() => setSandbox(() => copiedFrom(state, on))}>
        复制到试算，改动看结果
      </Link>
    </p>
  );
}
