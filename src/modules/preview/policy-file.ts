import type { LocalDate } from '../../kernel/local-date.ts';
import type { PlaceCode } from '../../kernel/place.ts';
import { readJsonText } from '../../platform/json-file/json-text.ts';
import { checkPolicy } from '../../rules/policy-check/check-policy.ts';
import { findDeclared } from '../../rules/policy-check/declared.ts';
import { changesOfFiles, type LaidDown } from '../../rules/policy-check/policy-diff.ts';
import { readRegionFile, type RegionFile } from '../../rules/region-file.ts';
import { figureOf, type PlaceWords, placeWords, procedureFigure } from '../standards/index.ts';
import { firstDifference, pathOf, type ReadJson } from './changed-region.ts';

export type FileFault = {
  readonly line: number;
  readonly column: number;
  readonly is: 'fault' | 'warning';
  readonly message: string;
};

export type FileChange = {
  readonly title: string;
  readonly residence: 'urban' | 'rural' | null;
  readonly effective: string;
  readonly old: string | null;
  readonly now: string | null;
};

export type CheckedFile = {
  readonly faults: readonly FileFault[];
  readonly changes: readonly FileChange[];
  readonly from: LocalDate | null;
};

type Where = { readonly county: PlaceCode; readonly readJson: ReadJson; readonly today: LocalDate };

/**
 * Checks a drafted locality file as `yimen policy check` does, in the county's own place among all files, and tells
 * what it changes. With a fault it cannot be computed with; warnings ask to look again.
 */
export function checkedFile(text: string, { county, readJson, today }: Where): CheckedFile {
  const { faults: unreadable, json } = readJsonText(text);
  const faults: FileFault[] = unreadable.map((each) => ({ ...each, is: 'fault' }));
  if (!json) return { faults, changes: [], from: null };
  const outside = outsideFault(json.value, county);
  if (outside) return { faults: [...faults, outside], changes: [], from: null };
  const path = pathOf(json.value, readJson);
  const asOf = { on: today, knownOn: today };
  const { faults: found } = checkPolicy([{ file: path, json: json.value }], readJson, asOf);
  for (const { is, message, ...target } of found)
    faults.push({ ...json.placeOf(target), is, message });
  if (faults.some(({ is }) => is === 'fault')) return { faults, changes: [], from: null };
  const from = firstDifference(json.value, readJson);
  return { faults, changes: changesIn(json.value, readJson(path)), from };
}

/** A file of the county, of what it lies in, or of a place within it. */
function outsideFault(json: unknown, county: PlaceCode): FileFault | null {
  const { place } = (json ?? {}) as { place?: unknown };
  const isPlace = typeof place === 'string' && /^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(place);
  const at = { line: 1, column: 1, is: 'fault' } as const;
  if (!isPlace) return { ...at, message: '文件没有写明是哪个地方的（place，区划代码）' };
  if (county.startsWith(place) || place.startsWith(county)) return null;
  return { ...at, message: `这份文件是区划代码 ${place} 的，不在本县执行，不能用来测算` };
}

function changesIn(drafted: unknown, present: unknown): FileChange[] {
  const [now, old] = [fileOf(drafted), fileOf(present)];
  if (!now) return [];
  const words = placeWords((name) => now.entries.find((each) => each.parameter === name)?.value);
  return changesOfFiles(old ?? { ...now, entries: [] }, now).map((each) => ({
    title: each.title,
    residence: each.residence,
    effective: each.new?.effective ?? each.old?.effective ?? '',
    old: laidText(each.parameter, each.old, words),
    now: laidText(each.parameter, each.new, words),
  }));
}

function fileOf(json: unknown): RegionFile | null {
  const read = json === undefined ? null : readRegionFile(json);
  return read?.ok ? read.file : null;
}

/** The value in one line; rows of a rule or a table as far as they make it. */
function laidText(parameter: string, laid: LaidDown | null, words: PlaceWords): string | null {
  if (!laid) return null;
  const ofFrame = findDeclared(parameter)?.ofFrame;
  const { text, table } = ofFrame
    ? figureOf(ofFrame, laid.value, words)
    : procedureFigure(parameter, laid.value);
  return table ? [text, ...table.rows.map((row) => row.join(' '))].join('；') : text;
}
