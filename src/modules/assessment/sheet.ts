import { type Fen, formatYuan } from '../../kernel/fen.ts';
import { cite } from '../../law/index.ts';
import type { Assessment, Reason } from '../../rules/assessment.ts';
import type { Step } from '../../rules/language/explain.ts';

/** RG-02 leaves open which day's standard governs; this system takes the day of acceptance. */
export const governingDay = cite('RG-02');

/** One line of the calculation sheet, for the screen and the paper alike. */
export type SheetLine = {
  readonly depth: number;
  readonly label: string;
  readonly figure: string;
  readonly source: string;
  readonly article: string;
  /** A recorded fact rather than a computed figure. */
  readonly isFact: boolean;
};

/** `符合低保:月人均 418.33 元 < 740 元;每月 965.00 元` (screens.md, 核算). */
export function topLine(result: Assessment): string {
  const { outcome, perCapitaMonthly: perCapita, standard, monthlyAmount } = result;
  if (outcome === 'undecided') {
    return `尚不能判断：缺 ${result.missing.map((each) => each.text).join('、')}`;
  }
  const compared =
    perCapita && standard !== null
      ? `月人均 ${approximately(perCapita.over)}${formatYuan(perCapita.shown)} 元 ${
          perCapita.fen < standard * perCapita.over ? '<' : '≥'
        } ${shortYuan(standard)} 元`
      : '';
  if (outcome === 'eligible' && monthlyAmount !== null) {
    return `符合低保：${compared}；每月 ${formatYuan(monthlyAmount)} 元`;
  }
  return `不符合低保：${[compared, ...failed(result.reasons)].filter((each) => each !== '').join('；')}`;
}

// Income is told by the comparison itself; what else fails is told by its title.
function failed(reasons: readonly Reason[]): string[] {
  return reasons
    .filter((each) => each.is === 'not-met' && each.rule !== 'incomeBelowStandard')
    .map(titleOf);
}

function approximately(over: number): string {
  return over === 1 ? '' : '约 ';
}

function shortYuan(amount: Fen): string {
  return formatYuan(amount).replace(/\.00$/, '');
}

/** What would change the result: the conditions and how far each is from its line, nearest words first. */
export function whatWouldChange(result: Assessment): readonly string[] {
  return result.reasons
    .filter((each) => each.distance !== '')
    .map((each) => `${titleOf(each)}：${each.distance}`);
}

/** The condition's own name: a reason's text begins with it. */
function titleOf({ text }: Reason): string {
  return text.split('：')[0] ?? '';
}

/** The trace as an indented sheet: each figure, under it the facts and figures it was made of. */
export function sheetLines(result: Assessment, mostLines = Number.POSITIVE_INFINITY): SheetLine[] {
  const all = result.trace.flatMap((step) => linesOf(step, 0));
  return all.length <= mostLines ? all : all.filter((each) => !each.isFact).slice(0, mostLines);
}

function linesOf(step: Step, depth: number): SheetLine[] {
  const own: SheetLine = {
    depth,
    label: labelOf(step.title, step.level === 'household' ? '' : step.subject),
    figure: step.text,
    source: step.missing.length > 0 ? `待查清：${step.missing.join('、')}` : '核算',
    article: step.citation.source,
    isFact: false,
  };
  const inputs = step.inputs.map(
    (each): SheetLine => ({
      depth: depth + 1,
      label: labelOf(each.title, each.is === 'fact' ? each.subject : ''),
      figure: each.text,
      source: each.is === 'fact' ? '家庭情况' : '当地标准和口径',
      article: '',
      isFact: true,
    }),
  );
  return [own, ...inputs, ...step.steps.flatMap((each) => linesOf(each, depth + 1))];
}

function labelOf(title: string, subject: string): string {
  return subject === '' || subject === '家庭' ? title : `${title}（${subject}）`;
}
