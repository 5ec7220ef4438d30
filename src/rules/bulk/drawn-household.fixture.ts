import { createRandom, type Random } from '../../cli/demo/random.ts';
import type { HouseholdFacts } from '../facts.ts';
import type { Level } from '../language/declaration.ts';
import { holderOf } from './chunk.ts';
import type { Column, Schema } from './column.ts';
import { LIST_OF, type Listed } from './record.ts';

/** Households drawn from the columns themselves: every fact there is, sensible together or not. */

export type Drawing = {
  /** The share of facts nobody knows. */
  readonly unknown: number;
  /** The share of figures near the largest a fact may record. */
  readonly huge: number;
  readonly places: readonly string[];
  /** Codes of open lists. */
  readonly activities: readonly string[];
};

type Made = Record<string, unknown>;

export function drawnHousehold(schema: Schema, seed: number, drawing: Drawing): HouseholdFacts {
  const random = createRandom(seed);
  const facts = drawnRecord(schema, random, drawing, 'household');
  const residence = random.pick(['urban', 'rural']);
  Object.assign(facts, { place: random.pick(drawing.places), residence, acceptedOn: null });
  for (const level of schema.levels.filter((each) => each !== 'household')) {
    facts[LIST_OF[level as Listed][0]] = random.chance(drawing.unknown / 2) ? null : [];
  }
  drawLists(schema, random, drawing, 'household', facts, facts);
  return facts as HouseholdFacts;
}

function drawLists(
  schema: Schema,
  random: Random,
  drawing: Drawing,
  level: Level,
  record: Made,
  facts: Made,
): void {
  for (const list of schema.levels.filter((each) => holderOf(each) === level)) {
    const [name, owner] = LIST_OF[list as Listed];
    if (list === 'member') facts[name] = [];
    const found = facts[name] as Made[] | null;
    const count = list === 'member' ? random.whole(1, 4) : random.whole(0, 2);
    for (let each = 0; found && each < count; each += 1) {
      const made = drawnRecord(schema, random, drawing, list);
      found.push(made);
      made['id'] = `${list}${found.length}`;
      if (owner !== null) made[owner] = record['id'];
      drawLists(schema, random, drawing, list, made, facts);
    }
  }
}

function drawnRecord(schema: Schema, random: Random, drawing: Drawing, level: Level): Made {
  const record: Made = {};
  for (const column of schema.columns.filter((each) => each.level === level)) {
    const [key = '', part] = column.path;
    const value = drawnValue(schema, random, drawing, column);
    if (part === undefined) record[key] = value;
    else record[key] = { ...(record[key] as Made | undefined), [part]: value };
  }
  for (const [key, value] of Object.entries(record)) {
    const isPart = typeof value === 'object' && value !== null;
    if (isPart && Object.values(value).every((each) => each === null)) record[key] = null;
  }
  return record;
}

function drawnValue(schema: Schema, random: Random, drawing: Drawing, column: Column): unknown {
  if (random.chance(drawing.unknown)) return null;
  switch (column.kind) {
    case 'yes/no':
      return random.chance(0.5);
    case 'date': {
      const [month, day] = [random.whole(1, 12), random.whole(1, 28)];
      const pad = (each: number) => String(each).padStart(2, '0');
      return `${random.whole(1935, 2024)}-${pad(month)}-${pad(day)}`;
    }
    case 'code': {
      if (schema.openLists.has(column.list)) return random.pick(drawing.activities);
      const codes = [...(schema.codes.get(column.list)?.keys() ?? [])];
      return random.chance(0.5) ? codes[0] : random.pick(codes);
    }
    case 'number': {
      const [low, high] = column.field.range ?? [0, 0];
      if (random.chance(drawing.huge)) return high - random.whole(0, 3);
      return random.whole(low, Math.min(high, 10 ** random.whole(1, 7)));
    }
  }
}
