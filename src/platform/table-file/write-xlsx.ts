import { writeXlsx as writeWorkbook } from 'hucre/xlsx';

const WIDTH_CHARACTERS = 22;

/** One sheet of a workbook. A text stays a text, a figure can be added up. */
export type Sheet = {
  readonly name: string;
  readonly heading: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
};

/**
 * One sheet of texts as XLSX. Every cell is written as text, so that an ID number keeps its last digits and a text
 * that begins with = + - or @ stays what it is.
 */
export async function writeXlsx(
  name: string,
  heading: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> {
  return writeSheets([{ name, heading, rows }]);
}

/** Several sheets; texts are written as in `writeXlsx`. Figures under a heading in yuan show two decimals. */
export async function writeSheets(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return writeWorkbook({
    sheets: sheets.map(({ name, heading, rows }) => ({
      name,
      columns: heading.map((_, index) => ({
        width: WIDTH_CHARACTERS,
        ...formatOf(heading[index] ?? '', holdsFigures(rows, index)),
      })),
      rows: [[...heading], ...rows.map((row) => [...row])],
      freezePane: { rows: 1 },
    })),
  });
}

function formatOf(heading: string, hasFigures: boolean): { numFmt?: string } {
  if (!hasFigures) return { numFmt: '@' };
  return heading.includes('（元') ? { numFmt: '#,##0.00' } : {};
}

function holdsFigures(rows: Sheet['rows'], index: number): boolean {
  return rows.some((row) => typeof row[index] === 'number');
}
