import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { laterItems, type TitledEvent } from './later.ts';

const file = { hash: 'a'.repeat(64), name: '照片.jpg', mime: 'image/jpeg' };
const event = (
  of: TitledEvent['of'],
  type: string,
  title: string,
  on: string,
  data: unknown = {},
): TitledEvent => ({ of, type, title, on: localDate(on), data });

const events = [
  event('case', 'DecisionMade', '作出决定', '2026-03-17'),
  event('benefit', 'BenefitOpened', '列入救助对象名册', '2026-03-17'),
  event('case', 'FileArchived', '归档', '2026-03-18'),
  event('case', 'NoticeTakenDown', '撤下公示（公布）', '2026-03-26', { photo: file }),
  event('benefit', 'ReviewStarted', '开始定期核查', '2026-09-01'),
];

describe('最低档案要求 归档以后继续形成的材料', () => {
  it('归档前的审批记录已在目录里，归档后的按日期续在后面，带上文件', () => {
    expect(laterItems(events)).toEqual([
      { class: 'routine', title: '列入救助对象名册', on: '2026-03-17', files: [] },
      {
        class: 'approval',
        title: '撤下公示（公布）',
        on: '2026-03-26',
        files: [{ name: '照片.jpg', hash: file.hash }],
      },
      { class: 'routine', title: '开始定期核查', on: '2026-09-01', files: [] },
    ]);
  });
  it('还没有归档的没有续补', () => {
    expect(laterItems(events.filter(({ type }) => type !== 'FileArchived'))).toEqual([]);
  });
  it('补充归档的材料写明名称和材料日期', () => {
    const material = { title: '行政复议决定书', on: '2026-06-01', file };
    const added = event('case', 'MaterialAdded', '补充归档', '2026-06-03', { material });
    expect(laterItems([...events, added]).at(-1)).toMatchObject({
      title: '补充归档：行政复议决定书（2026-06-01）',
      on: '2026-06-03',
      files: [{ hash: file.hash }],
    });
  });
});
