import type { Fen } from '../../../kernel/fen.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { TriedFigure } from '../../../modules/preview/contract.ts';
import type { Change } from '../../../modules/preview/preview.ts';
import { dayWords, moneyWords } from './preview-words.ts';

/** What is typed for a preview. The three ways stand side by side, so that changing one's mind loses nothing. */
export type PreviewForm = {
  readonly title: string;
  readonly kind: Change['kind'];
  readonly urban: Fen | null;
  readonly rural: Fen | null;
  readonly parameter: string | null;
  readonly value: number | null;
  /** From when a typed standard or figure would hold. */
  readonly from: LocalDate | null;
  readonly fileName: string;
  readonly text: string;
  /** From when a file is counted, where that is not the first day it changes something. */
  readonly fileFrom: LocalDate | null;
};

export const blankPreview: PreviewForm = {
  title: '',
  kind: 'standard',
  urban: null,
  rural: null,
  parameter: null,
  value: null,
  from: null,
  fileName: '',
  text: '',
  fileFrom: null,
};

export const kindTitles: Readonly<Record<Change['kind'], string>> = {
  standard: '低保标准',
  figure: '其他一项数值',
  file: '起草的地方文件',
};

/** A draft of an older form is not brought back. */
export function isPreviewForm(value: unknown): value is PreviewForm {
  if (typeof value !== 'object' || value === null) return false;
  return Object.keys(blankPreview).every((key) => key in value);
}

const LONGEST_TITLE = 60;

/** The command's body as far as it is typed; what is missing the contract names at its field. */
export function bodyOf(form: PreviewForm, suggested: { title: string; from: LocalDate | null }) {
  const { kind, urban, rural, parameter, value, fileName, text } = form;
  const from = (kind === 'file' ? (form.fileFrom ?? suggested.from) : form.from) ?? '';
  const change = {
    standard: { kind, urban, rural, from },
    figure: { kind, parameter, value, from },
    file: { kind, name: fileName, text, from },
  }[kind];
  const title = form.title.trim() || suggested.title.slice(0, LONGEST_TITLE);
  return { title, change: change as Change };
}

/** What the run is called when nobody gives it a name: `农村低保标准 680.00 元/人/月，2026年1月1日起`. */
export function suggestedTitle(form: PreviewForm, figure: TriedFigure | undefined): string {
  const since = form.from ? `，${dayWords(form.from)}起` : '';
  switch (form.kind) {
    case 'standard': {
      const sides = [
        ...(form.urban === null ? [] : [`城市 ${moneyWords(form.urban)}`]),
        ...(form.rural === null ? [] : [`农村 ${moneyWords(form.rural)}`]),
      ];
      const typed = sides.length > 0 ? ` ${sides.join('、')} 元/人/月` : '';
      return `低保标准${typed}${since}`;
    }
    case 'figure':
      return `${figure?.title ?? '数值'} ${valueWords(form.value, figure)}${since}`;
    case 'file':
      return `地方文件 ${form.fileName || '（粘贴的内容）'}`;
  }
}

function valueWords(value: number | null, figure: TriedFigure | undefined): string {
  if (value === null) return '';
  const written = figure?.isMoney ? moneyWords(value) : String(value);
  const unit = figure?.unit ?? '';
  return unit === '' || unit === '%' ? `${written}${unit}` : `${written} ${unit}`;
}

/** What holds on the day, and what is laid down for later, as one hint under a field. */
export function presentWords(
  figure: TriedFigure | undefined,
  residence: 'urban' | 'rural' | null,
): string {
  const isOf = (each: { readonly residence: 'urban' | 'rural' | null }) =>
    residence === null || each.residence === null || each.residence === residence;
  const sides = { urban: '城市 ', rural: '农村 ' };
  const words = (each: TriedFigure['present'][number]) =>
    `${residence === null && each.residence ? sides[each.residence] : ''}${each.text}`;
  const present = (figure?.present ?? []).filter(isOf);
  const [later] = (figure?.later ?? []).filter(isOf);
  const now = present.length === 0 ? '现在没有规定' : `现行 ${present.map(words).join('，')}`;
  if (!later) return now;
  return `${now}；${dayWords(later.effective)}起已经公布为 ${later.text}，拟调整的只算到前一天`;
}

/** Where a line begins and ends in a text, to mark it there; line 1 is the first. */
export function lineRange(text: string, line: number): { from: number; to: number } {
  const lines = text.split('\n');
  const at = Math.min(Math.max(line, 1), lines.length) - 1;
  const from = lines.slice(0, at).reduce((sum, each) => sum + each.length + 1, 0);
  return { from, to: from + (lines[at]?.length ?? 0) };
}

const LONGEST_QUOTE = 60;

/** What stands in a line, short enough for a table. */
export function lineText(text: string, line: number): string {
  const { from, to } = lineRange(text, line);
  const quoted = text.slice(from, to).trim();
  return quoted.length > LONGEST_QUOTE ? `${quoted.slice(0, LONGEST_QUOTE)}…` : quoted;
}
