import { formatDate } from '../../kernel/local-date.ts';
import type { Figure } from '../../modules/standards/contract.ts';
import { figureOf, type PlaceWords } from '../../modules/standards/figure.ts';
import { procedureFigure } from '../../modules/standards/procedure-figure.ts';
import { findDeclared } from '../../rules/policy-check/declared.ts';
import type { LaidDown, PolicyChange } from '../../rules/policy-check/policy-diff.ts';

const SIDE = { urban: '城市', rural: '农村' } as const;

/** One change in Chinese: old → new with the documents, tables row by row. */
export function changeText(change: PolicyChange, words: PlaceWords): string {
  const { parameter, title, residence, old, new: now } = change;
  const side = residence ? ` ${SIDE[residence]}` : '';
  return [
    `${title}（${parameter}）${side}`,
    ...valueLines(change, words).map((line) => `  ${line}`),
    ...(old ? [`  原：${fromText(old)}`] : []),
    ...(now ? [`  新：${fromText(now)}`] : []),
  ].join('\n');
}

function valueLines({ parameter, old, new: now }: PolicyChange, words: PlaceWords): string[] {
  const [before, after] = [old, now].map((laid) =>
    laid ? figure(parameter, laid.value, words) : null,
  );
  if (!before || !after || !old || !now) {
    const found = before ?? after;
    const lines = found ? [found.text, ...rowLines(null, found)] : [];
    return [...(after ? ['原来没有规定，现在：'] : ['现在没有规定，原来：']), ...lines.map(indent)];
  }
  if (JSON.stringify(old.value) === JSON.stringify(now.value)) {
    return [`${before.text}，值没有变，依据或者期间变了`];
  }
  const rows = rowLines(before, after);
  const isSameText = before.text === after.text && rows.length > 0;
  const growth = growthText(parameter, old.value, now.value);
  return [...(isSameText ? [] : [`${before.text} → ${after.text}${growth}`]), ...rows];
}

function indent(line: string): string {
  return `  ${line}`;
}

function figure(name: string, value: unknown, words: PlaceWords): Figure {
  const ofFrame = findDeclared(name)?.ofFrame;
  return ofFrame ? figureOf(ofFrame, value, words) : procedureFigure(name, value);
}

/** How much more or less, in the unit of the figure and as a share of the old one. */
function growthText(parameter: string, old: unknown, now: unknown): string {
  if (typeof old !== 'number' || typeof now !== 'number' || old === 0) return '';
  const difference = figure(parameter, Math.abs(now - old), {}).text;
  const percent = Math.abs((now / old - 1) * 100).toFixed(1);
  return `（${now > old ? '增加' : '减少'} ${difference}，${percent}%）`;
}

type Row = readonly string[];

/** Rows told by their first cell: what each other cell was and is, rows that came and rows that went. */
function rowLines(before: Figure | null, after: Figure): string[] {
  const [old, now] = [rowsOf(before), rowsOf(after)];
  const head = after.table?.head ?? before?.table?.head ?? [];
  const changed = [...now].flatMap(([key, row]) => {
    const was = old.get(key);
    if (!was) return [`${before ? '新增' : ''}“${row[0]}”：${cellsText(head, row)}`];
    return row.flatMap((cell, index) =>
      index > 0 && cell !== was[index]
        ? [`“${row[0]}”${head[index] ?? ''}：${was[index] ?? '—'} → ${cell}`]
        : [],
    );
  });
  const gone = [...old].filter(([key]) => !now.has(key));
  return [...changed, ...gone.map(([, row]) => `删去“${row[0]}”：${cellsText(head, row)}`)];
}

function rowsOf(figure: Figure | null): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const row of figure?.table?.rows ?? []) {
    const [title = ''] = row;
    const count = [...rows.values()].filter(([other]) => other === title).length;
    rows.set(`${title} ${count}`, row);
  }
  return rows;
}

function cellsText(head: Row, row: Row): string {
  return row
    .map((cell, index) => (index === 0 ? '' : `${head[index] ?? ''} ${cell}`))
    .filter((text) => text !== '')
    .join('；');
}

function fromText(laid: LaidDown): string {
  const document = laid.document === null ? '（没有文号）' : ` ${laid.document}`;
  const until = laid.until === null ? '' : `至${formatDate(laid.until)}`;
  const standIn = laid.unknownLocally ? '【本地规定未查到，暂用】' : '';
  return (
    `${laid.placeName} ${laid.documentTitle}${document}，${formatDate(laid.effective)}起${until}执行，` +
    `${formatDate(laid.known)}公布${standIn}`
  );
}
