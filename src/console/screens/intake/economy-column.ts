import * as code from '../../../rules/code-list.ts';
import type { LedgerColumn } from '../../../ui/ledger/ledger-column.ts';
import { activityOptions, type ColumnSetting, type Columns, optionsOf } from './column-setting.ts';
import type {
  AssetRow,
  IncomeRow,
  PastReliefRow,
  SpendingRow,
  SupporterRow,
  TransferRow,
} from './intake-row.ts';

const period = {
  key: 'period',
  title: '期间',
  kind: 'code',
  width: 7,
  options: optionsOf(code.PERIOD),
  required: true,
} as const;

const whose = ({ people }: ColumnSetting, title: string) =>
  ({ title, kind: 'code', width: 7, options: people, required: true }) as const;

const BY_LABOUR: readonly unknown[] = ['wage', 'farming', 'breeding', 'business'];
const BY_NORM: readonly unknown[] = ['farming', 'breeding'];

export function incomeColumns(setting: ColumnSetting): Columns<IncomeRow> {
  const { activities } = setting;
  const isNorm = (row: IncomeRow) => row.basis === 'norm';
  const isOnce = (row: IncomeRow) => row.period === 'once-in-window';
  const hasRange = (row: IncomeRow) =>
    isNorm(row) && activities.some((each) => each.code === row.activity && each.low < each.high);
  return {
    columns: [
      { key: 'member', ...whose(setting, '谁的') },
      {
        key: 'kind',
        title: '种类',
        kind: 'code',
        width: 12,
        options: optionsOf(code.INCOME_KIND),
        required: true,
      },
      period,
      { key: 'amount', title: '金额', kind: 'money', width: 8 },
      { key: 'costs', title: '必要成本', kind: 'money', width: 8 },
    ],
    followUps: [
      {
        key: 'basis',
        title: '金额的来源',
        kind: 'code',
        options: optionsOf(code.INCOME_BASIS),
        required: true,
        when: ({ kind }) => BY_LABOUR.includes(kind),
        open: ({ kind }) => BY_NORM.includes(kind),
      },
      {
        key: 'activity',
        title: '种植、养殖或者职业',
        kind: 'code',
        options: activityOptions(activities),
        when: isNorm,
        open: isNorm,
      },
      {
        key: 'quantityHundredths',
        title: '数量（亩、头、人）',
        kind: 'number',
        inHundredths: true,
        when: isNorm,
        open: isNorm,
      },
      {
        key: 'normChosen',
        title: '幅度内选用的标准',
        kind: 'money',
        when: hasRange,
        open: hasRange,
      },
      { key: 'receivedOn', title: '取得日期', kind: 'date', when: isOnce, open: isOnce },
    ],
  };
}

export function transferColumns(setting: ColumnSetting): Columns<TransferRow> {
  return {
    columns: [
      { key: 'member', ...whose(setting, '谁付') },
      {
        key: 'kind',
        title: '种类',
        kind: 'code',
        width: 12,
        options: optionsOf(code.TRANSFER_KIND),
        required: true,
      },
      period,
      { key: 'amount', title: '金额', kind: 'money', width: 8 },
    ],
    followUps: [],
  };
}

export function assetColumns(setting: ColumnSetting): Columns<AssetRow> {
  return {
    columns: [
      { key: 'owner', ...whose(setting, '谁的') },
      {
        key: 'kind',
        title: '种类',
        kind: 'code',
        width: 8,
        options: optionsOf(code.ASSET_KIND),
        required: true,
      },
      { key: 'value', title: '价值', kind: 'money', width: 8 },
      { key: 'necessary', title: '生活生产必需', kind: 'yes-no', width: 6 },
      {
        key: 'vehicleUse',
        title: '车船用途',
        kind: 'code',
        width: 8,
        options: (row) => (row.kind === 'vehicle' ? optionsOf(code.VEHICLE_USE) : []),
      },
      {
        key: 'houseKind',
        title: '房屋性质',
        kind: 'code',
        width: 7,
        options: (row) => (row.kind === 'house' ? optionsOf(code.HOUSE_KIND) : []),
      },
      { key: 'areaSquareMetres', title: '面积', kind: 'number', unit: '㎡', decimals: 0, width: 6 },
      { key: 'acquiredOn', title: '取得日期', kind: 'date', width: 8 },
      { key: 'registeredCapital', title: '注册资本', kind: 'money', width: 8 },
    ],
    followUps: [],
  };
}

const persons = { kind: 'number', unit: '人', decimals: 0, width: 5 } as const;

export function supporterColumns(setting: ColumnSetting): Columns<SupporterRow> {
  return {
    columns: [
      { key: 'supports', ...whose(setting, '供养谁') },
      {
        key: 'relation',
        title: '是其',
        kind: 'code',
        width: 7,
        options: optionsOf(code.SUPPORTER_RELATION),
      },
      { key: 'familySize', title: '义务人家人口', ...persons },
      { key: 'familyMonthlyIncome', title: '其家庭月收入', kind: 'money', width: 8 },
      { key: 'supportedPersons', title: '应供养人数', ...persons },
      { key: 'agreedMonthly', title: '约定月给付', kind: 'money', width: 7 },
      { key: 'actualMonthly', title: '实际月给付', kind: 'money', width: 7 },
      {
        key: 'exemption',
        title: '免予计算',
        kind: 'code',
        width: 8,
        options: optionsOf(code.SUPPORTER_EXEMPTION),
      },
    ],
    followUps: [
      { key: 'birth', title: '义务人出生日期', kind: 'date' },
      { key: 'ownMonthlyIncome', title: '义务人本人月收入', kind: 'money' },
      { key: 'propertyWithinLimit', title: '财产符合低收入家庭规定', kind: 'yes-no' },
      { key: 'obligors', title: '共同承担义务的人数', ...persons },
      {
        key: 'residence',
        title: '义务人城乡属性',
        kind: 'code',
        options: optionsOf(code.RESIDENCE),
      },
      {
        key: 'disabilityKind',
        title: '义务人残疾',
        kind: 'code',
        options: optionsOf(code.DISABILITY_KIND),
      },
      {
        key: 'disabilityGrade',
        title: '残疾等级',
        kind: 'number',
        unit: '级',
        decimals: 0,
        most: 4,
      },
      { key: 'seriouslyIll', title: '义务人患重特大疾病', kind: 'yes-no' },
    ],
  };
}

export function spendingColumns(setting: ColumnSetting): Columns<SpendingRow> {
  return {
    columns: [
      { key: 'member', ...whose(setting, '谁的') },
      {
        key: 'kind',
        title: '种类',
        kind: 'code',
        width: 8,
        options: optionsOf(code.SPENDING_KIND),
        required: true,
      },
      { key: 'ownShare', title: '个人自付', kind: 'money', width: 8 },
      { key: 'aidReceived', title: '已获资助', kind: 'money', width: 8 },
    ],
    followUps: [
      {
        key: 'publicPrice',
        title: '同类公办学校的收费',
        kind: 'money',
        when: ({ kind }) => kind === 'education',
      },
    ],
  };
}

const causes = { kind: 'code', options: optionsOf(code.RELIEF_CAUSE) } as const;

const pastRelief: readonly LedgerColumn<PastReliefRow>[] = [
  { key: 'grantedOn', title: '给予日期', kind: 'date', width: 8 },
  { key: 'cause', title: '原因', ...causes, width: 10 },
  { key: 'amount', title: '金额', kind: 'money', width: 8 },
];

export function pastReliefColumns(): Columns<PastReliefRow> {
  return { columns: pastRelief, followUps: [] };
}
