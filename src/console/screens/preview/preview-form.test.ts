import { describe, expect, it } from 'vitest';
import { fen } from '../../../kernel/fen.ts';
import { localDate } from '../../../kernel/local-date.ts';
import { startPreview, type TriedFigure } from '../../../modules/preview/contract.ts';
import { checkBody } from '../../../ui/use-command.ts';
import {
  blankPreview,
  bodyOf,
  isPreviewForm,
  lineRange,
  lineText,
  presentWords,
  type PreviewForm,
  suggestedTitle,
} from './preview-form.ts';

const day = localDate('2026-01-01');
const nothing = { title: '测算', from: null };
const standard: PreviewForm = { ...blankPreview, rural: fen(68_000), from: day };
const faultsOf = (form: PreviewForm, suggested: Parameters<typeof bodyOf>[1] = nothing) =>
  checkBody(startPreview, bodyOf(form, suggested)).map(({ path, message }) => `${path} ${message}`);

const figure: TriedFigure = {
  parameter: 'marginPercent',
  title: '低保边缘收入线（占低保标准%）',
  group: '低保边缘家庭',
  unit: '%',
  isMoney: false,
  least: 100,
  most: 1000,
  present: [{ residence: null, text: '150%', effective: '2021-07-01', document: '某文' }],
  later: [],
};

describe('新的测算填写的内容', () => {
  it('填全的可以送出；没有填的指到那一处，不把空着当作零', () => {
    expect(faultsOf(standard)).toEqual([]);
    expect(faultsOf({ ...standard, from: null })).toEqual([
      'change.from 请填写日期，例如 2026-07-01',
    ]);
    expect(faultsOf({ ...standard, rural: null })).toEqual(['change.urban 请至少填写一个新标准']);
    const other: PreviewForm = { ...blankPreview, kind: 'figure', from: day };
    expect(faultsOf(other)).toEqual([
      'change.parameter 请选择要调整的项目',
      'change.value 请填写新数值',
    ]);
    expect(faultsOf({ ...other, parameter: 'marginPercent', value: 200 })).toEqual([]);
    expect(faultsOf({ ...blankPreview, kind: 'file' }, { title: '文件', from: day })).toEqual([
      'change.text 请选择文件',
    ]);
  });

  it('最早的一天可以，前一天不可以', () => {
    expect(faultsOf({ ...standard, from: localDate('2021-07-01') })).toEqual([]);
    expect(faultsOf({ ...standard, from: localDate('2021-06-30') })).toEqual([
      'change.from 不能早于 2021-07-01，此前没有可以核算的规则',
    ]);
  });

  it('文件从最早改动的那天算起，自己写了日期的从其所写', () => {
    const file: PreviewForm = { ...blankPreview, kind: 'file', fileName: 'a.json', text: '{}' };
    const suggested = { title: '文件', from: localDate('2025-07-01') };
    expect(bodyOf(file, suggested).change.from).toBe('2025-07-01');
    expect(bodyOf({ ...file, fileFrom: day }, suggested).change.from).toBe(day);
  });

  it('没有起名的按内容起名，太长的截短', () => {
    expect(suggestedTitle(standard, undefined)).toBe(
      '低保标准 农村 680.00 元/人/月，2026年1月1日起',
    );
    expect(suggestedTitle(blankPreview, undefined)).toBe('低保标准');
    const other: PreviewForm = { ...blankPreview, kind: 'figure', value: 200, from: day };
    expect(suggestedTitle(other, figure)).toBe(
      '低保边缘收入线（占低保标准%） 200%，2026年1月1日起',
    );
    const months = { ...figure, title: '渐退期', unit: '个月' };
    expect(suggestedTitle({ ...other, value: 6 }, months)).toContain('渐退期 6 个月');
    expect(bodyOf(standard, { title: '长'.repeat(70), from: null }).title).toHaveLength(60);
    expect(bodyOf({ ...standard, title: ' 我的 ' }, nothing).title).toBe('我的');
  });

  it('不是这张表的草稿不取回', () => {
    expect(isPreviewForm(structuredClone(standard))).toBe(true);
    expect(isPreviewForm({ title: '旧的' })).toBe(false);
    expect(isPreviewForm(null)).toBe(false);
  });
});

describe('现行的和以后已经公布的', () => {
  it('城乡各写各的；以后公布的写明拟调整的算到哪天', () => {
    const both: TriedFigure = {
      ...figure,
      present: [
        { residence: 'urban', text: '788.00 元/人/月', effective: '2024-07-01', document: '甲' },
        { residence: 'rural', text: '580.00 元/人/月', effective: '2024-07-01', document: '甲' },
      ],
      later: [
        { residence: 'rural', text: '620.00 元/人/月', effective: '2025-07-01', document: '乙' },
      ],
    };
    expect(presentWords(both, 'urban')).toBe('现行 788.00 元/人/月');
    expect(presentWords(both, 'rural')).toBe(
      '现行 580.00 元/人/月；2025年7月1日起已经公布为 620.00 元/人/月，拟调整的只算到前一天',
    );
    expect(presentWords(both, null)).toContain('现行 城市 788.00 元/人/月，农村 580.00 元/人/月');
    expect(presentWords(figure, null)).toBe('现行 150%');
    expect(presentWords(undefined, null)).toBe('现在没有规定');
  });
});

describe('文件里的一行', () => {
  const text = '{\n  "place": "5117",\n}';
  it('从头到尾标出；越出首尾的标到首尾', () => {
    const marked = (line: number) => {
      const { from, to } = lineRange(text, line);
      return text.slice(from, to);
    };
    expect([1, 2, 3].map(marked)).toEqual(['{', '  "place": "5117",', '}']);
    expect([marked(0), marked(99)]).toEqual(['{', '}']);
  });

  it('摘录去掉缩进，六十字以内照抄，多一个字就截短', () => {
    expect(lineText(text, 2)).toBe('"place": "5117",');
    expect(lineText('字'.repeat(60), 1)).toBe('字'.repeat(60));
    expect(lineText('字'.repeat(61), 1)).toBe(`${'字'.repeat(60)}…`);
  });
});
