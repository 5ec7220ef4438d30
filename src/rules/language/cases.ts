import type { Parameter } from './declaration.ts';
import { type Expression, tryParse } from './syntax.ts';
import type { Type } from './type.ts';

/** One line a place wrote: while `when` holds (always, when left out), `give`. */
export type CaseRow = {
  readonly title: string;
  readonly when: Formula | null;
  readonly give: Formula;
};
export type Formula = { readonly text: string; readonly tree: Expression };

/** `first` row that holds, `all` rows that hold added up, or the `highest` of them. */
export type Cases = {
  readonly combine: 'first' | 'all' | 'highest';
  readonly rows: readonly CaseRow[];
};

type Fault = (message: string) => null;
type Raw = Readonly<Record<string, unknown>>;

const COMBINE = ['first', 'all', 'highest'] as const;
const MOST_ROWS = 200;
const LONGEST_FORMULA = 4000;
const YES: Expression = { is: 'yes/no', value: true };

/** Rows as a place gives them, or with `combine`. Every fault names the row; null when there is one. */
export function readCases(json: unknown, fault: Fault): Cases | null {
  const {
    combine = 'first',
    rows,
    ...rest
  } = Array.isArray(json) ? { rows: json } : recordOf(json);
  const known = COMBINE.find((each) => each === combine);
  const [extra] = Object.keys(rest);
  if (!Array.isArray(rows) || rows.length === 0) return fault('应当写至少一行规定（rows）');
  if (rows.length > MOST_ROWS) return fault(`最多 ${MOST_ROWS} 行`);
  if (!known) return fault('combine 应当是 first、all 或者 highest');
  if (extra !== undefined) return fault(`不认识的项目：${extra}`);
  const read = rows.map((each: unknown, index) => readRow(recordOf(each), index, fault));
  const sound = read.filter((row) => row !== null);
  return sound.length === rows.length ? { combine: known, rows: sound } : null;
}

function readRow(row: Raw, index: number, fault: Fault): CaseRow | null {
  const { title, when, give, ...rest } = row;
  const at: Fault = (message) => fault(`第${index + 1}行${titleIn(title)}${message}`);
  const [extra] = Object.keys(rest);
  if (typeof title !== 'string' || title === '') return at('：缺少名称 title');
  if (extra !== undefined) return at(`：不认识的项目：${extra}`);
  const condition = when === undefined ? null : readFormula(when, (why) => at(`的条件：${why}`));
  const given = readFormula(give, (why) => at(`的算式：${why}`));
  return given && (when === undefined || condition)
    ? { title, when: condition, give: given }
    : null;
}

function readFormula(json: unknown, fault: Fault): Formula | null {
  if (typeof json !== 'string' || json.trim() === '') return fault('应当写成一个算式');
  if (json.length > LONGEST_FORMULA) return fault(`不能超过 ${LONGEST_FORMULA} 个字符`);
  const read = tryParse(json);
  return read.ok ? { text: json, tree: read.tree } : fault(read.message);
}

/** Whether the rows fit what they are for; what each formula says is checked by type. */
export function shapeFaults(cases: Cases, type: Type): string[] {
  const always = cases.rows.findIndex((row) => row.when === null);
  const isLast = always === cases.rows.length - 1;
  const faults: string[] = [];
  if (cases.combine !== 'first' && type.kind !== 'number') {
    faults.push('不是数的规定只能取第一行符合的（combine 写 first）');
  }
  if (cases.combine === 'first' && always >= 0 && !isLast) {
    faults.push(`第${always + 1}行“${cases.rows[always]?.title}”没有条件，后面的行永远用不到`);
  }
  if (type.kind === 'code' && always < 0) {
    faults.push('最后一行应当没有条件，使每种情形都有结果');
  }
  return faults;
}

/** The rows as one formula. Where no row holds, or the place uses none, the figure is 0 and the answer no. */
export function treeOfCases(cases: Cases | null, type: Type): Expression {
  const none: Expression =
    type.kind === 'yes/no'
      ? { is: 'yes/no', value: false }
      : { is: 'number', value: 0, unit: 'number' };
  if (!cases) return none;
  if (cases.combine === 'first') {
    return cases.rows.reduceRight<Expression>((rest, row) => branch(row, type, rest), none);
  }
  const each = cases.rows.map((row) => branch(row, type, none));
  const [first, ...others] = each;
  if (!first || others.length === 0) return first ?? none;
  if (cases.combine === 'highest') return { is: 'call', name: 'max', given: each };
  return others.reduce((left, right) => ({ is: '+', left, right }), first);
}

// A row without condition always holds; its other branch is never taken and only has to fit the type.
function branch(row: CaseRow, type: Type, rest: Expression): Expression {
  const { title, when, give } = row;
  const isLastCode = type.kind === 'code' && when === null;
  return {
    is: 'if',
    title,
    condition: when?.tree ?? YES,
    then: give.tree,
    else: isLastCode ? give.tree : rest,
  };
}

/** The same in the language's own writing, for the record. */
export function formulaOfCases(cases: Cases | null, type: Type): string {
  const none = type.kind === 'yes/no' ? 'no' : '0';
  if (!cases) return none;
  const { combine, rows } = cases;
  const one = (row: CaseRow, rest: string): string =>
    row.when ? `if ${row.when.text} then ${row.give.text} else ${rest}` : row.give.text;
  if (combine === 'first') return rows.reduceRight((rest, row) => one(row, rest), none);
  const each = rows.map((row) => one(row, none));
  if (combine === 'highest') return `max(${each.join(', ')})`;
  return each.map((text) => `(${text})`).join(' + ');
}

/** What a place wrote, for the list of parameters: the titles of its rows. */
export function textOfCases({ combine, rows }: Cases): string {
  const titles = rows.map((row) => row.title).join('；');
  if (rows.length === 1) return titles;
  const how = { first: '依次适用第一项符合的', all: '各项相加', highest: '取最高一项' }[combine];
  return `${how}：${titles}`;
}

export function isCases(parameter: Parameter): boolean {
  return parameter.type.startsWith('cases ');
}

/** The type of what a `cases` parameter gives, as text. */
export function givenType(parameter: Parameter): string {
  return parameter.type.slice('cases '.length);
}

function recordOf(json: unknown): Raw {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : {};
}

function titleIn(title: unknown): string {
  return typeof title === 'string' && title !== '' ? `“${title}”` : '';
}
