import { describe, expect, it } from 'vitest';
import { evidenceOf } from './evidence.ts';

const file = (hash: string) => ({ hash, name: `${hash}.jpg`, mime: 'image/jpeg' });

describe('办件的材料', () => {
  it('各环节的照片和扫描件都找得到，按办理先后排列', () => {
    const found = evidenceOf({
      publicity: { notices: [{ photo: file('c'), takenDown: { photo: file('d') } }] },
      investigation: { visits: [{ photos: [file('b')], signatures: [{ image: file('e') }] }] },
      intake: { checklist: [{ files: [file('a')] }], proxy: null },
    });
    expect(found.map(({ file: { hash }, part }) => [part, hash])).toEqual([
      ['申请材料', 'a'],
      ['入户调查', 'b'],
      ['入户调查', 'e'],
      ['公示', 'c'],
      ['公示', 'd'],
    ]);
  });

  it('同一份材料在一个环节里只列一次', () => {
    const found = evidenceOf({ intake: { one: file('a'), other: [file('a')] } });
    expect(found).toHaveLength(1);
  });
});
