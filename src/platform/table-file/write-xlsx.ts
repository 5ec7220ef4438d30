import { writeXlsx as writeWorkbook } from 'hucre/xlsx';

const WIDTH_CHARACTERS = 22;

/**
 * One sheet of texts as XLSX. Every cell is written as text, so that an ID number keeps its last digits and a text
 * that begins with = + - or @ stays what it is.
 */
export async function writeXlsx(
  name: string,
  heading: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> {
  return writeWorkbook({
    sheets: [
      {
        name,
        columns: heading.map(() => ({ width: WIDTH_CHARACTERS, numFmt: '@' })),
        rows: [heading, ...rows].map((row) => [...row]),
        freezePane: { rows: 1 },
      },
    ],
  });
}
