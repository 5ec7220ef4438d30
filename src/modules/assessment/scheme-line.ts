import { formatYuan } from '../../kernel/fen.ts';
import type { Assessed } from '../../rules/assess.ts';
import type { Assessment, Outcome, PersonResult } from '../../rules/assessment.ts';
import { NOT_USED } from '../../rules/language/figure-text.ts';
import type { Overview } from '../../rules/overview.ts';
import { SCHEME, type Scheme, schemes } from '../../rules/scheme.ts';
import { amountText } from './sheet.ts';

/** One scheme of an application in one line. */
export type SchemeLine = {
  readonly scheme: Scheme;
  readonly title: string;
  readonly verdict: 'met' | 'not-met' | 'undecided' | 'refused';
  readonly word: string;
  readonly figure: string;
  /** Why not, what is missing, or what shuts it out; empty where it is met. */
  readonly why: string;
};

const VERDICT = {
  eligible: ['met', '符合'],
  'not-eligible': ['not-met', '不符合'],
  undecided: ['undecided', '尚不能判断'],
} as const;

/** 一次申请、分类审核认定: all five schemes of one application, each in a line. */
export function schemeLines({ results, qualifies }: Overview): SchemeLine[] {
  return schemes.map((scheme) => {
    const by = qualifies.find(({ shutsOut }) => shutsOut.includes(scheme));
    return lineOf(scheme, results[scheme], by && by.scheme !== scheme ? by.scheme : null);
  });
}

/** The whole application in one sentence: what the family gets or qualifies for, else why nobody can say. */
export function headline(overview: Overview): string {
  const lines = schemeLines(overview);
  const met = lines.filter(({ verdict }) => verdict === 'met');
  if (met.length > 0) {
    const named = met.map(({ title, figure }) => (figure === '' ? title : `${title}，${figure}`));
    return `符合${named.join('；')}。`;
  }
  const open = lines.filter(({ verdict }) => verdict === 'undecided');
  if (open.length > 0) return `尚不能判断${open.map(({ title }) => title).join('、')}。`;
  const refused = lines.filter(({ verdict }) => verdict === 'refused');
  const others = refused.map(({ title }) => title).join('、');
  return `能核算的各类救助都不符合${others === '' ? '' : `；${others}不能计算`}。`;
}

function lineOf(scheme: Scheme, result: Assessed, shutOutBy: Scheme | null): SchemeLine {
  const title = SCHEME[scheme];
  if (!result.ok) {
    const why = result.refusal.message;
    return { scheme, title, verdict: 'refused', word: '不能计算', figure: '', why };
  }
  const { assessment } = result;
  const [verdict, word] = VERDICT[assessment.outcome];
  const { outcome, monthlyAmount } = assessment;
  const figure =
    outcome === 'eligible' && monthlyAmount !== null ? amountText(assessment, monthlyAmount) : '';
  return { scheme, title, verdict, word, figure, why: whyOf(assessment, shutOutBy) };
}

function whyOf(
  { outcome, scheme, missing, reasons }: Assessment,
  shutOutBy: Scheme | null,
): string {
  const instead = shutOutBy ? `已符合${SCHEME[shutOutBy]}` : '';
  if (outcome === 'undecided') return `缺 ${missing.map((each) => each.text).join('、')}`;
  // Both may stand side by side for one family: the person chooses (OT-09), and the notes say so.
  if (outcome === 'eligible') return scheme === 'tekun' ? '' : instead;
  if (instead !== '' && scheme !== 'tekun') return instead;
  const failed = reasons
    .filter((each) => each.is === 'not-met')
    .map(({ text }) => text.split('：')[0]);
  return failed.length === 0 ? '' : `没有达到：${[...new Set(failed)].join('；')}`;
}

/** What a person gets alone, in words: who, whether, how much, on what ground. */
export type PersonLine = {
  readonly key: string;
  readonly scheme: '特困人员' | '单人户';
  readonly name: string;
  readonly word: string;
  readonly figure: string;
  readonly text: string;
};

/** 特困人员 and 单人户: what is decided person by person, without those who plainly are neither. */
export function personLines({ results }: Overview): PersonLine[] {
  const of = (result: Assessed, scheme: PersonLine['scheme']) =>
    (result.ok ? result.assessment.persons : [])
      .filter((each) => each.outcome !== 'not-eligible')
      .map((each) => personLine(scheme, each));
  return [...of(results.tekun, '特困人员'), ...of(results.dibao, '单人户')];
}

function personLine(scheme: PersonLine['scheme'], person: PersonResult): PersonLine {
  const { member, name, outcome, amount, text } = person;
  return {
    key: `${scheme} ${member}`,
    scheme,
    name,
    word: wordOf(outcome),
    figure: amount === null ? '' : `每月 ${formatYuan(amount)} 元`,
    text,
  };
}

function wordOf(outcome: Outcome): string {
  return VERDICT[outcome][1];
}

/** Above what the place lets a township decide (LS-12); where it lays down nothing the instrument alone says so. */
export function isAboveTownshipCeiling({ relief, parameters }: Assessment): boolean {
  const ceiling = parameters.find(({ name }) => name === 'townshipCeiling');
  return relief?.withinTownship === false && ceiling !== undefined && ceiling.text !== NOT_USED;
}

/** 渐退 and how 临时救助 is decided and paid, in sentences; empty where neither is in question. */
export function specialNotes({ results }: Overview): string[] {
  const [dibao, temporary] = [results.dibao, results.temporary];
  const exit = dibao.ok ? dibao.assessment.exit : null;
  const relief = temporary.ok ? temporary.assessment.relief : null;
  return [
    ...(exit?.applies && exit.months !== null && exit.amount !== null
      ? [`可以渐退：${exit.months} 个月内每月 ${formatYuan(exit.amount)} 元。`]
      : []),
    ...(temporary.ok && isAboveTownshipCeiling(temporary.assessment)
      ? ['临时救助金额超过乡镇（街道）可以确认的上限，由县级民政部门确认。']
      : []),
    ...(relief?.needsCoordination ? ['临时救助属于一事一议的情形。'] : []),
    ...(relief && relief.payments === null ? ['临时救助分几次发放，待家庭情况查清后确定。'] : []),
    ...(relief?.payments && relief.payments.length > 1
      ? [
          `临时救助分 ${relief.payments.length} 次：${relief.payments.map((each) => `${formatYuan(each)} 元`).join('、')}。`,
        ]
      : []),
  ];
}
