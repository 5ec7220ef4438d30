import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { refuseTable, type Table, type TableRefusal, USUAL_LIMIT } from './table.ts';

/**
 * Reads a CSV or XLSX somebody uploaded. What the file is, is judged by its content; when the name says something
 * else the file is refused, because then nobody knows what it is. Never throws on bad content.
 */
export async function readTable(
  bytes: Uint8Array,
  name: string,
  limit = USUAL_LIMIT,
): Promise<Table | TableRefusal> {
  if (bytes.length === 0) return refuseTable('文件是空的，请重新选择。');
  const claimed = name.toLowerCase().split('.').at(-1) ?? '';
  if (claimed === 'xls') {
    return refuseTable('不能接收旧的 XLS 格式，请在 Excel 里另存为 XLSX 后再导入。');
  }
  if (claimed !== 'csv' && claimed !== 'xlsx') {
    return refuseTable('只能导入 CSV 或 XLSX 文件，请选择正确的文件。');
  }
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (claimed === 'xlsx') {
    if (!isZip) return refuseTable('文件名是 XLSX，内容却不是，不能接收。请重新导出。');
    return readXlsx(bytes, limit);
  }
  if (isZip) return refuseTable('文件名是 CSV，内容却是别的格式，不能接收。请重新导出。');
  return readCsv(bytes, limit);
}
