import { formatDate, type LocalDate } from '../../kernel/local-date.ts';
import { findDeclared } from '../../rules/policy-check/declared.ts';
import type { RegionEntry } from '../../rules/region-file.ts';
import { findParameter, type Region } from '../../rules/region.ts';
import { figureOf } from '../standards/index.ts';

/** A figure that looks like a slip, and why; it may be right, then somebody says so. */
export type Question = { readonly key: string; readonly message: string };

/** 元 taken for 分 makes a hundredfold; a point or a zero too many about ten. */
const YUAN_FOR_FEN = 50;
const STANDARD_TIMES = 1.5;
const OTHER_TIMES = 3;

const SIDES = { urban: '城市', rural: '农村' } as const;

/** Drafted figures that are far from what holds on the day they begin, or a standard that is lowered. */
export function questionsOf(
  entries: readonly RegionEntry[],
  present: Region,
  today: LocalDate,
): readonly Question[] {
  return entries.flatMap((entry) => {
    const asked = findDeclared(entry.parameter)?.ofFrame;
    if (!asked || typeof entry.value !== 'number') return [];
    const { value } = entry;
    return (['urban', 'rural'] as const)
      .filter((side) => entry.residence === undefined || entry.residence === side)
      .flatMap((side) => {
        const looked = findParameter(present, asked, { on: entry.effective, knownOn: today }, side);
        const was = looked.ok ? looked.found.value : null;
        if (typeof was !== 'number' || was <= 0) return [];
        const doubt = doubtOf(entry.parameter, was, value);
        if (doubt === null) return [];
        const [now, before] = [value, was].map((each) => figureOf(asked, each).text);
        const message =
          `${SIDES[side]}“${asked.title}”自${formatDate(entry.effective)}起由 ${before} 变为 ${now}，` +
          `${doubt}。请对照文件核对；确实如此的，写明理由。`;
        return [{ key: `${entry.parameter} ${side} ${entry.effective} ${value}`, message }];
      });
  });
}

function doubtOf(parameter: string, was: number, now: number): string | null {
  const times = now / was;
  if (times >= YUAN_FOR_FEN) return '相差近百倍，像是把元当成了分，或者多写了零';
  if (times <= 1 / YUAN_FOR_FEN) return '不到原来的百分之二，像是把分当成了元，或者少写了零';
  const far = parameter === 'standard' ? STANDARD_TIMES : OTHER_TIMES;
  if (times >= far) return `是原来的 ${times.toFixed(1)} 倍`;
  if (parameter === 'standard' && times < 1) return '比原来低，标准一般不降低';
  return times <= 1 / far ? `只有原来的 ${(times * 100).toFixed(0)}%` : null;
}
