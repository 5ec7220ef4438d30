import { formatDateWithWeekday, type LocalDate } from '../../kernel/local-date.ts';

/** A legal clock as the server counts it: the last day, and what is left until then. */
export type LegalClock = {
  readonly due: LocalDate;
  /** Whole days left; 0 = today is the last, negative = overdue by so many. */
  readonly left: number;
  readonly unit?: 'working-day' | 'day';
  /** What must be done by then; 办结 when left out. */
  readonly act?: string;
  /** Set while the clock stands still: 等申请人补正材料. */
  readonly paused?: string;
  /** A year without a published holiday notice took part; the date may still move. */
  readonly provisional?: boolean;
};

/**
 * `short` (amber) from three days down to today; `overdue` (red) after that; never colour alone,
 * always words.
 */
export type ClockState = 'calm' | 'short' | 'overdue' | 'paused';

export const shortFromDaysLeft = 3;

export function clockState({ left, paused }: LegalClock): ClockState {
  if (paused) return 'paused';
  if (left < 0) return 'overdue';
  return left <= shortFromDaysLeft ? 'short' : 'calm';
}

/** "应于 12月7日(周一)前办结 · 还剩 6 个工作日". The year is written when it is not the present one. */
export function clockWords(clock: LegalClock, today?: LocalDate): string {
  const { due, left, act = '办结', paused, provisional } = clock;
  const unit = clock.unit === 'day' ? '天' : '个工作日';
  if (paused) return `计时已中止：${paused}`;
  const by = `应于 ${dayWords(due, today)}前${act}`;
  const mark = provisional ? '（节假日安排未公布，日期暂定）' : '';
  if (left < 0) return `已超期 ${-left} ${unit} · ${by}${mark}`;
  if (left === 0) return `今天到期 · ${by}${mark}`;
  return `${by} · 还剩 ${left} ${unit}${mark}`;
}

function dayWords(date: LocalDate, today?: LocalDate): string {
  const words = formatDateWithWeekday(date);
  return today && date.slice(0, 4) !== today.slice(0, 4) ? words : words.slice(5);
}
