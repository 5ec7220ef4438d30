import { cite, rulesAt, S57 } from '../declare.ts';
import type { Rule } from '../language/declaration.ts';

const article = cite('DB-13h', `${S57}第十三条第三款`);
const household = rulesAt('household', article);

/** Rigid spending a place lets the family deduct from its income. */
export const spendingRules: readonly Rule[] = [
  {
    name: 'deductibleSpending',
    title: '一项支出可以扣减的金额',
    level: 'spending',
    type: 'fen',
    formula: `if used(spendingRule) then round(spendingRule, 'half-up', 1 fen)
      else max(0, ownShare - aidReceived)`,
    citation: article,
  },
  household(
    'rigidSpending',
    '可以扣减的刚性支出',
    'fen',
    `if used(spendingKinds) then sum(member where counted:
        sum(spending where kind in spendingKinds: deductibleSpending))
      else 0`,
  ),
  household(
    'rigidDeduction',
    '刚性支出扣减额',
    'fen',
    `min(if used(spendingCap) then min(spendingCap, rigidSpending) else rigidSpending,
      if used(spendingMonthlyCap) then spendingMonthlyCap * incomeWindow else rigidSpending)`,
  ),
];
