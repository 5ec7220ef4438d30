import {
  closeSync,
  existsSync,
  openSync,
  readSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { writeCsv } from 'hucre/csv';
import { type Fen, formatYuan } from '../../../kernel/fen.ts';
import type { Brief, SchemeBrief } from '../../../rules/brief.ts';
import { SCHEME, type Scheme, schemes } from '../../../rules/scheme.ts';
import { InputFault } from '../../io.ts';
import { OUTCOME } from '../officer-sheet.ts';

/** A decided household with its place in the input. */
export type BulkRow = {
  readonly line: number;
  readonly household: string | null;
  readonly brief: Brief;
};
export type BadRow = {
  readonly line: number;
  readonly household: string | null;
  readonly reasons: readonly string[];
};

export type OutputForm = 'jsonl' | 'csv';

export function formOf(path: string): OutputForm | null {
  if (/\.(jsonl|ndjson)$/i.test(path)) return 'jsonl';
  return /\.csv$/i.test(path) ? 'csv' : null;
}

/** Rows as they are written; '' for none. */
export function resultText(form: OutputForm, rows: readonly BulkRow[]): string {
  return form === 'csv' ? csvText(rows.map(cellsOfRow)) : jsonText(rows);
}

export function badText(form: OutputForm, rows: readonly BadRow[]): string {
  if (form === 'jsonl') return jsonText(rows);
  return csvText(rows.map(({ line, household, reasons }) => [line, household, reasons.join('；')]));
}

type Cell = string | number | null;

function jsonText(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

function csvText(rows: readonly (readonly Cell[])[], bom = false): string {
  if (rows.length === 0) return '';
  const text = writeCsv(
    rows.map((row) => [...row]),
    { escapeFormulae: true, bom },
  );
  return `${text}\r\n`;
}

/** A file results are appended to as they come. */
export type Output = {
  readonly write: (text: Uint8Array) => void;
  readonly close: () => void;
};

export function resultOutput(path: string, from: number | null): Output {
  return output(path, from, HEADING);
}

/** `结果.jsonl` → `结果.bad.jsonl`. */
export function badPath(path: string): string {
  return path.replace(/(\.[A-Za-z]+)$/, '.bad$1');
}

export function badOutput(path: string, from: number | null): Output {
  return output(badPath(path), from, ['行', '户', '原因']);
}

function output(path: string, from: number | null, heading: readonly string[]): Output {
  const isContinued = from !== null && existsSync(path);
  if (isContinued) truncateSync(path, endOfRows(path, from));
  const file = openSync(path, isContinued ? 'a' : 'w');
  if (formOf(path) === 'csv' && !isContinued) writeSync(file, csvText([heading], true));
  return {
    write: (text) => {
      for (let at = 0; at < text.length; ) at += writeSync(file, text, at);
    },
    close: () => closeSync(file),
  };
}

const TAIL = 1 << 20;
const LINE_END = 0x0a;

/** Where whole rows end; half a row is left where a run was interrupted. Refuses to write a household twice. */
function endOfRows(path: string, from: number): number {
  const { size } = statSync(path);
  const start = Math.max(0, size - TAIL);
  const bytes = Buffer.alloc(size - start);
  const file = openSync(path, 'r');
  readSync(file, bytes, 0, bytes.length, start);
  closeSync(file);
  const end = bytes.lastIndexOf(LINE_END) + 1;
  const rows = bytes.subarray(0, end).toString('utf8').trimEnd().split('\n');
  const last = lineOfRow(rows.at(-1) ?? '');
  if (last !== null && last >= from) {
    throw new InputFault(
      `${path} 已经写到输入的第 ${last} 行，从第 ${from} 行接着做会重复，请写 --from ${last + 1}`,
    );
  }
  return start + end;
}

/** The line a row says it comes from; null for a heading. */
function lineOfRow(row: string): number | null {
  const [, line] = /^(?:\{"line":)?(\d+)[,}]/.exec(row) ?? [];
  return line === undefined ? null : Number(line);
}

const PAYS = (scheme: Scheme) => scheme !== 'margin' && scheme !== 'rigid';

const HEADING = [
  '行',
  '户',
  '基准日',
  '共同生活家庭成员',
  '月人均收入（元）',
  '低保标准（元/人/月）',
  ...schemes.flatMap((scheme) => [
    SCHEME[scheme],
    ...(PAYS(scheme) ? [`${SCHEME[scheme]}金额（元）`] : []),
  ]),
  '单独享受的人员',
  '渐退金额（元/月）',
  '需要补充',
  '不能核算的原因',
];

function cellsOfRow({ line, household, brief }: BulkRow): Cell[] {
  const all = schemes.map((scheme) => [scheme, brief.schemes[scheme]] as const);
  const known = all.flatMap(([scheme, each]) =>
    'refused' in each ? [] : [[scheme, each] as const],
  );
  const persons = known.flatMap(([scheme, each]) =>
    each.persons.map(
      ({ member, amount }) =>
        `${member}：${scheme === 'tekun' ? '特困' : '单人户'} ${yuan(amount) ?? '金额待定'}`,
    ),
  );
  const missing = known.flatMap(([scheme, each]) =>
    each.missing.length === 0 ? [] : [`${SCHEME[scheme]}：${each.missing.join('、')}`],
  );
  const refused = all.flatMap(([scheme, each]) =>
    'refused' in each ? [`${SCHEME[scheme]}：${each.refused}`] : [],
  );
  const exit = known.find(([, each]) => each.exit !== null)?.[1].exit ?? null;
  return [
    line,
    household,
    brief.on,
    brief.householdSize,
    yuan(brief.perCapita),
    yuan(brief.standard),
    ...all.flatMap(([scheme, each]) => [
      outcomeText(each),
      ...(PAYS(scheme) ? ['refused' in each ? null : yuan(each.amount)] : []),
    ]),
    persons.join('；'),
    yuan(exit),
    missing.join('；'),
    refused.join('；'),
  ];
}

function outcomeText(each: SchemeBrief): string {
  return 'refused' in each ? '不能核算' : OUTCOME[each.outcome];
}

/** "1052.00": for spreadsheets, which would take a comma for text. */
function yuan(amount: Fen | null): string | null {
  return amount === null ? null : formatYuan(amount).replaceAll(',', '');
}
