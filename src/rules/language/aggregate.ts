import type { Level } from './declaration.ts';
import { truthOf } from './operation.ts';
import { type Code, type Place, recordsBelow } from './place.ts';
import * as range from './range.ts';
import { plus, type Rational } from './rational.ts';
import type { Aggregate, Expression } from './syntax.ts';
import { joined, type Missing, NOTHING, number, type Truth, truth, type Value } from './value.ts';

/** `sum`, `count`, `any` and `all` over the records of a lower level. */
export function aggregateCode(tree: Aggregate, compile: (part: Expression) => Code): Code {
  const level = tree.level as Level;
  const where = tree.where && compile(tree.where);
  const of = tree.of && compile(tree.of);
  switch (tree.is) {
    case 'count':
      return (at) => countValue(at, level, where);
    case 'sum':
      return (at) => sumValue(at, level, where, of);
    default: {
      const settles = tree.is === 'any';
      return (at) => anyOrAll(at, level, { settles, where, of });
    }
  }
}

const CERTAIN = truth(true);
const ONE = number(range.whole(1));

function countValue(at: Place, level: Level, where: Code | null): Value {
  return sumValue(at, level, where, null);
}

/** A record whose condition is unknown adds nothing or its figure. */
function sumValue(at: Place, level: Level, where: Code | null, of: Code | null): Value {
  const records = recordsBelow(at, level);
  let low: Rational | null = 0;
  let high: Rational | null = 0;
  let missing: Missing = NOTHING;
  for (const record of records.found) {
    const condition: Truth = where ? truthOf(where(record)) : CERTAIN;
    if (condition.value === false) continue;
    const value = of ? of(record) : ONE;
    if (value.kind !== 'number') throw new Error(`a figure is ${value.kind}`);
    const added = condition.value ? value.range : range.hull(range.point(0), value.range);
    const isPoint: boolean = low === high && added.low === added.high;
    low = low === null || added.low === null ? null : plus(low, added.low);
    high = isPoint ? low : high === null || added.high === null ? null : plus(high, added.high);
    if (!range.isPoint(added)) missing = joined(missing, condition.missing, value.missing);
  }
  if (records.missing.length > 0) {
    low = of ? null : low;
    high = null;
    missing = joined(missing, records.missing);
  }
  return number({ low, high }, range.isPoint({ low, high }) ? NOTHING : missing);
}

type AnyOrAll = {
  readonly settles: boolean;
  readonly where: Code | null;
  readonly of: Code | null;
};

/** One record that settles the answer is enough; what the others read is then not shown. */
function anyOrAll(at: Place, level: Level, { settles, where, of }: AnyOrAll): Value {
  const { run } = at;
  const records = recordsBelow(at, level);
  const before = run.reading.length;
  let { missing } = records;
  for (const record of records.found) {
    const start = run.reading.length;
    const condition = where ? truthOf(where(record)) : CERTAIN;
    if (condition.value === false) continue;
    const inside = of ? truthOf(of(record)) : CERTAIN;
    if (condition.value && inside.value === settles) {
      run.reading.splice(before, start - before);
      return truth(settles);
    }
    if (inside.value !== !settles) missing = joined(missing, condition.missing, inside.missing);
  }
  return missing.length === 0 ? truth(!settles) : truth(null, missing);
}
