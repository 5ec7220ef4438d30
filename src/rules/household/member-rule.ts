import type { Rule } from '../language/declaration.ts';

const SEVEN = '《最低生活保障审核确认办法》（民发〔2021〕57号）第七条';

/** Why a person counts as a co-living member, or why not. The words are printed as the reason. */
export const MEMBER_GROUND = {
  'in-applicant': '申请人本人',
  'in-spouse': '申请人的配偶',
  'in-minor': '未成年子女',
  'in-student': '在校接受全日制本科及以下教育的成年子女',
  'in-dependent': '已成年但不能独立生活的子女',
  'in-supported': '有法定赡养、扶养、抚养义务关系并长期共同居住',
  'out-clergy': '连续三年以上（含三年）脱离家庭独立生活的宗教教职人员',
  'out-sentence': '在监狱内服刑',
  'out-treatment': '在强制隔离戒毒所内接受戒毒',
  'out-missing': '被宣告失踪',
  'out-provincial': '省级民政部门认定的其他不计入人员',
  'out-not-supported': '与家庭没有法定赡养、扶养、抚养义务关系',
  'out-apart': '没有长期共同居住',
} as const;

/** S57 a.7: who is one of the co-living family members. (1) counts, (2) takes out and goes first. */
export const memberRules: readonly Rule[] = [
  {
    name: 'ageYears',
    title: '周岁',
    level: 'member',
    type: 'years',
    formula: 'yearsBetween(birth, governingDay)',
    citation: { rule: 'DB-07a', source: `${SEVEN}第一款第二项；《民法典》第十七条` },
  },
  {
    name: 'isMinor',
    title: '未成年（未满18周岁）',
    level: 'member',
    type: 'yes/no',
    formula: 'ageYears < 18 years',
    citation: { rule: 'DB-07a', source: `${SEVEN}第一款第二项；《民法典》第十七条` },
  },
  {
    name: 'isFullTimeStudent',
    title: '在校接受全日制本科及以下教育',
    level: 'member',
    type: 'yes/no',
    formula: `if studentLevel in ('preschool', 'compulsory', 'senior', 'college', 'undergraduate')
      then studentFullTime else no`,
    citation: { rule: 'DB-07a', source: `${SEVEN}第一款第三项` },
  },
  {
    name: 'hasStatutorySupport',
    title: '有法定赡养、扶养、抚养义务关系',
    level: 'member',
    type: 'yes/no',
    formula: `relation in ('self', 'spouse', 'child', 'parent', 'other-supported')
      or (if relation in ('grandparent', 'grandchild', 'sibling', 'child-in-law', 'parent-in-law')
        then statutorySupport else no)`,
    citation: {
      rule: 'DB-07a',
      source: `${SEVEN}第一款第四项；《民法典》第二十六条、第一千零七十四条、第一千零七十五条`,
    },
  },
  {
    name: 'livesTogetherLong',
    title: '长期共同居住',
    level: 'member',
    type: 'yes/no',
    formula: 'if livesTogether then livesTogetherMonths >= longTermMonths else no',
    citation: {
      rule: 'DB-07a',
      source: `${SEVEN}第一款第四项`,
      doubt: '“长期”没有全国统一的月数，由地方规定',
    },
  },
  {
    name: 'clergyApart',
    title: '脱离家庭独立生活三年以上（含三年）的宗教教职人员',
    level: 'member',
    type: 'yes/no',
    formula: `if specialStatus = 'clergy'
      then yearsBetween(clergyApartSince, governingDay) >= 3 years else no`,
    citation: { rule: 'DB-07b', source: `${SEVEN}第二款第一项` },
  },
  {
    name: 'memberGround',
    title: '是否计入共同生活家庭成员的依据',
    level: 'member',
    type: 'code MEMBER_GROUND',
    formula: `if clergyApart then 'out-clergy'
      else if specialStatus = 'serving-sentence' then 'out-sentence'
      else if specialStatus = 'drug-treatment' then 'out-treatment'
      else if specialStatus = 'declared-missing' then 'out-missing'
      else if specialStatus in provincialExclusions then 'out-provincial'
      else if relation = 'self' then 'in-applicant'
      else if relation = 'spouse' then 'in-spouse'
      else if relation = 'child' and isMinor then 'in-minor'
      else if relation = 'child' and isFullTimeStudent then 'in-student'
      else if relation = 'child' and not canLiveIndependently then 'in-dependent'
      else if hasStatutorySupport and livesTogetherLong then 'in-supported'
      else if not hasStatutorySupport then 'out-not-supported'
      else 'out-apart'`,
    citation: { rule: 'DB-07', source: SEVEN },
  },
  {
    name: 'counted',
    title: '计入共同生活家庭成员',
    level: 'member',
    type: 'yes/no',
    formula: `memberGround in ('in-applicant', 'in-spouse', 'in-minor', 'in-student', 'in-dependent',
      'in-supported')`,
    citation: { rule: 'DB-07', source: SEVEN },
  },
  {
    name: 'householdSize',
    title: '共同生活家庭成员人数',
    level: 'household',
    type: 'persons',
    formula: 'count(member where counted)',
    citation: { rule: 'DB-07', source: SEVEN },
  },
];
