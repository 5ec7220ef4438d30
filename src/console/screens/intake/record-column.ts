import * as code from '../../../rules/code-list.ts';
import type { LedgerColumn } from '../../../ui/ledger/ledger-column.ts';
import { type ColumnSetting, optionsOf } from './column-setting.ts';
import type { IntakeForm } from './intake-form.ts';
import type { ExitRow, ReliefRow } from './intake-row.ts';

export const residenceColumn: LedgerColumn<IntakeForm> = {
  key: 'residence',
  title: '城乡属性',
  kind: 'code',
  options: optionsOf(code.RESIDENCE),
};

/**
 * What may rule a family out whatever it owns: asked with the property. What the place does not ask is there
 * all the same once the record says something about it, so that nothing is sent or kept unseen.
 */
export function householdColumns(
  setting: ColumnSetting,
  record: object,
): readonly LedgerColumn<IntakeForm>[] {
  const { hardshipClasses, asksConsumption } = setting;
  const held: Readonly<Record<string, unknown>> = { ...record };
  const asked = (columns: readonly LedgerColumn<IntakeForm>[], isAsked: boolean) =>
    columns.filter(({ key }) => isAsked || (held[key] ?? null) !== null);
  return [
    { key: 'hiresOthers', title: '雇用他人从事经营', kind: 'yes-no' },
    { key: 'highFeeEducation', title: '自费留学、读高收费学校', kind: 'yes-no' },
    ...asked(consumptionColumns, asksConsumption),
    ...asked([hardshipColumn(hardshipClasses)], hardshipClasses.length > 0),
  ];
}

const consumptionColumns: readonly LedgerColumn<IntakeForm>[] = [
  { key: 'usesVehicles', title: '经常使用机动车辆、船舶、工程机械', kind: 'yes-no' },
  { key: 'utilitiesMonthly', title: '月均水电燃气、通讯和物业费', kind: 'money', unit: '元/月' },
  { key: 'extraConsumption', title: '近半年非生活必需的消费', kind: 'money' },
];

function hardshipColumn(options: ColumnSetting['hardshipClasses']): LedgerColumn<IntakeForm> {
  return { key: 'hardshipClass', title: '评定的困难类别', kind: 'code', options };
}

export const reliefKind: LedgerColumn<ReliefRow> = {
  key: 'kind',
  title: '遇到的突发困难',
  kind: 'code',
  options: optionsOf(code.RELIEF_KIND),
};

/** What 临时救助 is asked for, once there is a sudden difficulty. */
export const reliefColumns: readonly LedgerColumn<ReliefRow>[] = [
  { key: 'cause', title: '困难的原因', kind: 'code', options: optionsOf(code.RELIEF_CAUSE) },
  { key: 'severity', title: '困难的程度', kind: 'code', options: optionsOf(code.RELIEF_SEVERITY) },
  { key: 'persons', title: '需要救助的人数', kind: 'number', unit: '人', least: 1, most: 99 },
  { key: 'loss', title: '损失或者自付的金额', kind: 'money' },
  { key: 'months', title: '困难持续的月数', kind: 'number', unit: '个月', most: 60 },
  { key: 'days', title: '困难持续的天数', kind: 'number', unit: '天', most: 1800 },
];

/** Asked where the family has had 临时救助 before. */
export const repeatColumn: LedgerColumn<ReliefRow> = {
  key: 'repeatJustified',
  title: '同一事由再次申请有正当理由',
  kind: 'yes-no',
};

/** Gradual exit: asked of a family in 低保 whose income has risen above the line. */
export const exitColumns: readonly LedgerColumn<ExitRow>[] = [
  {
    key: 'reason',
    title: '收入超过标准的原因',
    kind: 'code',
    options: optionsOf(code.EXIT_REASON),
  },
  { key: 'since', title: '收入超过标准的起始日期', kind: 'date' },
  { key: 'formerAmount', title: '原来的每月低保金', kind: 'money', unit: '元/月' },
];
