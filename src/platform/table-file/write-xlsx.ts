import { writeXlsx as writeWorkbook } from 'hucre/xlsx';

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
  mark?: string,
): Promise<Uint8Array> {
  return writeSheets([{ name, heading, rows }], mark);
}

/**
 * Several sheets; texts are written as in `writeXlsx`. Figures under a heading in yuan show two decimals; columns are as
 * wide as what stands in them, the heading is bold, over figures to the right, and stays in sight. `mark` says who took it out
 * and when: printed at the foot of each page and kept on a last sheet.
 */
export async function writeSheets(sheets: readonly Sheet[], mark?: string): Promise<Uint8Array> {
  const note: Sheet = { name: '导出说明', heading: ['导出说明'], rows: [[mark ?? '']] };
  return writeWorkbook({
    sheets: [...sheets, ...(mark === undefined ? [] : [note])].map(({ name, heading, rows }) => ({
      name,
      columns: heading.map((_, index) => ({
        width: widthOf(heading, rows, index),
        ...formatOf(heading[index] ?? '', holdsFigures(rows, index)),
      })),
      rows: [
        heading.map((title, index) => headOf(title, rows, index)),
        ...rows.map((row) => [...row]),
      ],
      cells: new Map(
        heading.map((_, index) => [
          `0,${index}`,
          {
            style: {
              ...{ font: { bold: true }, numFmt: '@' },
              ...(holdsFigures(rows, index)
                ? { alignment: { horizontal: 'right', wrapText: true } }
                : {}),
            },
          },
        ]),
      ),
      ...(heading.some((title, index) => isTwoLines(title, rows, index)) && {
        rowDefs: new Map([[0, { height: TWO_LINES_POINTS }]]),
      }),
      freezePane: { rows: 1 },
      ...(mark === undefined
        ? {}
        : { headerFooter: { oddFooter: `&C${mark.replaceAll('&', '&&')}` } }),
      pageSetup: {
        paperSize: 'a4',
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
      },
    })),
  });
}

const NARROWEST = 6;
const WIDEST = 60;
const LOOKED_AT = 500;
const TWO_LINES_POINTS = 31;

/**
 * Characters of a column; a Chinese character is two wide. The first rows tell enough. Over figures the unit goes
 * below its name, so that many of them fit a page.
 */
function widthOf(heading: readonly string[], rows: Sheet['rows'], index: number): number {
  const title = heading[index] ?? '';
  const texts = [
    ...headOf(title, rows, index).split('\n'),
    ...rows.slice(0, LOOKED_AT).map((row) => row[index] ?? ''),
  ];
  const widest = Math.max(...texts.map((each) => wideness(`${each}`)));
  return Math.min(Math.max(widest + 2, NARROWEST), WIDEST);
}

function isTwoLines(title: string, rows: Sheet['rows'], index: number): boolean {
  return holdsFigures(rows, index) && title.includes('（');
}

const headOf = (title: string, rows: Sheet['rows'], index: number) =>
  isTwoLines(title, rows, index) ? title.replace('（', '\n（') : title;

function wideness(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
}

function formatOf(heading: string, hasFigures: boolean): { numFmt?: string } {
  if (!hasFigures) return { numFmt: '@' };
  return heading.includes('（元') ? { numFmt: '#,##0.00' } : {};
}

function holdsFigures(rows: Sheet['rows'], index: number): boolean {
  return rows.some((row) => typeof row[index] === 'number');
}
