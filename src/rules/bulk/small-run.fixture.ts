import { localDate } from '../../kernel/local-date.ts';
import type { HouseholdFacts } from '../facts.ts';
import type { RuleSetText } from '../language/declaration.ts';
import type { Policy } from '../language/named.ts';
import { schemaOf } from './column.ts';
import { packer } from './pack.ts';
import { LANE, LANE_ARRAY, type Result, resultAt } from './result.ts';
import { type Asked, prepare, type Run, runCalls } from './run.ts';

/** Runs of made-up frames over made-up families. */

type Raw = Readonly<Record<string, unknown>>;

/** Members with `incomes` as `familyOf` takes them, as the facts of one household in one place. */
export function factsOf(members: readonly Raw[], place = '990101'): HouseholdFacts {
  const incomes = members.flatMap((member, index) =>
    ((member['incomes'] as readonly Raw[] | undefined) ?? []).map((each) => ({
      ...each,
      member: `m${index}`,
    })),
  );
  const facts: unknown = {
    ...{ place, residence: 'urban', incomes },
    members: members.map((each, index) => ({ ...each, id: `m${index}` })),
  };
  return facts as HouseholdFacts;
}

/** The run of some rules with the same policy everywhere, or with one for each place; calls made already. */
export function ran(
  text: RuleSetText,
  households: readonly HouseholdFacts[],
  wanted: Asked['wanted'],
  policyOf: (place: string) => Policy | null,
): Run {
  const packing = packer(schemaOf(text));
  for (const each of households) packing.add(each);
  const governingDay = localDate('2024-03-15');
  const run = prepare(packing.caseload(), {
    ...{ text, wanted, governingDay },
    policyOf: ({ place }) => policyOf(place),
  });
  runCalls(run);
  return run;
}

/** The result of a household as far as it is found; null while it is open. */
export function found({ results }: Run, position: number, name: string): Result {
  const [chunk] = results.chunks;
  if (!chunk) throw new Error('no households');
  return resultAt(results, chunk, position, name);
}

/** How many households the generated function decided in every group. */
export function decidedFast({ results }: Run): number {
  const lanes = results.chunks.flatMap((chunk) => [...(chunk.arrays[LANE_ARRAY] ?? [])]);
  return lanes.filter((lane) => lane === LANE.fast).length;
}
