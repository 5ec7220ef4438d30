import type { LocalDate } from '../../kernel/local-date.ts';
import { dayFacts, subjectOf } from '../household-field.ts';
import type { RuleSetText } from '../language/declaration.ts';
import { evaluation, type Subject } from '../language/evaluate.ts';
import type { Policy } from '../language/named.ts';
import type { Area, Caseload } from './caseload.ts';
import { AREA_PART, startPart, type Values, viewsOf } from './chunk.ts';
import { compile, type Kernel } from './compile.ts';
import {
  emptyResults,
  isUndecided,
  keep,
  LANE,
  LANE_ARRAY,
  type ResultChunk,
  type Results,
  type Wanted,
  wantedRules,
} from './result.ts';
import { shapeOf } from './shape.ts';
import { unpacker } from './unpack.ts';

/** What is asked of a caseload: some rules of the household, on a day, by what holds in each area. */
export type Asked = {
  readonly text: RuleSetText;
  /** Rules of the household or of its members. Those of one group are decided or left together. */
  readonly wanted: readonly (readonly string[])[];
  readonly governingDay: LocalDate;
  /** The policy of an area; null where the place has not settled what the wanted rules need. */
  readonly policyOf: (area: Area) => Policy | null;
};

/** A call of generated code on shared memory; calls are independent and may run on any thread. */
export type Call = { readonly code: number; readonly households: number; readonly given: Given };
export type Given = readonly [
  parts: readonly Values[],
  numbers: Float64Array,
  mine: Uint8Array,
  results: readonly Values[],
  from: number,
  to: number,
];

/** A run made ready: the generated code, the calls still to be made, and where their results will lie. */
export type Run = {
  readonly caseload: Caseload;
  readonly asked: Asked;
  readonly codes: readonly string[];
  readonly calls: readonly Call[];
  readonly policies: readonly (Policy | null)[];
  readonly results: Results;
  /** Why some areas' policies could not be generated; their households are decided exactly. */
  readonly refusals: readonly string[];
};

type Shaped = { readonly kernel: Kernel; readonly areas: readonly number[] };

/** Generates the functions for every shape of policy met in the caseload and lays out the results. */
export function prepare(caseload: Caseload, asked: Asked): Run {
  const policies = caseload.areas.map(asked.policyOf);
  const wanted = wantedRules(asked.text, asked.wanted);
  const refusals: string[] = [];
  const shapes = shapesOf(policies, wanted).flatMap((areas): Shaped[] => {
    const [first, ...others] = areas.flatMap((area) => policies[area] ?? []);
    if (!first) return [];
    const compiled = compile([first, ...others], wanted, caseload);
    if (compiled.ok) return [{ kernel: compiled.kernel, areas }];
    refusals.push(compiled.message);
    return [];
  });
  const isAllFast = shapes.flatMap((each) => each.areas).length === policies.length;
  const divided = wanted.map(
    (_, index) => !isAllFast || shapes.some(({ kernel }) => kernel.divided[index]),
  );
  const results = emptyResults(caseload, wanted, divided);
  const calls = shapes.flatMap((shape, code) =>
    callsOf(caseload, results, policies, asked, shape, code),
  );
  const codes = shapes.map(({ kernel }) => kernel.code);
  return { caseload, asked, codes, calls, policies, results, refusals };
}

/** The areas whose policies one function can serve, grouped. */
function shapesOf(policies: readonly (Policy | null)[], wanted: readonly Wanted[]): number[][] {
  const names = wanted.map((each) => each.name);
  const groups = new Map<unknown, Map<string, number[]>>();
  for (const [area, policy] of policies.entries()) {
    const shape = policy && shapeOf(policy, names);
    if (!policy || !shape) continue;
    const ofSet = groups.get(policy.set) ?? new Map<string, number[]>();
    groups.set(policy.set, ofSet.set(shape, [...(ofSet.get(shape) ?? []), area]));
  }
  return [...groups.values()].flatMap((ofSet) => [...ofSet.values()]);
}

function callsOf(
  caseload: Caseload,
  results: Results,
  policies: readonly (Policy | null)[],
  asked: Asked,
  { kernel, areas }: Shaped,
  code: number,
): Call[] {
  const numbers = new Float64Array(new SharedArrayBuffer(8 * kernel.size * policies.length));
  const mine = new Uint8Array(new SharedArrayBuffer(policies.length));
  const facts = dayFacts(asked.governingDay);
  for (const area of areas) {
    const policy = policies[area];
    if (!policy) continue;
    mine[area] = 1;
    numbers.set(kernel.numbersOf(policy, facts), area * kernel.size);
  }
  return caseload.chunks.map(({ buffer, parts, households }, index) => {
    const written = results.chunks[index]?.arrays ?? [];
    const given: Given = [viewsOf(buffer, parts), numbers, mine, written, 0, households];
    return { code, households, given };
  });
}

export type Decide = (...given: Given) => void;

/** Makes generated code into a function. On the server only: a page that forbids `eval` cannot. */
export function functionOf(code: string): Decide {
  return new Function(code)() as Decide;
}

/** Makes all calls in this thread. `progress` hears how many households have been gone through. */
export function runCalls(
  { codes, calls }: Pick<Run, 'codes' | 'calls'>,
  progress: (households: number) => void = () => {},
): void {
  const functions = codes.map(functionOf);
  let done = 0;
  for (const { code, given, households } of calls) {
    functions[code]?.(...given);
    done += households;
    progress(done);
  }
}

/**
 * Decides exactly what the calls left over: unknown facts, large figures, policies no code was generated
 * for. Returns how many households that were.
 */
export function decideRest(run: Run): number {
  const { caseload, policies, results } = run;
  const unpack = unpacker(caseload);
  let count = 0;
  for (const [number, chunk] of results.chunks.entries()) {
    const facts = caseload.chunks[number];
    if (!facts) throw new Error(`no chunk ${number}`);
    const views = viewsOf(facts.buffer, facts.parts);
    const lane = chunk.arrays[LANE_ARRAY] ?? new Uint8Array();
    for (let index = 0; index < chunk.households; index += 1) {
      const policy = policies[views[AREA_PART]?.[index] ?? -1];
      if (!policy || lane[index] === LANE.fast) continue;
      const household = subjectOf(unpack(chunk.first + index), run.asked.governingDay);
      decideExactly(run, policy, household, { chunk, views, index });
      lane[index] = LANE.exact;
      count += 1;
    }
  }
  return count;
}

type Place = {
  readonly chunk: ResultChunk;
  readonly views: readonly Values[];
  readonly index: number;
};

function decideExactly(
  { results, caseload }: Run,
  policy: Policy,
  household: Subject,
  place: Place,
) {
  const { chunk, views, index } = place;
  const { find } = evaluation(policy.set, policy.valueOf);
  for (const [at, wanted] of results.wanted.entries()) {
    const { name, level } = wanted;
    const subjects = level === 'household' ? [household] : (household.below[level] ?? []);
    const starts = level === 'household' ? null : views[startPart(caseload.schema, level)];
    const first = starts ? (starts[index] ?? 0) : index;
    for (const [offset, subject] of subjects.entries()) {
      if (!isUndecided(chunk, first + offset, at, wanted)) continue;
      keep(results, chunk, first + offset, at, find(name, subject).value);
    }
  }
}
