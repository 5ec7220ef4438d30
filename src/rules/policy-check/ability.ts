import { bindPolicy, parametersFor } from '../language/bind.ts';
import type { Parameter } from '../language/declaration.ts';
import { unknownParameter } from '../language/parameter-value.ts';
import { NOTHING } from '../language/value.ts';
import { frameText } from '../frame.ts';
import { type AsOf, findParameter, type Region, type Residence } from '../region.ts';
import { SCHEME, TARGETS } from '../scheme.ts';

/** What can be decided: the five schemes, and the two further questions of 低保. */
export type Question = keyof typeof TARGETS;
export const QUESTION: Readonly<Record<Question, string>> = {
  ...SCHEME,
  alone: '低保单人户',
  exit: '低保渐退',
};
export const questions = Object.keys(TARGETS) as readonly Question[];

/** Whether a place can decide one question for one side on a day, and which parameters nobody has laid down. */
export type Ability = {
  readonly question: Question;
  readonly residence: Residence;
  readonly missing: readonly NotLaidDown[];
};

/** `stops`: without it nobody's question is decided; otherwise only theirs whose result rests on it. */
type NotLaidDown = Pick<Parameter, 'name' | 'title'> & { readonly stops: boolean };

function stops(parameter: Parameter): boolean {
  return unknownParameter(frameText.codes, parameter, NOTHING) === null;
}

const SIDES = ['urban', 'rural'] as const satisfies readonly Residence[];

export function abilitiesOf(region: Region, asOf: AsOf): Ability[] {
  return SIDES.flatMap((residence) => {
    const valueOf = valuesOf(region, asOf, residence);
    return questions.map((question): Ability => {
      const needed = parametersFor(frameText, TARGETS[question], valueOf);
      const missing = needed.filter(({ name }) => valueOf(name) === undefined);
      return {
        question,
        residence,
        missing: missing.map((each) => ({
          ...{ name: each.name, title: each.title },
          stops: stops(each),
        })),
      };
    });
  });
}

export type TogetherFault = { readonly parameter: string; readonly message: string };

/** What is wrong with the values of a day only when they are put together, such as a circle through two of them. */
export function togetherFaults(region: Region, asOf: AsOf, residence: Residence): TogetherFault[] {
  const valueOf = valuesOf(region, asOf, residence);
  const computable = questions.filter((question) =>
    parametersFor(frameText, TARGETS[question], valueOf).every(
      (each) => valueOf(each.name) !== undefined || !stops(each),
    ),
  );
  if (computable.length === 0) return [];
  const targets = [...new Set(computable.flatMap((question) => TARGETS[question]))];
  const needed = parametersFor(frameText, targets, valueOf);
  const laidDown = needed.filter(({ name }) => valueOf(name) !== undefined);
  const bound = bindPolicy(
    frameText,
    new Map(laidDown.map(({ name }) => [name, valueOf(name)])),
    targets,
    new Map(needed.map(({ name }) => [name, NOTHING])),
  );
  return bound.ok ? [] : bound.faults.map(({ rule, message }) => ({ parameter: rule, message }));
}

const declared = new Map(frameText.parameters.map((each) => [each.name, each]));

/** What is in force, looked up once each; undefined where nobody has laid it down. */
function valuesOf(region: Region, asOf: AsOf, residence: Residence): (name: string) => unknown {
  const known = new Map<string, unknown>();
  return (name) => {
    if (known.has(name)) return known.get(name);
    const asked = declared.get(name);
    const looked = asked && findParameter(region, asked, asOf, residence);
    const value = looked?.ok ? looked.found.value : undefined;
    known.set(name, value);
    return value;
  };
}
