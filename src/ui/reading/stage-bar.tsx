import type { ReactNode } from 'react';
import { formatShortDate, type LocalDate } from '../../kernel/local-date.ts';

export type StageState = 'done' | 'now' | 'ahead' | 'returned' | 'paused' | 'skipped';

export type Stage = {
  readonly key: string;
  readonly title: string;
  readonly state: StageState;
  /** Day it was finished, or for the present stage the day it is due. */
  readonly on?: LocalDate;
  /** Who did it and when in full, or who has it now: told on focus and on hover. */
  readonly who?: string;
};

const stateWords: Readonly<Record<StageState, string>> = {
  done: '已完成',
  now: '办理中',
  ahead: '未到',
  returned: '退回',
  paused: '中止',
  skipped: '不适用',
};

/** The procedure from left to right: each stage with its state in words and its date. Scrolls sideways on a phone. */
export function StageBar({ stages, label = '办理进度' }: { stages: readonly Stage[]; label?: string }) {
  return (
    <nav className="ym-stages" aria-label={label}>
      <ol>
        {stages.map((stage) => (
          <li key={stage.key} data-state={stage.state} aria-current={stage.state === 'now' ? 'step' : undefined}>
            <StageCell stage={stage} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StageCell({ stage }: { stage: Stage }) {
  const words: ReactNode = (
    <>
      <span className="ym-stage-title">{stage.title}</span>
      <span className="ym-stage-state">
        {stateWords[stage.state]}
        {stage.on && ` ${stage.state === 'now' ? '应于 ' : ''}${formatShortDate(stage.on)}`}
      </span>
    </>
  );
  if (!stage.who) return <div className="ym-stage">{words}</div>;
  return (
    <details className="ym-stage" name="stage-who">
      <summary title={stage.who}>{words}</summary>
      <p className="ym-stage-who">{stage.who}</p>
    </details>
  );
}
