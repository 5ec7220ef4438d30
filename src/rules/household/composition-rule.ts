import { cite, rulesAt, S57 } from '../declare.ts';
import type { Rule } from '../language/declaration.ts';

const household = rulesAt('household', cite('DB-23', `${S57}第二十三条`));

/**
 * Who lives in the family, as figures. What a place writes about one member cannot count the others; these it
 * can read: 有重残、重病人员需要照料的，主要照护人不推算.
 */
export const compositionRules: readonly Rule[] = [
  household(
    'illPersons',
    '重残、重病人数',
    'persons',
    'count(member where counted and (isSeverelyDisabled or seriouslyIll))',
  ),
  household(
    'disabledPersons',
    '残疾人数',
    'persons',
    `count(member where counted and disabilityKind <> 'none')`,
  ),
  household('minorPersons', '未成年人数', 'persons', 'count(member where counted and isMinor)'),
  household(
    'elderPersons',
    '60周岁以上老年人数',
    'persons',
    'count(member where counted and ageYears >= 60 years)',
  ),
  household(
    'studentPersons',
    '在校学生人数',
    'persons',
    `count(member where counted
      and studentLevel in ('preschool', 'compulsory', 'senior', 'college', 'undergraduate'))`,
  ),
  household(
    'ablePersons',
    '有劳动能力人数',
    'persons',
    `count(member where counted and labourCapacity = 'full')`,
  ),
  household(
    'partlyAblePersons',
    '部分丧失劳动能力人数',
    'persons',
    `count(member where counted and labourCapacity = 'partial')`,
  ),
];
