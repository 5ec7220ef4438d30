import { describe, expect, it } from 'vitest';
import { titleWords } from './subsidy-words.ts';

describe('价格补贴的名称', () => {
  it('同一文号拟定的几项，按对象和月份分得清', () => {
    const document = '演民发〔2026〕3号';
    const titles = [
      titleWords({ document, schemes: ['dibao'], from: '2026-03', until: '2026-03' }),
      titleWords({ document, schemes: ['dibao', 'tekun'], from: '2026-04', until: '2026-06' }),
    ];
    expect(titles).toEqual([
      '低保 2026-03 演民发〔2026〕3号',
      '低保、特困人员 2026-04 至 2026-06 演民发〔2026〕3号',
    ]);
  });
});
