import { ageOn, type LocalDate } from '../../../kernel/local-date.ts';
import * as code from '../../../rules/code-list.ts';
import type { FollowUp, LedgerColumn } from '../../../ui/ledger/ledger-column.ts';
import { activityOptions, type ColumnSetting, type Columns, optionsOf } from './column-setting.ts';
import type { MemberRow } from './intake-row.ts';

/** 之妻 is a woman, 之子 a man: what a relation says about the rest of the line. */
export function filledByRelation(row: MemberRow): Partial<MemberRow> {
  if (row.relation === 'self') return { livesTogether: 'yes' };
  const near = row.relation !== null && row.relation !== 'not-supported';
  return near && row.statutorySupport === null ? { statutorySupport: 'yes' } : {};
}

/** Who they are. */
export const identityColumns: readonly LedgerColumn<MemberRow>[] = [
  { key: 'name', title: '姓名', kind: 'text', required: true },
  {
    key: 'relation',
    title: '与申请人关系',
    kind: 'code',
    width: 9,
    required: true,
    options: optionsOf(code.RELATION),
    fills: filledByRelation,
  },
  {
    key: 'idNumber',
    title: '身份证号',
    kind: 'id-number',
    width: 13,
    onRead: ({ birth, sex }) => ({ birth, sex }),
  },
  { key: 'birth', title: '出生日期', kind: 'date', width: 8, required: true },
  {
    key: 'sex',
    title: '性别',
    kind: 'code',
    width: 4,
    options: optionsOf(code.SEX),
    required: true,
  },
  { key: 'phone', title: '电话', kind: 'text', width: 9 },
  { key: 'livesTogether', title: '共同居住', kind: 'yes-no', width: 6 },
  {
    key: 'livesTogetherMonths',
    title: '同住月数',
    kind: 'number',
    unit: '月',
    decimals: 0,
    width: 6,
    most: 1500,
  },
  {
    key: 'keptId',
    title: '已登记',
    kind: 'shown',
    width: 7,
    show: ({ keptId }) => (keptId ? `证件尾号 ${keptId.slice(-4)}` : ''),
  },
];

const conditions: readonly LedgerColumn<MemberRow>[] = [
  { key: 'name', title: '姓名', kind: 'shown', width: 4, show: ({ name }) => name || '未填姓名' },
  {
    key: 'studentLevel',
    title: '就学',
    kind: 'code',
    width: 6,
    options: optionsOf(code.STUDENT_LEVEL),
  },
  { key: 'studentFullTime', title: '全日制', kind: 'yes-no', width: 5 },
  {
    key: 'labourCapacity',
    title: '劳动能力',
    kind: 'code',
    width: 8,
    options: optionsOf(code.LABOUR_CAPACITY),
  },
  {
    key: 'employment',
    title: '就业',
    kind: 'code',
    width: 8,
    options: optionsOf(code.EMPLOYMENT),
  },
  {
    key: 'disabilityKind',
    title: '残疾',
    kind: 'code',
    width: 6,
    options: optionsOf(code.DISABILITY_KIND),
  },
  {
    key: 'disabilityGrade',
    title: '残疾等级',
    kind: 'number',
    unit: '级',
    decimals: 0,
    most: 4,
    width: 5,
  },
  { key: 'seriouslyIll', title: '重特大疾病', kind: 'yes-no', width: 6 },
  { key: 'canLiveIndependently', title: '成年子女能独立生活', kind: 'yes-no', width: 6 },
  { key: 'statutorySupport', title: '法定赡养扶养抚养', kind: 'yes-no', width: 6 },
  {
    key: 'specialStatus',
    title: '特定情形',
    kind: 'code',
    width: 9,
    options: optionsOf(code.SPECIAL_STATUS),
  },
  { key: 'clergyApartSince', title: '宗教教职人员离家起始', kind: 'date', width: 8 },
];

const OLD = 60;
const YOUNG = 16;
const ADULT = 18;

function isYounger({ birth }: Pick<MemberRow, 'birth'>, age: number, on: LocalDate): boolean {
  return birth !== null && ageOn(birth, on) < age;
}

/** Whether 特困 can be in question for somebody: old, a child, or disabled (S43 a.4, a.5). */
export function mayBeTekun(
  row: Pick<MemberRow, 'birth' | 'disabilityKind'>,
  on: LocalDate,
): boolean {
  const { birth, disabilityKind } = row;
  if (disabilityKind !== null && disabilityKind !== 'none') return true;
  return isYounger(row, YOUNG, on) || (birth !== null && ageOn(birth, on) >= OLD);
}

/** The six abilities of S43 a.21. */
export const abilities = [
  ['canEat', '自主吃饭'],
  ['canDress', '自主穿衣'],
  ['canGetUp', '自主上下床'],
  ['canToilet', '自主如厕'],
  ['canWalk', '室内自主行走'],
  ['canBathe', '自主洗澡'],
] as const;

/** What everybody is asked, and what only some are: work that is not to be found, 特困, 单人户. */
export function conditionColumns(setting: ColumnSetting): Columns<MemberRow> {
  const { on, weighsTekun, activities, personClasses } = setting;
  const isTekun = (row: MemberRow) => weighsTekun && mayBeTekun(row, on);
  const isChild = (row: MemberRow) => weighsTekun && isYounger(row, ADULT, on);
  const ofTekun = { when: isTekun, open: isTekun };
  const followUps: readonly FollowUp<MemberRow>[] = [
    {
      key: 'careMode',
      title: '供养方式',
      kind: 'code',
      options: optionsOf(code.CARE_MODE),
      ...ofTekun,
    },
    ...abilities.map(
      ([key, title]): FollowUp<MemberRow> => ({ key, title, kind: 'yes-no', ...ofTekun }),
    ),
    {
      key: 'orphanProgramme',
      title: '选择孤儿、事实无人抚养儿童保障',
      kind: 'yes-no',
      when: isChild,
      open: isChild,
    },
    {
      key: 'currentScheme',
      title: '现在享受的救助',
      kind: 'code',
      options: optionsOf(code.CURRENT_SCHEME),
    },
    {
      key: 'occupation',
      title: '从事的职业',
      kind: 'code',
      options: activityOptions(activities),
      when: ({ employment }) =>
        activities.length > 0 && (employment === 'employed' || employment === 'flexible'),
    },
    {
      key: 'cannotFindWork',
      title: '经查实确实无法就业',
      kind: 'yes-no',
      when: ({ employment }) =>
        employment === 'unemployed' || employment === 'registered-unemployed',
    },
    { key: 'chronicallyIll', title: '慢性病', kind: 'yes-no' },
    { key: 'specialHardship', title: '县级认定确有特殊困难', kind: 'yes-no' },
    {
      key: 'personClass',
      title: '当地规定的人员类别',
      kind: 'code',
      options: personClasses,
      when: () => personClasses.length > 0,
    },
  ];
  return { columns: conditions, followUps };
}
