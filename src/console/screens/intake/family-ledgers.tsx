import * as code from '../../../rules/code-list.ts';
import type { Option } from '../../../ui/field/code-select.tsx';
import { newKey } from '../../../ui/intent.ts';
import type { LedgerColumn } from '../../../ui/ledger/ledger-column.ts';
import { LedgerTable } from '../../../ui/ledger/ledger-table.tsx';
import type { FieldError } from '../../../ui/problem.ts';
import { blankMember, filledByRelation, type MemberRow } from './intake-form.ts';

export function optionsOf(list: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(list).map(([value, label]) => ({ value, label }));
}

const identity: readonly LedgerColumn<MemberRow>[] = [
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

/** Every column of a member, for telling a value in words. */
export const memberColumns: readonly LedgerColumn<MemberRow>[] = [...identity, ...conditions];

type FamilyLedgersProps = {
  readonly members: readonly MemberRow[];
  readonly onMembers: (change: (rows: readonly MemberRow[]) => readonly MemberRow[]) => void;
  readonly errors: readonly FieldError[];
};

/** The people, then what each can and cannot do: two ledgers over the same lines. */
export function FamilyLedgers({ members, onMembers, errors }: FamilyLedgersProps) {
  const shared = {
    rows: members,
    onRows: onMembers,
    newRow: () => blankMember(newKey()),
    nameOf: ({ name }: MemberRow) => name,
    errors,
  };
  return (
    <>
      <LedgerTable {...shared} name="members" title="家庭成员" columns={identity} />
      <h3>每名成员的情况</h3>
      <LedgerTable {...shared} name="conditions" title="成员情况" columns={conditions} />
    </>
  );
}
