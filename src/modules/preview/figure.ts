import type { LocalDate } from '../../kernel/local-date.ts';
import { dibaoParameters } from '../../rules/dibao/parameter.ts';
import { economyParameters, memberParameters } from '../../rules/economy/parameter.ts';
import type { Parameter } from '../../rules/language/declaration.ts';
import { figureText } from '../../rules/language/figure-text.ts';
import { rational } from '../../rules/language/rational.ts';
import { parseType } from '../../rules/language/type.ts';
import { marginParameters } from '../../rules/margin/margin-rule.ts';
import { type AsOf, findParameter, type Region, type Residence } from '../../rules/region.ts';
import { rigidParameters } from '../../rules/rigid/rigid-rule.ts';
import { SCHEME } from '../../rules/scheme.ts';
import { tekunParameters } from '../../rules/tekun/parameter.ts';
import { figureOf } from '../standards/index.ts';
import type { PresentFigure, TriedFigure } from './contract.ts';

/** Floors only warn and the validity of a recognition pays nothing: trying them out would show nothing. */
const WITHOUT_EFFECT = new Set(['standardFloor', 'tekunBasicFloor', 'rigidValidityMonths']);
const STANDARD = 'standard';

const GROUPS: readonly (readonly [group: string, parameters: readonly Parameter[]])[] = [
  ['收入、赡养和支出', [...economyParameters, ...memberParameters]],
  [SCHEME.dibao, dibaoParameters],
  [SCHEME.margin, marginParameters],
  [SCHEME.rigid, rigidParameters],
  [SCHEME.tekun, tekunParameters],
];

function isFigure({ name, type, readAs }: Parameter): boolean {
  return parseType(type)?.kind === 'number' && !readAs && !WITHOUT_EFFECT.has(name);
}

/** Every parameter that is one plain number and can change what a household gets. */
export const figureParameters: readonly Parameter[] = GROUPS.flatMap(([, parameters]) =>
  parameters.filter(isFigure),
);

export const standardParameter = getParameter(STANDARD);

function getParameter(wanted: string): Parameter {
  const found = figureParameters.find(({ name }) => name === wanted);
  if (!found) throw new Error(`no figure ${wanted}`);
  return found;
}

/** Why a figure cannot be tried out, as a sentence; null when it can. */
export function figureFault(wanted: string, value: number): string | null {
  const parameter = figureParameters.find(({ name }) => name === wanted);
  if (!parameter || wanted === STANDARD) return '请从清单中选择要调整的项目';
  const [least, most] = parameter.range ?? [0, Number.MAX_SAFE_INTEGER];
  if (value >= least && value <= most) return null;
  return `应当在 ${textOf(parameter, least)} 到 ${textOf(parameter, most)} 之间，请核对`;
}

/** `元/人/月`, `%`, `个月`; '' for a plain count. */
export function unitWords(parameter: Parameter): string {
  return textOf(parameter, 0).replace(/^[\d.]+\s*/, '');
}

function textOf({ type, title }: Parameter, value: number): string {
  const read = parseType(type) ?? { kind: 'yes/no' };
  const isPercent = read.kind === 'number' && read.percent === true;
  return figureText(read, rational(value, isPercent ? 100 : 1), title);
}

/** What can be tried out, with what holds on a day and what is already laid down for later. */
export function triedFigures(region: Region, asOf: AsOf): readonly TriedFigure[] {
  return GROUPS.flatMap(([group, parameters]) =>
    parameters.filter(isFigure).map((parameter) => {
      const [least, most] = parameter.range ?? [0, Number.MAX_SAFE_INTEGER];
      return {
        ...{ parameter: parameter.name, title: parameter.title, group, least, most },
        unit: unitWords(parameter),
        isMoney: parseType(parameter.type)?.kind === 'number' && parameter.type.includes('fen'),
        ...laidDown(region, parameter, asOf),
      };
    }),
  );
}

function laidDown(region: Region, parameter: Parameter, asOf: AsOf) {
  const sides = (['urban', 'rural'] as const).flatMap((residence) => {
    const looked = findParameter(region, parameter, asOf, residence);
    return looked.ok ? [{ residence, found: looked.found }] : [];
  });
  const present = sides.map(({ residence, found }) => ({
    residence,
    text: figureOf(parameter, found.value).text,
    effective: found.effective,
    document: found.document ?? found.documentTitle,
  }));
  const place = sides[0]?.found.place ?? region.place;
  return { present: merged(present), later: laterFigures(region, parameter, { ...asOf, place }) };
}

/** One line where town and country have the same. */
function merged(present: readonly PresentFigure[]): PresentFigure[] {
  const [urban, rural] = present;
  const isSame = urban && rural && urban.text === rural.text && urban.effective === rural.effective;
  return isSame ? [{ ...urban, residence: null }] : [...present];
}

function laterFigures(
  region: Region,
  parameter: Parameter,
  { on, knownOn, place }: AsOf & { readonly place: string },
): PresentFigure[] {
  return region.files
    .filter((file) => file.place === place)
    .flatMap(({ entries }) => entries)
    .filter(({ parameter: name, effective, known }) => {
      return name === parameter.name && effective > on && known <= knownOn;
    })
    .map((entry) => ({
      residence: (entry.residence ?? null) as Residence | null,
      text: figureOf(parameter, entry.value).text,
      effective: entry.effective as LocalDate,
      document: entry.document ?? entry.documentTitle,
    }))
    .toSorted((a, b) => (a.effective < b.effective ? -1 : 1));
}

/** `低保边缘收入线（占低保标准%） 180%` */
export function figureChangeText(wanted: string, value: number): string {
  const parameter = getParameter(wanted);
  return `${parameter.title} ${textOf(parameter, value)}`;
}
