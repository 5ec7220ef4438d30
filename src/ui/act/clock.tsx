import type { LocalDate } from '../../kernel/local-date.ts';
import { clockState, clockWords, type LegalClock } from './clock-words.ts';

/** The legal deadline in words; the colour only repeats what the words say. */
export function Clock({ clock, today }: { clock: LegalClock; today?: LocalDate }) {
  return (
    <span className="ym-clock" data-state={clockState(clock)}>
      {clockWords(clock, today)}
    </span>
  );
}
