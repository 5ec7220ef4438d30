import { type Fen, formatYuan } from '../../kernel/fen.ts';
import { formatDate } from '../../kernel/local-date.ts';
import type { Assessment, Outcome } from '../../rules/assessment.ts';
import type { Step } from '../../rules/language/explain.ts';
import { SCHEME } from '../../rules/scheme.ts';

export const OUTCOME: Readonly<Record<Outcome, string>> = {
  eligible: '符合',
  'not-eligible': '不符合',
  undecided: '尚不能确定',
};

const UNKNOWN = '未知';

/** The sheet an officer puts on the file: result, conditions, the whole calculation, every parameter. */
export function officerSheet(result: Assessment): string[] {
  return [
    `${SCHEME[result.scheme]}核算表  ${result.regionName}  基准日 ${formatDate(result.on)}  规则版本 ${result.ruleSetVersion}`,
    ...headLines(result),
    ...section(
      '家庭成员',
      result.members.map((each) => {
        const counted = each.counted === null ? '待定' : each.counted ? '计入' : '不计入';
        return `${each.name}：${counted}，${each.reason}（${each.citation.rule}）`;
      }),
    ),
    ...section(
      '各项条件',
      result.reasons.map((each) => `${each.text}${each.distance} [${each.citation.source}]`),
    ),
    ...section(
      result.scheme === 'tekun' ? '逐人认定' : '单人户',
      result.persons.map((each) => {
        const amount = each.outcome === 'eligible' ? `，每月 ${yuanOf(each.amount)}` : '';
        return `${each.name}：${OUTCOME[each.outcome]}，${each.text}${amount}（${each.citation.rule}）`;
      }),
    ),
    ...section('分类施保', [
      ...result.supplements.map((each) => `${each.name}：每月 ${yuanOf(each.amount)}`),
    ]),
    ...section('怎样发放', reliefLines(result)),
    ...section('渐退', exitLines(result)),
    ...section(
      '核算过程',
      result.trace.flatMap((step) => stepLines(step, 0)),
    ),
    ...section('采用的参数', parameterLines(result)),
    ...section(
      '需要补充',
      result.missing.map((each) => each.text),
    ),
    ...section('存疑和暂用口径', result.doubts),
  ];
}

function headLines(result: Assessment): string[] {
  const { scheme, perCapitaMonthly: income, standard, monthlyAmount, tier } = result;
  const exact = income && income.over !== 1 ? `（准确值 ${income.fen}/${income.over} 分）` : '';
  const amount = scheme === 'temporary' ? '救助金额' : '每月金额';
  const pays = scheme !== 'margin' && scheme !== 'rigid';
  return [
    `结果：${OUTCOME[result.outcome]}${SCHEME[scheme]}条件`,
    `月人均收入：${income ? `${formatYuan(income.shown)} 元${exact}` : UNKNOWN}`,
    `低保标准：${standard === null ? UNKNOWN : `${formatYuan(standard)} 元/人/月`}`,
    ...(pays ? [`${amount}：${yuanOf(monthlyAmount)}${tier === null ? '' : `（${tier}）`}`] : []),
    ...(result.wouldChange === '' ? [] : [`离线多远：${result.wouldChange}`]),
    `告知：${result.plainWords}`,
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function reliefLines({ relief, outcome }: Assessment): string[] {
  if (!relief || outcome !== 'eligible') return [];
  const decides = relief.withinTownship === false ? '由县级确认' : '乡镇可以确认';
  const { payments } = relief;
  const paid = payments?.map((each) => yuanOf(each)).join('、') ?? UNKNOWN;
  return [
    relief.withinTownship === null ? '由谁确认：尚不能确定' : decides,
    ...(relief.needsCoordination === true ? ['须一事一议'] : []),
    `给付：${paid}${payments && payments.length > 1 ? `，分 ${payments.length} 次` : ''}`,
  ];
}

function exitLines({ exit }: Assessment): string[] {
  if (!exit) return [];
  if (exit.applies === null) return ['尚不能确定'];
  if (!exit.applies) return ['不在渐退期内'];
  return [`可以渐退 ${exit.months ?? UNKNOWN} 个月，每月 ${yuanOf(exit.amount)}`];
}

function parameterLines(result: Assessment): string[] {
  return result.parameters.map((each) => {
    const flag = each.unknownLocally ? '【本地规定未查到，暂用】' : '';
    const document = each.document ?? each.citation.source;
    return `${each.title}：${each.text}  ${each.placeName} ${document} ${each.effective} 起 ${flag}`.trimEnd();
  });
}

function stepLines(step: Step, depth: number): string[] {
  const indent = '  '.repeat(depth);
  const row = step.row === null ? '' : `，适用“${step.row}”`;
  return [
    `${indent}${step.subject} ${step.title}：${step.text}${row}（${step.citation.rule}）`,
    ...(step.arithmetic === '' ? [] : [`${indent}  ＝ ${step.arithmetic}`]),
    ...step.inputs.map((each) =>
      each.is === 'fact'
        ? `${indent}  · ${each.subject} ${each.title}：${each.text}`
        : `${indent}  · 参数 ${each.title}：${each.text}`,
    ),
    ...step.steps.flatMap((each) => stepLines(each, depth + 1)),
  ];
}

export function yuanOf(amount: Fen | null): string {
  return amount === null ? UNKNOWN : `${formatYuan(amount)} 元`;
}
