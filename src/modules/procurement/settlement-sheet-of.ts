import { formatYuan } from '../../kernel/fen.ts';
import type { Sheet } from '../../platform/table-file/write-xlsx.ts';
import type { Settlement, SupplyTerms } from './supply-contract.ts';
import { taskTitles } from './task-kind.ts';

/** The sheet the county pays by: a line per accepted task, the sum in the last. Nobody's name is on it. */
export function settlementSheetOf(
  { number, supplier }: SupplyTerms,
  { lines, amount }: Settlement,
  nameOf: (code: string) => string,
): Sheet {
  return {
    name: '结算单',
    heading: ['合同编号', '服务单位', '乡镇（街道）', '服务', '验收日期', '金额（元）'],
    rows: [
      ...lines.map(({ township, kind, acceptedOn, price }) => [
        ...[number, supplier, nameOf(township), taskTitles[kind], acceptedOn, formatYuan(price)],
      ]),
      ['', '', '', '合计', `${lines.length} 项`, formatYuan(amount)],
    ],
  };
}
