import { formatYuan } from '../kernel/fen.ts';
import type { Assessment } from './assessment.ts';
import { SCHEME } from './scheme.ts';

type Told = Pick<
  Assessment,
  | 'scheme'
  | 'outcome'
  | 'householdSize'
  | 'standard'
  | 'perCapitaMonthly'
  | 'monthlyAmount'
  | 'missing'
  | 'reasons'
  | 'persons'
  | 'relief'
>;

const AGAIN = '如果家里的情况有变化，或者您认为我们算得不对，可以随时提出，我们重新核算。';

/** What the family hears: their figures, the line, the result and what they can do. */
export function plainWords(result: Told): string {
  if (result.outcome === 'undecided') {
    return `还不能得出结果。请补充：${result.missing.map((each) => each.text).join('、')}。`;
  }
  const name = SCHEME[result.scheme];
  const figures = figuresOf(result);
  if (result.outcome === 'eligible') return `${figures}${grantedText(result, name)}`;
  const failed = result.reasons.filter((each) => each.is === 'not-met');
  const because = failed.flatMap((each) => plainReason(each.rule) ?? []);
  const why = because.length > 0 ? `，因为${[...new Set(because)].join('，')}` : '';
  return `${figures}不符合${shortName(name)}条件${why}。${AGAIN}`;
}

function figuresOf({ scheme, householdSize, perCapitaMonthly: income, standard }: Told): string {
  if (scheme === 'tekun' || scheme === 'temporary') return '';
  const family = householdSize === null ? '您家' : `您家按 ${householdSize} 口人计算`;
  if (!income || !standard) return `${family}，`;
  return `${family}，平均每人每月收入 ${formatYuan(income.shown)} 元，低保标准是每人每月 ${formatYuan(standard)} 元，`;
}

function grantedText(result: Told, name: string): string {
  const amount = result.monthlyAmount === null ? null : formatYuan(result.monthlyAmount);
  switch (result.scheme) {
    case 'dibao':
      return `符合低保条件，每月可以领取 ${amount} 元。`;
    case 'tekun': {
      const who = result.persons.filter((each) => each.outcome === 'eligible');
      return who
        .map(
          (each) =>
            `${each.name}符合特困人员条件，每月可以领取 ${formatYuan(each.amount ?? result.monthlyAmount ?? (0 as never))} 元。`,
        )
        .join('');
    }
    case 'temporary': {
      const times = result.relief?.payments?.length ?? 1;
      const paid = times > 1 ? `，分 ${times} 次发放` : '';
      return `符合临时救助条件，可以领取 ${amount} 元${paid}。`;
    }
    default:
      return `符合${name}条件。这一项不按月发钱，认定后可以按规定申请医疗、教育、住房等救助。`;
  }
}

function shortName(name: string): string {
  return name === SCHEME.dibao ? '低保' : name;
}

/** Property rules of every scheme carry the scheme as prefix; the words are the same. */
function plainReason(rule: string): string | undefined {
  const ending = Object.keys(PLAIN).find((each) => rule.endsWith(each));
  return ending === undefined ? undefined : PLAIN[ending];
}

const PLAIN: Readonly<Record<string, string>> = {
  incomeBelowStandard: '平均收入没有低于低保标准',
  incomeBelowMargin: '平均收入没有低于低保边缘的收入线',
  incomeBelowRigidLine: '平均收入没有低于规定的收入线',
  rigidRatioMet: '必需的支出占收入的比例没有达到规定',
  rigidPropertyMet: '财产超过了规定',
  rigidOtherMet: '不符合当地的其他规定',
  FinancialWithin: '存款等金融资产超过了规定',
  VehiclesWithin: '名下有按规定要计算的车辆、船舶或者大型农机',
  HomesWithin: '住房超过了规定的套数',
  HomeAreaWithin: '住房面积超过了规定',
  NonResidentialWithin: '名下有超过规定的店铺等非居住用房',
  CapitalWithin: '名下市场主体的注册资本超过了规定',
  NotBarred: '有当地规定的不符合财产条件的情形',
  noLabourCapacity: '本人还有劳动能力',
  noLivelihood: '本人有收入来源或者财产超过了规定',
  noSupporter: '有能够赡养、抚养、扶养的家人',
  notJailedOrMissing: '本人在监狱服刑或者被宣告失踪',
  notInOrphanProgramme: '已经选择孤儿、事实无人抚养儿童保障',
  temporaryConditionMet: '遇到的困难不属于临时救助的范围，或者收入、财产超过了规定',
  notRepeated: '同一件事已经救助过',
  withinYearlyCount: '今年救助的次数已经用完',
};
