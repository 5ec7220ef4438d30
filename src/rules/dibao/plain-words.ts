import { formatYuan } from '../../kernel/fen.ts';
import type { Assessment } from './assessment.ts';

type Told = Pick<
  Assessment,
  | 'outcome'
  | 'householdSize'
  | 'standard'
  | 'perCapitaMonthly'
  | 'monthlyAmount'
  | 'missing'
  | 'reasons'
>;

/** What the family hears: their figures, the line, the result and what they can do. */
export function plainWords(result: Told): string {
  const { outcome, perCapitaMonthly: income, standard } = result;
  if (outcome === 'undecided') {
    return `还不能得出结果。请补充：${result.missing.map((each) => each.text).join('、')}。`;
  }
  const family = result.householdSize === null ? '您家' : `您家按 ${result.householdSize} 口人计算`;
  const figures =
    income && standard
      ? `${family}，平均每人每月收入 ${formatYuan(income.shown)} 元，低保标准是每人每月 ${formatYuan(standard)} 元`
      : family;
  if (outcome === 'eligible' && result.monthlyAmount !== null) {
    return `${figures}，符合低保条件，每月可以领取 ${formatYuan(result.monthlyAmount)} 元。`;
  }
  const failed = result.reasons.filter((each) => each.is === 'not-met');
  const because = failed.map((each) => PLAIN[each.rule]).filter((each) => each !== undefined);
  return (
    `${figures}，不符合低保条件，因为${because.join('，')}。` +
    '如果家里的情况有变化，或者您认为我们算得不对，可以随时提出，我们重新核算。'
  );
}

const PLAIN: Readonly<Record<string, string>> = {
  incomeBelowStandard: '平均收入没有低于低保标准',
  financialWithinLimit: '存款等金融资产超过了规定',
  vehiclesWithinLimit: '名下有按规定要计算的车辆或者船舶',
  homesWithinLimit: '住房超过了规定的套数',
  nonResidentialWithinLimit: '名下有超过规定的店铺等非居住用房',
  registeredCapitalWithinLimit: '名下市场主体的注册资本超过了规定',
};
