import { useState } from 'react';
import { formatShortDate, type LocalDate } from '../../kernel/local-date.ts';

export type StageState = 'done' | 'now' | 'ahead' | 'returned' | 'paused' | 'skipped';

export type Stage = {
  readonly key: string;
  readonly title: string;
  readonly state: StageState;
  /** Day it was finished, or for the present stage the day it is due. */
  readonly on?: LocalDate;
  /** Who did it and when in full, or who has it now: told below the bar on focus and on hover. */
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

/**
 * The procedure from left to right: each stage with its state in words and its date. Scrolls
 * sideways on a phone.
 */
export function StageBar({
  stages,
  label = '办理进度',
}: {
  stages: readonly Stage[];
  label?: string;
}) {
  const [told, setTold] = useState<Stage | null>(null);
  return (
    <nav aria-label={label}>
      <div className="ym-stages">
        <ol>
          {stages.map((stage) => (
            <li
              key={stage.key}
              data-state={stage.state}
              aria-current={stage.state === 'now' ? 'step' : undefined}
            >
              <StageCell stage={stage} onTell={setTold} />
            </li>
          ))}
        </ol>
      </div>
      {stages.some((stage) => stage.who) && (
        <p className="ym-stage-who" role="status">
          {told?.who ? `${told.title}:${told.who}` : '选中一步,看是谁、何时办的'}
        </p>
      )}
    </nav>
  );
}

function StageCell({ stage, onTell }: { stage: Stage; onTell: (stage: Stage) => void }) {
  const tell = () => onTell(stage);
  return (
    <button type="button" className="ym-stage" onFocus={tell} onMouseEnter={tell} onClick={tell}>
      <span className="ym-stage-title">{stage.title}</span>
      <span className="ym-stage-state">
        {stateWords[stage.state]}
        {stage.on && ` ${stage.state === 'now' ? '应于 ' : ''}${formatShortDate(stage.on)}`}
      </span>
    </button>
  );
}
