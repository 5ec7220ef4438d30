/**
 * Units of figures: powers of fen, month, person, year and square-metre. Per-person figures carry the
 * person, so a household's income can never be compared with a per-head standard (the 姜堰 calculator did).
 */
export type Unit = Readonly<Record<Dimension, number>>;

const DIMENSIONS = ['fen', 'month', 'person', 'year', 'square-metre'] as const;
type Dimension = (typeof DIMENSIONS)[number];

export const NUMBER: Unit = { fen: 0, month: 0, person: 0, year: 0, 'square-metre': 0 };

/** "fen/month/person", "months", "persons", "number", "percent"; null when it is no unit. */
export function parseUnit(text: string): Unit | null {
  if (text === 'number' || text === 'percent') return NUMBER;
  const unit: Record<Dimension, number> = { ...NUMBER };
  for (const [index, part] of text.split('/').entries()) {
    const name = DIMENSIONS.find((each) => part === each || part === `${each}s`);
    if (!name) return null;
    unit[name] += index === 0 ? 1 : -1;
  }
  return unit;
}

export function product(a: Unit, b: Unit): Unit {
  return combine(a, b, 1);
}

export function quotient(a: Unit, b: Unit): Unit {
  return combine(a, b, -1);
}

export function sameUnit(a: Unit, b: Unit): boolean {
  return DIMENSIONS.every((each) => a[each] === b[each]);
}

const CHINESE: Record<Dimension, string> = {
  fen: '分',
  month: '月',
  person: '人',
  year: '岁（年）',
  'square-metre': '平方米',
};

/** "分/月/人" for messages about rules. */
export function unitText(unit: Unit): string {
  const above = DIMENSIONS.flatMap((each) => Array(Math.max(0, unit[each])).fill(CHINESE[each]));
  const below = DIMENSIONS.flatMap((each) => Array(Math.max(0, -unit[each])).fill(CHINESE[each]));
  return [above.join('·') || (below.length > 0 ? '1' : '无单位'), ...below].join('/');
}

function combine(a: Unit, b: Unit, sign: 1 | -1): Unit {
  const unit: Record<Dimension, number> = { ...a };
  for (const each of DIMENSIONS) unit[each] += sign * b[each];
  return unit;
}
