import * as code from '../../../rules/code-list.ts';
import { newKey } from '../../../ui/intent.ts';
import type { LedgerColumn } from '../../../ui/ledger/ledger-column.ts';
import { LedgerTable } from '../../../ui/ledger/ledger-table.tsx';
import type { FieldError } from '../../../ui/problem.ts';
import { optionsOf } from './family-ledgers.tsx';
import type {
  AssetRow,
  IncomeRow,
  IntakeForm,
  ListName,
  SpendingRow,
  SupporterRow,
  TransferRow,
} from './intake-form.ts';

type Setting<Row> = {
  readonly title: string;
  readonly nothing: string;
  readonly columns: (form: IntakeForm) => readonly LedgerColumn<Row>[];
  readonly blank: Omit<Row, 'id'>;
};

const people = (form: IntakeForm) =>
  form.members.map(({ id, name }, index) => ({
    value: id,
    label: name || `第 ${index + 1} 名成员`,
  }));

const period = { key: 'period', title: '期间', kind: 'code', width: 7 } as const;

const incomes: Setting<IncomeRow> = {
  title: '收入',
  nothing: '家庭没有任何收入',
  blank: { member: null, kind: null, period: null, amount: null, costs: null },
  columns: (form) => [
    { key: 'member', title: '谁的', kind: 'code', width: 7, options: people(form), required: true },
    {
      key: 'kind',
      title: '种类',
      kind: 'code',
      width: 12,
      options: optionsOf(code.INCOME_KIND),
      required: true,
    },
    { ...period, options: optionsOf(code.PERIOD), required: true },
    { key: 'amount', title: '金额', kind: 'money', width: 8 },
    { key: 'costs', title: '必要成本', kind: 'money', width: 8 },
  ],
};

const transfersPaid: Setting<TransferRow> = {
  title: '付出的税费、保险和赡养费',
  nothing: '没有这类支出',
  blank: { member: null, kind: null, period: null, amount: null },
  columns: (form) => [
    { key: 'member', title: '谁付', kind: 'code', width: 7, options: people(form), required: true },
    {
      key: 'kind',
      title: '种类',
      kind: 'code',
      width: 12,
      options: optionsOf(code.TRANSFER_KIND),
      required: true,
    },
    { ...period, options: optionsOf(code.PERIOD), required: true },
    { key: 'amount', title: '金额', kind: 'money', width: 8 },
  ],
};

const assets: Setting<AssetRow> = {
  title: '财产',
  nothing: '家庭没有存款、房屋、车辆等财产',
  blank: {
    owner: null,
    kind: null,
    value: null,
    necessary: null,
    vehicleUse: null,
    houseKind: null,
    areaSquareMetres: null,
    acquiredOn: null,
    registeredCapital: null,
  },
  columns: (form) => [
    { key: 'owner', title: '谁的', kind: 'code', width: 7, options: people(form), required: true },
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
};

const supporters: Setting<SupporterRow> = {
  title: '家庭以外的赡养、抚养、扶养义务人',
  nothing: '没有家庭以外的义务人',
  blank: {
    supports: null,
    relation: null,
    familySize: null,
    familyMonthlyIncome: null,
    supportedPersons: null,
    agreedMonthly: null,
    actualMonthly: null,
    exemption: null,
  },
  columns: (form) => [
    {
      key: 'supports',
      title: '供养谁',
      kind: 'code',
      width: 7,
      options: people(form),
      required: true,
    },
    {
      key: 'relation',
      title: '是其',
      kind: 'code',
      width: 7,
      options: optionsOf(code.SUPPORTER_RELATION),
    },
    { key: 'familySize', title: '义务人家人口', kind: 'number', unit: '人', decimals: 0, width: 5 },
    { key: 'familyMonthlyIncome', title: '其家庭月收入', kind: 'money', width: 8 },
    {
      key: 'supportedPersons',
      title: '应供养人数',
      kind: 'number',
      unit: '人',
      decimals: 0,
      width: 5,
    },
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
};

const spendings: Setting<SpendingRow> = {
  title: '刚性支出',
  nothing: '没有大额医疗、教育等支出',
  blank: { member: null, kind: null, ownShare: null, aidReceived: null },
  columns: (form) => [
    { key: 'member', title: '谁的', kind: 'code', width: 7, options: people(form), required: true },
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
};

const settings = { incomes, transfersPaid, assets, supporters, spendings };

/** What a list is called and its columns, for telling a value in words. */
export function listOf(list: ListName, form: IntakeForm) {
  const { title, columns } = settings[list] as unknown as Setting<AnyRow>;
  return { title, columns: columns(form) };
}

type EconomyLedgerProps = {
  readonly list: ListName;
  readonly form: IntakeForm;
  readonly onForm: (change: (form: IntakeForm) => IntakeForm) => void;
  readonly errors: readonly FieldError[];
};

type AnyRow = { readonly id: string };

/** One list of the economy, with the answer "nothing" so that an empty list is not an unasked one. */
export function EconomyLedger({ list, form, onForm, errors }: EconomyLedgerProps) {
  const { title, nothing, columns, blank } = settings[list] as unknown as Setting<AnyRow>;
  const rows = form[list] as readonly AnyRow[];
  const isNothing = form.nothing.includes(list);
  const onRows = (change: (rows: readonly AnyRow[]) => readonly AnyRow[]) =>
    onForm((now) => ({
      ...now,
      [list]: change(now[list] as readonly AnyRow[]),
      nothing: now.nothing.filter((each) => each !== list),
    }));
  const onNothing = (checked: boolean) =>
    onForm((now) => ({
      ...now,
      nothing: checked ? [...now.nothing, list] : now.nothing.filter((each) => each !== list),
    }));
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {!isNothing && (
        <LedgerTable
          name={list}
          title={title}
          rows={rows}
          onRows={onRows}
          columns={columns(form)}
          newRow={() => ({ ...blank, id: newKey() })}
          errors={errors}
        />
      )}
      {rows.length === 0 && (
        <label className="ym-choice">
          <input
            type="checkbox"
            checked={isNothing}
            onChange={(event) => onNothing(event.target.checked)}
          />
          <span>{nothing}</span>
        </label>
      )}
    </section>
  );
}
