import { useEffect, useRef, useState } from 'react';
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

type StageBarProps = {
  readonly stages: readonly Stage[];
  readonly label?: string;
  /** The stage whose work the page shows, and how to show that of another. */
  readonly open?: string | undefined;
  readonly onOpen?: (key: string) => void;
};

/**
 * The procedure from left to right: each stage with its state in words and its date. Scrolls
 * sideways on a phone.
 */
export function StageBar({ stages, label = '办理进度', open, onOpen }: StageBarProps) {
  const [told, setTold] = useState<Stage | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  const shown = open ?? presentOf(stages)?.key;
  // On a phone the bar is wider than the page: the present stage is the one to see, also after the page was turned.
  useEffect(() => {
    const box = bar.current;
    if (!box) return;
    const watch = new ResizeObserver(() => {
      const step = box.querySelector<HTMLElement>(`[data-stage="${shown}"]`);
      if (step) box.scrollTo({ left: step.offsetLeft - 24 });
    });
    watch.observe(box);
    return () => watch.disconnect();
  }, [shown]);
  return (
    <nav aria-label={label}>
      <div ref={bar} className="ym-stages">
        <ol>
          {stages.map((stage) => (
            <li
              key={stage.key}
              data-state={stage.state}
              data-stage={stage.key}
              aria-current={stage.state === 'now' ? 'step' : undefined}
            >
              <StageCell
                stage={stage}
                onTell={setTold}
                {...(isReached(stage) && onOpen && { onOpen, isOpen: stage.key === open })}
              />
            </li>
          ))}
        </ol>
      </div>
      {stages.some((stage) => stage.who) && (
        <p className="ym-stage-who" role="status">
          {told?.who ? `${told.title}：${told.who}` : '选中一步，看是谁、何时办的'}
        </p>
      )}
    </nav>
  );
}

/** Where it stands: what is being done, or returned or paused; once all is over, the last that was done. */
function presentOf(stages: readonly Stage[]): Stage | undefined {
  return (
    stages.find(({ state }) => state === 'now' || state === 'returned' || state === 'paused') ??
    stages.findLast(({ state }) => state === 'done')
  );
}

function isReached({ state }: Stage): boolean {
  return state !== 'ahead' && state !== 'skipped';
}

type StageCellProps = {
  readonly stage: Stage;
  readonly onTell: (stage: Stage) => void;
  readonly onOpen?: (key: string) => void;
  readonly isOpen?: boolean;
};

function StageCell({ stage, onTell, onOpen, isOpen }: StageCellProps) {
  const tell = () => onTell(stage);
  const press = () => {
    tell();
    onOpen?.(stage.key);
  };
  return (
    <button
      type="button"
      className="ym-stage"
      onFocus={tell}
      onMouseEnter={tell}
      onClick={press}
      {...(onOpen && { 'aria-pressed': isOpen })}
    >
      <span className="ym-stage-title">{stage.title}</span>
      <span className="ym-stage-state">{stateWords[stage.state]}</span>
      {stage.on && (
        <span className="ym-stage-state">
          {stage.state === 'now' && '应于 '}
          {formatShortDate(stage.on)}
        </span>
      )}
    </button>
  );
}
