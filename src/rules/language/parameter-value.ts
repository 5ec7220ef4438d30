import { type CodeList, columnLimits, type Parameter } from './declaration.ts';
import * as range from './range.ts';
import { rational } from './rational.ts';
import { parseType, type Type } from './type.ts';
import { type Missing, NOTHING, number, type TableRow, truth, type Value } from './value.ts';

/** What reading a value needs: the code lists, and where to say in Chinese what is wrong with it. */
export type Reading = {
  /** An open list takes every code. */
  readonly codes: Readonly<Record<string, CodeList | 'open'>>;
  readonly fault: (message: string) => null;
};
type Limits = readonly [number, number] | undefined;

/** The value a place gave for a parameter as formulas read it; null when it does not fit the declaration. */
export function readParameter(reading: Reading, parameter: Parameter, json: unknown): Value | null {
  const type = parseType(parameter.type);
  if (!type) return reading.fault(`不认识的类型：${parameter.type}`);
  if (json === 'not-used') {
    if (!parameter.mayBeUnused) return reading.fault('不能写作不使用（not-used）');
    return { kind: 'not-used', missing: NOTHING };
  }
  switch (type.kind) {
    case 'codes':
      return readCodes(reading, type.list, json);
    case 'bands':
      return readBands(reading, parameter.range, json);
    case 'table':
      return readTable(reading, parameter, type, json);
    default:
      return readPlain(reading, type, parameter.range, json);
  }
}

/**
 * What is certain of a figure, a yes/no or a choice that a place has not laid down: what its declaration
 * allows. Null for a parameter of another kind: without it nothing can be computed.
 */
export function unknownParameter(
  codes: Reading['codes'],
  { type: text, range: limits }: Parameter,
  missing: Missing,
): Value | null {
  const type = parseType(text);
  if (type?.kind === 'yes/no') return truth(null, missing);
  if (type?.kind === 'number' && limits) return number(range.scaled(limits, type), missing);
  const list = type?.kind === 'code' ? codes[type.list] : undefined;
  if (!list || list === 'open') return null;
  return { kind: 'code', possible: Object.keys(list), missing };
}

function readPlain(reading: Reading, type: Type, limits: Limits, json: unknown): Value | null {
  switch (type.kind) {
    case 'number':
      if (!isWithin(limits, json)) {
        return reading.fault(`应当是 ${limits?.join(' 到 ')} 的整数：${JSON.stringify(json)}`);
      }
      return number(range.point(rational(json, type.percent ? 100 : 1)));
    case 'yes/no':
      return typeof json === 'boolean'
        ? truth(json)
        : reading.fault(`应当是 true 或者 false：${JSON.stringify(json)}`);
    case 'code':
      return readCode(reading, type.list, json);
    default:
      return reading.fault(`参数不能是这种类型：${type.kind}`);
  }
}

function isWithin(limits: Limits, json: unknown): json is number {
  return (
    !!limits && Number.isInteger(json) && Number(json) >= limits[0] && Number(json) <= limits[1]
  );
}

function readCode(reading: Reading, list: string, json: unknown): Value | null {
  const codes = reading.codes[list];
  const isKnown =
    typeof json === 'string' &&
    json !== '' &&
    (codes === 'open' || Object.hasOwn(codes ?? {}, json));
  return isKnown
    ? { kind: 'code', possible: [json], missing: NOTHING }
    : reading.fault(`不在代码表 ${list} 里：${JSON.stringify(json)}`);
}

function readCodes(reading: Reading, list: string, json: unknown): Value | null {
  if (!Array.isArray(json)) return reading.fault(`应当是代码的列表：${JSON.stringify(json)}`);
  const read = json.filter((code) => readCode(reading, list, code) !== null).map(String);
  if (new Set(read).size < read.length) return reading.fault('代码重复');
  return read.length === json.length ? { kind: 'codes', codes: read, missing: NOTHING } : null;
}

function readBands(reading: Reading, limits: Limits, json: unknown): Value | null {
  if (!Array.isArray(json) || json.length === 0) return reading.fault('应当是至少一行的分档表');
  const rows = json.map((each) => recordOf(each));
  let edge = -1;
  for (const [index, row] of rows.entries()) {
    const { title, upTo, amount, ...rest } = row;
    const at = (why: string) => reading.fault(`第${index + 1}行${titleIn(title)}：${why}`);
    if (typeof title !== 'string' || title === '') return at('缺少名称 title');
    if (!isWithin(limits, upTo)) return at(`上限 upTo 应当是 ${limits?.join(' 到 ')} 的整数`);
    if (!isWithin(limits, amount)) return at(`金额 amount 应当是 ${limits?.join(' 到 ')} 的整数`);
    if (upTo <= edge) return at('上限应当一行比一行高');
    const [extra] = Object.keys(rest);
    if (extra !== undefined) return at(`不认识的项目：${extra}`);
    edge = upTo;
  }
  const bands = rows.map(({ title, upTo, amount }) => ({
    title: String(title),
    upTo: rational(Number(upTo)),
    amount: rational(Number(amount)),
  }));
  return { kind: 'bands', bands, missing: NOTHING };
}

type TableType = Extract<Type, { kind: 'table' }>;

function readTable(
  reading: Reading,
  parameter: Parameter,
  type: TableType,
  json: unknown,
): Value | null {
  if (!Array.isArray(json) || json.length === 0) return reading.fault('应当是至少一行的标准表');
  const rows = new Map<string, TableRow>();
  let isSound = true;
  for (const [index, each] of json.entries()) {
    const { code, title, ...given } = recordOf(each);
    const at: Reading = {
      codes: reading.codes,
      fault: (why) => reading.fault(`第${index + 1}行${titleIn(title)}：${why}`),
    };
    const cells = cellsOf(at, parameter, type, given);
    const isNamed = checkHead(at, type.list, code, title, rows);
    if (cells && isNamed)
      rows.set(String(code), { code: String(code), title: String(title), cells });
    else isSound = false;
  }
  return isSound ? { kind: 'table', rows, missing: NOTHING } : null;
}

function checkHead(
  at: Reading,
  list: string,
  code: unknown,
  title: unknown,
  rows: ReadonlyMap<string, TableRow>,
): boolean {
  if (typeof title !== 'string' || title === '') at.fault('缺少名称 title');
  else if (typeof code !== 'string' || code === '') at.fault('缺少代码 code');
  else if (rows.has(code)) at.fault(`代码重复：${code}`);
  else return readCode(at, list, code) !== null;
  return false;
}

function cellsOf(
  at: Reading,
  parameter: Parameter,
  type: TableType,
  given: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, Value> | null {
  const cells = new Map<string, Value>();
  for (const [name, of] of type.columns) {
    const column = parameter.columns?.[name];
    const words = `“${column?.title ?? name}”（${name}）`;
    const inside = { ...at, fault: (why: string) => at.fault(`${words}${why}`) };
    const cell = Object.hasOwn(given, name)
      ? readPlain(inside, of, columnLimits(parameter, name), given[name])
      : at.fault(`缺少${words}一列`);
    if (cell) cells.set(name, cell);
  }
  const extra = Object.keys(given).find((name) => !type.columns.has(name));
  if (extra !== undefined) return at.fault(`没有声明这一列：${extra}`);
  return cells.size === type.columns.size ? cells : null;
}

function recordOf(json: unknown): Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : {};
}

function titleIn(title: unknown): string {
  return typeof title === 'string' ? `“${title}”` : '';
}
