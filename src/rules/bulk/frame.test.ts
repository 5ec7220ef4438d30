import { describe, expect, test } from 'vitest';
import { createRandom } from '../../cli/demo/random.ts';
import { localDate } from '../../kernel/local-date.ts';
import type { HouseholdFacts } from '../facts.ts';
import { frameText } from '../frame.ts';
import { subjectOf } from '../household-field.ts';
import { bindPolicy } from '../language/bind.ts';
import { evaluation } from '../language/evaluate.ts';
import type { Policy } from '../language/named.ts';
import { unknownParameter } from '../language/parameter-value.ts';
import { isPoint } from '../language/range.ts';
import { type Missing, NOTHING, PLACE, type Value } from '../language/value.ts';
import { startPart, viewsOf } from './chunk.ts';
import { schemaOf } from './column.ts';
import { drawnHousehold } from './drawn-household.fixture.ts';
import { drawnValues } from './drawn-policy.fixture.ts';
import { packer } from './pack.ts';
import { isUndecided, type Result, resultAt, valueArray } from './result.ts';
import { decideRest, prepare, runCalls, type Run } from './run.ts';

/** The whole frame, every rule of household and members, under drawn policies over drawn households. */

const DAY = localDate('2024-03-15');
const PLACES = ['990101', '990102', '990103'];
const WANTED = frameText.rules
  .filter(({ level }) => level === 'household' || level === 'member')
  .map(({ name }) => [name]);
const activities = ['rice', 'pig', 'goose'];

/**
 * Two places that differ in plain numbers only, and one that decides otherwise. `unset` is how often a place has
 * not laid down what can be left open.
 */
function policiesFor(seed: number, unset: number): Map<string, Policy> {
  const values = soundValues(seed);
  const other = new Map(values).set('standard', 51_300).set('incomeWindow', 6);
  const all = [values, other, soundValues(seed + 500)];
  return new Map(
    all.map((given, index) => {
      const random = createRandom(seed, index);
      const left = frameText.parameters.filter(
        (each) => unknownParameter(frameText.codes, each, NOTHING) !== null && random.chance(unset),
      );
      return [
        PLACES[index] ?? '',
        boundWith(
          given,
          left.map(({ name }) => name),
        ),
      ];
    }),
  );
}

/** The first drawn values no figure of which could leave the whole numbers a double holds. */
function soundValues(seed: number): Map<string, unknown> {
  for (let attempt = 0; ; attempt += 1) {
    const values = drawnValues(frameText, createRandom(seed, attempt));
    const bound = bindPolicy(frameText, values);
    if (bound.ok) return values;
    expect(bound.faults.map((each) => each.message).join()).toContain('超出安全整数范围');
  }
}

function boundWith(values: ReadonlyMap<string, unknown>, left: readonly string[]): Policy {
  const given = new Map([...values].filter(([name]) => !left.includes(name)));
  const absent = left.map((field): [string, Missing] => [
    field,
    [{ level: PLACE, id: 'urban', field, text: field }],
  ]);
  const bound = bindPolicy(frameText, given, null, new Map(absent));
  if (!bound.ok) throw new Error(bound.faults.map((each) => each.message).join('\n'));
  return bound.policy;
}

function exactly({ kind, ...value }: Value): Result {
  if (kind === 'number' && 'range' in value) return isPoint(value.range) ? value.range.low : null;
  if ('possible' in value) return value.possible.length === 1 ? (value.possible[0] ?? null) : null;
  return 'value' in value ? value.value : null;
}

/** Every result of one household that is not what the exact evaluator finds. */
function differences(run: Run, policy: Policy, facts: HouseholdFacts, position: number): string[] {
  const [chunk] = run.results.chunks;
  const [packed] = run.caseload.chunks;
  if (!chunk || !packed) throw new Error('no households');
  const starts = viewsOf(packed.buffer, packed.parts)[startPart(run.caseload.schema, 'member')];
  const household = subjectOf(facts, DAY);
  const { find } = evaluation(policy.set, policy.valueOf);
  return run.results.wanted.flatMap(({ name, level }) => {
    const subjects = level === 'household' ? [household] : (household.below[level] ?? []);
    const first = level === 'household' ? position : (starts?.[position] ?? 0);
    return subjects.flatMap((subject, index) => {
      const [here, there] = [
        resultAt(run.results, chunk, first + index, name),
        exactly(find(name, subject).value),
      ];
      return Object.is(here, there) || JSON.stringify(here) === JSON.stringify(there)
        ? []
        : [`${name}: ${JSON.stringify(here)}, exactly ${JSON.stringify(there)}`];
    });
  });
}

/** How many results the generated function and then the exact evaluator found. */
type Counted = { readonly fast: number; readonly exact: number; readonly open: number };

function countOpen({ results }: Run): number {
  return results.chunks.reduce(
    (sum, chunk) =>
      sum +
      results.wanted.reduce((open, each, at) => {
        const values = chunk.arrays[valueArray(at)] ?? [];
        return (
          open + [...values.keys()].filter((index) => isUndecided(chunk, index, at, each)).length
        );
      }, 0),
    0,
  );
}

function countAll({ results }: Run): number {
  const [chunk] = results.chunks;
  return results.wanted.reduce(
    (sum, _, at) => sum + (chunk?.arrays[valueArray(at)]?.length ?? 0),
    0,
  );
}

function expectSame(seed: number, unknown: number, unset: number): Counted {
  const policies = policiesFor(seed, unset);
  const schema = schemaOf(frameText);
  const drawing = { unknown, huge: unknown / 10, places: PLACES, activities };
  const households = Array.from({ length: 60 }, (_, index) =>
    drawnHousehold(schema, 1000 * seed + index, drawing),
  );
  const packing = packer(schema);
  for (const each of households) packing.add(each);
  const run = prepare(packing.caseload(), {
    ...{ text: frameText, wanted: WANTED, governingDay: DAY },
    policyOf: ({ place }) => policies.get(place) ?? null,
  });
  expect(run.refusals).toEqual([]);
  runCalls(run);
  const left = countOpen(run);
  decideRest(run);
  for (const [position, facts] of households.entries()) {
    const policy = policies.get(facts.place);
    if (policy)
      expect(differences(run, policy, facts, position), `${seed} ${position}`).toEqual([]);
  }
  const open = countOpen(run);
  return { fast: countAll(run) - left, exact: left - open, open };
}

function expectSameFor(seeds: readonly number[], unknown: number, unset = 0): Counted {
  const counts = seeds.map((seed) => expectSame(seed, unknown, unset));
  const sum = (of: keyof Counted) => counts.reduce((total, each) => total + each[of], 0);
  return { fast: sum('fast'), exact: sum('exact'), open: sum('open') };
}

describe('整个框架：任何地方的规定、任何家庭，成批核算与逐户核算相同', () => {
  test('情况都清楚的家庭，多数由生成的函数核算', () => {
    const { fast, exact, open } = expectSameFor([0, 1, 2, 3, 4], 0);
    expect(fast).toBeGreaterThan(2 * (exact + open));
    expect(exact).toBeGreaterThan(500);
  });

  test('有的情况不清楚、有的数额极大，尚不能确定的也相同', () => {
    const { fast, exact, open } = expectSameFor([100, 101, 102, 103, 104], 0.05);
    expect(Math.min(fast, exact, open)).toBeGreaterThan(3000);
  });

  test('当地有的数、是否、办法没有规定，结果用不到的也成批算，用到的尚不能确定，都相同', () => {
    const { fast, exact, open } = expectSameFor([200, 201, 202, 203, 204], 0.01, 0.03);
    expect(Math.min(fast, exact, open)).toBeGreaterThan(2000);
  });
});
