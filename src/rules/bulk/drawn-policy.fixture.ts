import type { Random } from '../../cli/demo/random.ts';
import { chainOf, type Level, type Parameter, type RuleSetText } from '../language/declaration.ts';
import { parseType, type Type } from '../language/type.ts';
import { parseUnit } from '../language/unit.ts';

/** Values a place might give for every parameter of a frame, drawn at random; formulas of its own included. */

const ACTIVITIES = ['rice', 'pig', 'mason'] as const;

export function drawnValues(text: RuleSetText, random: Random): Map<string, unknown> {
  return new Map(text.parameters.map((each) => [each.name, drawnValue(text, random, each)]));
}

function drawnValue(text: RuleSetText, random: Random, parameter: Parameter): unknown {
  if (parameter.mayBeUnused && random.chance(0.35)) return 'not-used';
  const type = parseType(parameter.type);
  switch (type?.kind) {
    case 'cases':
      return drawnCases(text, random, parameter, type.of);
    case 'table':
      return ACTIVITIES.map((code) => ({
        ...{ code, title: code },
        ...Object.fromEntries(
          [...type.columns].map(([name, of]) => {
            const range = parameter.columns?.[name]?.range ?? parameter.range;
            return [name, drawnPlain(text, random, of, range)];
          }),
        ),
      }));
    case 'bands':
      return [300, 500, 700].map((upTo, index) => ({
        title: `${index + 1}档`,
        upTo: upTo * 100 + random.whole(0, 99),
        amount: random.whole(0, 50_000),
      }));
    case 'codes': {
      const codes = codesIn(text, type.list);
      return codes.filter(() => random.chance(0.4));
    }
    default:
      return type ? drawnPlain(text, random, type, parameter.range) : null;
  }
}

function drawnPlain(
  text: RuleSetText,
  random: Random,
  type: Type,
  range: readonly [number, number] | undefined,
): unknown {
  if (type.kind === 'yes/no') return random.chance(0.5);
  if (type.kind === 'code') return random.pick(codesIn(text, type.list));
  return figureIn(random, range, 120_000);
}

function figureIn(
  random: Random,
  [low, high]: readonly [number, number] = [0, 100],
  most: number,
): number {
  return random.whole(low, Math.min(high, Math.max(low, most)));
}

function codesIn(text: RuleSetText, list: string): string[] {
  const codes = text.codes[list];
  return codes === 'open' ? [...ACTIVITIES] : Object.keys(codes ?? {});
}

function drawnCases(text: RuleSetText, random: Random, parameter: Parameter, type: Type): unknown {
  const level = parameter.level ?? 'area';
  const count = random.whole(1, 3);
  const rows = Array.from({ length: count }, (_, index) => ({
    title: `第${index + 1}类`,
    ...(index < count - 1 ? { when: condition(text, random, level) } : {}),
    give:
      type.kind === 'yes/no'
        ? condition(text, random, level)
        : figure(random, level, parameter.type.slice('cases '.length), parameter.range),
  }));
  const combine = type.kind === 'yes/no' ? 'first' : random.pick(['first', 'all', 'highest']);
  return { combine, rows };
}

const BELOW: Partial<Record<Level, readonly Level[]>> = {
  household: ['member'],
  member: ['income', 'asset', 'spending'],
};

/** A yes/no formula over the facts a level sees, sometimes over those of the records below it. */
function condition(text: RuleSetText, random: Random, level: Level): string {
  const below = BELOW[level];
  if (below && random.chance(0.4)) {
    const inner = random.pick(below);
    const where = condition(text, random, inner);
    return inner === 'member' && random.chance(0.5)
      ? `count(member where ${where}) >= ${random.whole(1, 3)} persons`
      : `any(${inner} where ${where})`;
  }
  const seen: readonly Level[] = chainOf(level).filter((each) => each !== 'area');
  const { name, type, range } = random.pick(
    text.fields.filter((each) => seen.includes(each.level)),
  );
  const read = parseType(type);
  switch (read?.kind) {
    case 'yes/no':
      return name;
    case 'date':
      return `yearsBetween(${name}, governingDay) >= ${random.whole(1, 70)} years`;
    case 'code':
      if (text.codes[read.list] === 'open') return random.pick(['yes', 'no']);
      return `${name} = '${random.pick(codesIn(text, read.list))}'`;
    default:
      return `${name} > ${literal(figureIn(random, range, 100_000), type)}`;
  }
}

function figure(
  random: Random,
  level: Level,
  type: string,
  range: readonly [number, number] | undefined,
): string {
  const formulas = [literal(figureIn(random, range, 100_000), type)];
  const share = `${random.whole(1, 100)}%`;
  if (type === 'fen/month') formulas.push(`standard * 1 person * ${share}`);
  if (type === 'fen/month/person') formulas.push(`standard * ${share}`);
  if (type === 'fen' && level === 'income') formulas.push(`amount * ${share}`);
  if (type === 'fen' && level === 'spending') formulas.push(`ownShare / ${random.whole(2, 7)}`);
  if (type === 'fen/month' && level === 'supporter') {
    formulas.push(`familyMonthlyIncome / supportedPersons * ${share}`);
  }
  if (type === 'fen/month' && level === 'household') {
    formulas.push(`sum(member where seriouslyIll: standard * 1 person) * ${share}`);
  }
  return random.pick(formulas);
}

/** A number written with its unit. */
function literal(number: number, type: string): string {
  if (type === 'percent') return `${number}%`;
  const unit = Object.entries(parseUnit(type) ?? {});
  const [above] = unit.find(([, power]) => power > 0) ?? [];
  const below = unit.filter(([, power]) => power < 0).map(([name]) => ` / 1 ${name}`);
  return [`${number}${above ? ` ${above}` : ''}`, ...below].join('');
}
