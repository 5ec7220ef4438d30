import { type Fen, formatYuan } from '../../kernel/fen.ts';
import { cite } from '../../law/index.ts';
import type { Assessment, Reason } from '../../rules/assessment.ts';
import type { Step, StepInput } from '../../rules/language/explain.ts';
import type { ParameterUsed } from '../../rules/parameter-source.ts';
import { SCHEME_SHORT } from '../../rules/scheme.ts';

/** RG-02 leaves open which day's standard governs; this system takes the day of acceptance. */
export const governingDay = cite('RG-02');

/** One line of the calculation sheet, for the screen and the paper alike. */
export type SheetLine = {
  /** The same for the same figure of another calculation. */
  readonly key: string;
  readonly depth: number;
  readonly label: string;
  readonly figure: string;
  /** How the figure was computed, with figures and units; empty for what was not computed. */
  readonly arithmetic: string;
  readonly source: string;
  readonly article: string;
  /** The recorded fact this line shows; null for a computed figure or a parameter. */
  readonly fact: RecordedFact | null;
  /** Neither a computed figure: what it was computed from. */
  readonly isInput: boolean;
};

export type RecordedFact = Pick<Extract<StepInput, { is: 'fact' }>, 'level' | 'id' | 'name'>;

/** Who said so: the family, or a correction and what it rests on. */
export type OriginOf = (fact: RecordedFact) => string;

/** `符合低保：月人均 418.33 元 < 740 元；每月 965.00 元` (screens.md, 核算). */
export function topLine(result: Assessment): string {
  const { outcome, scheme, monthlyAmount } = result;
  const title = SCHEME_SHORT[scheme];
  if (outcome === 'undecided') {
    return `尚不能判断：缺 ${result.missing.map((each) => each.text).join('、')}`;
  }
  const compared = scheme === 'dibao' ? comparison(result) : '';
  if (outcome === 'eligible') {
    const said = [compared, monthlyAmount === null ? '' : amountText(result, monthlyAmount)];
    return withSaid(`符合${title}`, said);
  }
  return withSaid(`不符合${title}`, [compared, ...failed(result.reasons)]);
}

function withSaid(head: string, said: readonly string[]): string {
  const words = said.filter((each) => each !== '').join('；');
  return words === '' ? head : `${head}：${words}`;
}

function comparison({ perCapitaMonthly: perCapita, standard }: Assessment): string {
  if (!perCapita || standard === null) return '';
  const sign = perCapita.fen < standard * perCapita.over ? '<' : '≥';
  const about = perCapita.over === 1 ? '' : '约 ';
  return `月人均 ${about}${formatYuan(perCapita.shown)} 元 ${sign} ${shortYuan(standard)} 元`;
}

/** What a scheme pays, as a result says it; a scheme that pays nothing by itself says nothing. */
export function amountText({ scheme, relief }: Assessment, amount: Fen): string {
  if (scheme === 'margin' || scheme === 'rigid') return '';
  if (scheme !== 'temporary') return `每月 ${formatYuan(amount)} 元`;
  if (relief && relief.payments === null) return `共 ${formatYuan(amount)} 元，分几次发放待查清`;
  const times = relief?.payments?.length ?? 1;
  return times > 1
    ? `共 ${formatYuan(amount)} 元，分 ${times} 次`
    : `一次 ${formatYuan(amount)} 元`;
}

// Income is told by the comparison itself; what else fails is told by its title.
function failed(reasons: readonly Reason[]): string[] {
  const titles = reasons
    .filter((each) => each.is === 'not-met' && each.rule !== 'incomeBelowStandard')
    .map(titleOf);
  return titles.length === 0 ? [] : [`没有达到：${titles.join('；')}`];
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

type Sheet = {
  /** Lines beyond this many are left out, first those that were not computed. */
  readonly mostLines?: number;
  readonly originOf?: OriginOf;
};

/** The trace as an indented sheet: each figure, under it the facts and figures it was made of. */
export function sheetLines(result: Assessment, sheet: Sheet = {}): SheetLine[] {
  const { mostLines = Number.POSITIVE_INFINITY, originOf = () => '家庭情况' } = sheet;
  const published = new Map(result.parameters.map((each) => [each.name, each]));
  const told = { originOf, published };
  const all = result.trace.flatMap((step, index) =>
    linesOf(step, { key: `${index}`, depth: 0 }, told),
  );
  return all.length <= mostLines ? all : all.filter((each) => !each.isInput).slice(0, mostLines);
}

type Told = {
  readonly originOf: OriginOf;
  readonly published: ReadonlyMap<string, ParameterUsed>;
};

type At = { readonly key: string; readonly depth: number };

function linesOf(step: Step, { key, depth }: At, told: Told): SheetLine[] {
  const subject = step.level === 'household' ? '' : step.subject;
  const own: SheetLine = {
    key,
    depth,
    label: labelOf(step.title, subject),
    figure: step.text,
    arithmetic: accountOf(step),
    source: step.missing.length > 0 ? `待查清：${step.missing.join('、')}` : '',
    article: step.citation.source,
    fact: null,
    isInput: false,
  };
  return [
    own,
    ...step.inputs.map((each, index) =>
      inputLine(each, { key: `${key}/${each.name} ${index}`, depth: depth + 1 }, told),
    ),
    ...step.steps.flatMap((each, index) =>
      linesOf(each, { key: `${key}/${each.rule} ${index}`, depth: depth + 1 }, told),
    ),
  ];
}

/** A calculation stored before steps told their arithmetic has none. */
function accountOf({ row, arithmetic }: Partial<Pick<Step, 'row' | 'arithmetic'>>): string {
  return `${row ? `按“${row}”：` : ''}${arithmetic ?? ''}`;
}

function inputLine(input: StepInput, at: At, { originOf, published }: Told): SheetLine {
  const isFact = input.is === 'fact';
  return {
    ...at,
    label: labelOf(input.title, isFact ? input.subject : ''),
    figure: input.text,
    arithmetic: '',
    source: isFact ? originOf(input) : publishedIn(published.get(input.name)),
    article: '',
    fact: isFact ? { level: input.level, id: input.id, name: input.name } : null,
    isInput: true,
  };
}

/** `达州市 川民发〔2023〕100号，2023-07-01 起` */
function publishedIn(parameter: ParameterUsed | undefined): string {
  if (!parameter) return '当地没有规定';
  const { placeName, document, documentTitle, effective, unknownLocally } = parameter;
  if (unknownLocally) return `暂用口径（本地规定未查到），${effective} 起`;
  return `${placeName} ${document ?? documentTitle}，${effective} 起`;
}

function labelOf(title: string, subject: string): string {
  return subject === '' || subject === '家庭' ? title : `${title}（${subject}）`;
}
