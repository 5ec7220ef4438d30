import { cite, rulesAt, S57 } from '../declare.ts';
import type { Rule } from '../language/declaration.ts';

const FOUR = `${S57}第十三条第一款第四项`;
const supporter = rulesAt('supporter', cite('DB-13d', FOUR));

/** Payments of supporters outside the household, by the method the place has named. */
export const supportRules: readonly Rule[] = [
  supporter(
    'supportExempt',
    '免予计算的义务人',
    'yes/no',
    `exemption <> 'none' or (if used(supporterExemptRule) then supporterExemptRule else no)`,
  ),
  supporter(
    'supportThreshold',
    '义务人家庭人均免计线',
    'fen/month/person',
    `if used(supportThresholdRule) then round(supportThresholdRule, 'half-up', 1 fen)
      else if used(supportThresholdPercent)
      then round(supportThresholdPercent * standard, 'half-up', 1 fen) else 0`,
  ),
  supporter(
    'supportRate',
    '超额部分计入的比例',
    'percent',
    `if used(supportRateRule) then supportRateRule
      else if used(supportRatePercent) then supportRatePercent else 0`,
  ),
  supporter(
    'supportBetween',
    '分摊的人数',
    'number',
    'if supportShared then supportedPersons else 1',
  ),
  supporter(
    'supportByPerCapitaExcess',
    '按义务人家庭人均超额推算',
    'fen/month',
    `round(max(0, familyMonthlyIncome / familySize - supportThreshold)
      * supportRate / max(1, supportBetween) * 1 person, 'half-up', 1 fen)`,
  ),
  supporter(
    'supportByFamilyExcess',
    '按义务人家庭总收入超额推算',
    'fen/month',
    `round(max(0, familyMonthlyIncome - supportThreshold * familySize)
      * supportRate / max(1, supportBetween), 'half-up', 1 fen)`,
  ),
  supporter(
    'supportByShare',
    '按给付人收入的比例推算',
    'fen/month',
    `if used(supportSharePercent)
      then round(ownMonthlyIncome * (if used(supportShareCapPercent)
        then min(supportSharePercent, supportShareCapPercent / max(1, supportedPersons))
        else supportSharePercent), 'half-up', 1 fen)
      else 0`,
  ),
  supporter(
    'supportEstimate',
    '推算的每月给付',
    'fen/month',
    `if (if used(supportShareRelations) then supporterRelation in supportShareRelations else no)
      then supportByShare
      else if supportMethod = 'per-capita-excess' then supportByPerCapitaExcess
      else if supportMethod = 'family-excess' then supportByFamilyExcess
      else if supportMethod = 'by-rule'
      then (if used(supportRule) then round(supportRule, 'half-up', 1 fen) else unknown("推算办法"))
      else 0`,
  ),
  supporter(
    'supportAmount',
    '义务人每月给付',
    'fen/month',
    `if supportMethod = 'none' then 0
      else if supportExempt then 0
      else if supportMethod = 'actual-only' then actualMonthly
      else if agreedMonthly > 0 then max(agreedMonthly, actualMonthly)
      else max(supportEstimate, actualMonthly)`,
    cite('DB-13d', FOUR, '顺序取各地通例：裁判或者协议在先，其次推算，实际给付更高的从实际'),
  ),
  {
    name: 'supportIncome',
    title: '家庭以外义务人每月给付合计',
    level: 'household',
    type: 'fen/month',
    formula: `if supportMethod = 'none' then 0
      else max(0, sum(member where counted: sum(supporter: supportAmount)))`,
    citation: cite('DB-13d', FOUR),
  },
];
