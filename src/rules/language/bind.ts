import { boundSet, type CasesByName } from './bound-set.ts';
import { type Cases, isCases, readCases, textOfCases } from './cases.ts';
import type { CodeList, Parameter, RuleSetText } from './declaration.ts';
import type { Policy, RuleFault, RuleSet } from './named.ts';
import { readParameter, unknownParameter } from './parameter-value.ts';
import { type Reach, reachOf } from './reach.ts';
import { readRuleSet } from './rule-set.ts';
import { parseType } from './type.ts';
import { type Missing, NOTHING, type Value } from './value.ts';

/** The values of a place by parameter, as its files give them. */
export type GivenValues = ReadonlyMap<string, unknown>;
/** What a place has not laid down, by parameter: how it is named where a result rests on it. */
export type AbsentValues = ReadonlyMap<string, Missing>;
const NONE: AbsentValues = new Map();

export type Bound =
  | { readonly ok: true; readonly policy: Policy; readonly needed: readonly Parameter[] }
  | { readonly ok: false; readonly faults: readonly RuleFault[] };

/**
 * A frame with the values of one place. Only what the targets can rest on is bound and asked for; without
 * targets that is everything. Refuses with every fault of the values, in Chinese, naming parameter and row.
 * What is told to be absent is not known, never assumed; only a plain value can be.
 */
export function bindPolicy(
  text: RuleSetText,
  given: GivenValues,
  targets: readonly string[] | null = null,
  absent: AbsentValues = NONE,
): Bound {
  const frame = frameOf(text);
  if (!frame.ok) return frame;
  const faults: RuleFault[] = [];
  const { reach, cases } = readReach(frame.rules, given, targets, faults);
  const needed = text.parameters.filter((each) => reach.parameters.has(each.name));
  const unknown = unknownValues(text, needed, given, absent);
  for (const { name, title } of needed) {
    if (given.has(name) || unknown.has(name)) continue;
    faults.push({ rule: name, message: `“${title}”没有给出` });
  }
  const tables = readValues(text.codes, needed.filter(isTable), given, faults);
  if (faults.length > 0) return { ok: false, faults };
  const codes = withOpenCodes(frame.rules, tables);
  const set = setOf(frame.rules, reach, { cases, given, codes });
  if (!set.ok) return set;
  const plain = needed.filter((each) => !isCases(each) && !isTable(each));
  const read = readValues(set.rules.codes, plain, given, faults);
  const values = new Map([...tables, ...unknown, ...read]);
  for (const [name, each] of cases) values.set(name, casesValue(each));
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, policy: { set: set.rules, valueOf: reader(values) }, needed };
}

function unknownValues(
  { codes }: RuleSetText,
  needed: readonly Parameter[],
  given: GivenValues,
  absent: AbsentValues,
): Map<string, Value> {
  return new Map(
    needed.flatMap((parameter): (readonly [string, Value])[] => {
      const missing = given.has(parameter.name) ? undefined : absent.get(parameter.name);
      const value = missing && unknownParameter(codes, parameter, missing);
      return value ? [[parameter.name, value]] : [];
    }),
  );
}

export function reader(values: ReadonlyMap<string, Value>): Policy['valueOf'] {
  return (name) => {
    const value = values.get(name);
    if (!value) throw new Error(`no parameter ${name}`);
    return value;
  };
}

/** The parameters to ask a place for; what it writes as `cases` may need further ones. */
export function parametersFor(
  text: RuleSetText,
  targets: readonly string[] | null,
  given: (name: string) => unknown,
): readonly Parameter[] {
  const frame = frameOf(text);
  if (!frame.ok) throw new Error(frame.faults.map((each) => each.message).join('\n'));
  const { parameters } = reachOf(frame.rules, targets, (name) => {
    const json = given(name);
    return json === undefined || json === 'not-used' ? null : readCases(json, () => null);
  });
  return text.parameters.filter((each) => parameters.has(each.name));
}

const frames = new WeakMap<RuleSetText, ReturnType<typeof readRuleSet>>();

/** A frame as read, remembered: reading one takes tens of milliseconds. */
export function frameOf(text: RuleSetText): ReturnType<typeof readRuleSet> {
  const known = frames.get(text) ?? readRuleSet(text);
  frames.set(text, known);
  return known;
}

function readReach(
  frame: RuleSet,
  given: GivenValues,
  targets: readonly string[] | null,
  faults: RuleFault[],
): { reach: Reach; cases: CasesByName } {
  const cases = new Map<string, Cases | null>();
  const reach = reachOf(frame, targets, (name) => {
    const parameter = frame.text.parameters.find((each) => each.name === name);
    const json = given.get(name);
    if (!parameter || json === undefined) return null;
    const fault = faultIn(parameter, faults);
    if (json === 'not-used' && !parameter.mayBeUnused) fault('不能写作不使用（not-used）');
    const read = json === 'not-used' ? null : readCases(json, fault);
    cases.set(name, read);
    return read;
  });
  return { reach, cases };
}

function readValues(
  codes: Readonly<Record<string, CodeList | 'open'>>,
  parameters: readonly Parameter[],
  given: GivenValues,
  faults: RuleFault[],
): Map<string, Value> {
  const values = new Map<string, Value>();
  for (const parameter of parameters.filter((each) => given.has(each.name))) {
    const fault = faultIn(parameter, faults);
    const value = readParameter({ codes, fault }, parameter, given.get(parameter.name));
    if (value) values.set(parameter.name, value);
  }
  return values;
}

function faultIn({ name, title }: Parameter, faults: RuleFault[]): (message: string) => null {
  return (message) => {
    faults.push({ rule: name, message: `“${title}”${message}` });
    return null;
  };
}

/** The open lists with the codes of the place's tables; where two tables name a code, the first one does. */
function withOpenCodes(
  frame: RuleSet,
  tables: ReadonlyMap<string, Value>,
): Record<string, CodeList> {
  const codes: Record<string, CodeList> = { ...frame.codes };
  for (const parameter of frame.text.parameters) {
    const [type, value] = [parseType(parameter.type), tables.get(parameter.name)];
    if (type?.kind !== 'table' || value?.kind !== 'table') continue;
    if (frame.text.codes[type.list] !== 'open') continue;
    const titles = [...value.rows.values()].map((row) => [row.code, row.title] as const);
    codes[type.list] = { ...Object.fromEntries(titles), ...codes[type.list] };
  }
  return codes;
}

function isTable(parameter: Parameter): boolean {
  return parameter.type.startsWith('table ');
}

function casesValue(cases: Cases | null): Value {
  return cases
    ? { kind: 'cases', text: textOfCases(cases), missing: NOTHING }
    : { kind: 'not-used', missing: NOTHING };
}

type Read = ReturnType<typeof boundSet>;
const sets = new WeakMap<RuleSet, Map<string, Read>>();
const MOST_SETS = 100;

/** Places that write the same share one set; reading and checking it takes milliseconds. */
function setOf(
  frame: RuleSet,
  reach: Reach,
  {
    cases,
    given,
    codes,
  }: { cases: CasesByName; given: GivenValues; codes: Readonly<Record<string, CodeList>> },
): Read {
  const known = sets.get(frame) ?? new Map<string, Read>();
  sets.set(frame, known);
  const open = Object.entries(frame.text.codes).filter(([, list]) => list === 'open');
  const key = JSON.stringify([
    [...reach.rules].map((rule) => `${rule.level} ${rule.name}`).toSorted(),
    [...reach.parameters].toSorted(),
    [...cases.keys()].toSorted().map((name) => given.get(name)),
    open.map(([list]) => Object.entries(codes[list] ?? {})),
  ]);
  const read = known.get(key) ?? boundSet(frame, reach, cases, codes);
  known.delete(key);
  known.set(key, read);
  const [oldest] = known.keys();
  if (known.size > MOST_SETS && oldest !== undefined) known.delete(oldest);
  return read;
}
