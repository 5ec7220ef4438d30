import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../kernel/local-date.ts';
import { archiveClasses, type Leaving, retentionOf } from './retention.ts';

const decided = localDate('2026-03-17');
const today = localDate('2033-01-01');
const granted: Leaving = {
  outcome: 'grant',
  decidedOn: decided,
  closedOn: null,
  once: false,
  benefits: [{ endsOn: null }],
};
const refused: Leaving = { ...granted, outcome: 'refuse', benefits: [] };

describe('低保档案管理通知 保管期限', () => {
  it('享受救助期间不起算，多少年都不到期', () => {
    expect(retentionOf(granted, today)).toEqual({ startsOn: null, endsOn: null, isOver: false });
  });
  it('自退出之日起五年；最后一天还在期限内，第二天期满', () => {
    const left = { ...granted, benefits: [{ endsOn: localDate('2027-07-01') }] };
    const last = localDate('2032-07-01');
    expect(retentionOf(left, last)).toEqual({
      startsOn: localDate('2027-07-01'),
      endsOn: last,
      isOver: false,
    });
    expect(retentionOf(left, addDays(last, 1)).isOver).toBe(true);
  });
  it('决定将来停发的，到停发那天才起算', () => {
    const left = { ...granted, benefits: [{ endsOn: localDate('2027-07-01') }] };
    expect(retentionOf(left, localDate('2027-06-30')).startsOn).toBeNull();
    expect(retentionOf(left, localDate('2027-07-01')).startsOn).toBe('2027-07-01');
  });
  it('一户两人供养的，最后一人退出才起算', () => {
    const [one, other] = [localDate('2027-07-01'), localDate('2028-02-01')];
    const both = { ...granted, benefits: [{ endsOn: other }, { endsOn: one }] };
    expect(retentionOf(both, today).startsOn).toBe(other);
    const staying = { ...granted, benefits: [{ endsOn: one }, { endsOn: null }] };
    expect(retentionOf(staying, today).startsOn).toBeNull();
  });
  it('给予了却不在名册里的，不能当作已经退出', () => {
    expect(retentionOf({ ...granted, benefits: [] }, today).startsOn).toBeNull();
  });
  it('不予确认的、一次性救助的自决定之日起，终止办理的自终止之日起', () => {
    expect(retentionOf(refused, today).startsOn).toBe(decided);
    expect(retentionOf({ ...granted, once: true, benefits: [] }, today).startsOn).toBe(decided);
    const closedOn = localDate('2026-04-02');
    const closed = { ...refused, outcome: null, decidedOn: null, closedOn };
    expect(retentionOf(closed, today).startsOn).toBe(closedOn);
  });
  it('闰日退出的，五年后到二月底', () => {
    const left = { ...granted, benefits: [{ endsOn: localDate('2028-02-29') }] };
    expect(retentionOf(left, today).endsOn).toBe('2033-02-28');
  });
});

describe('低保档案管理通知 档案分类', () => {
  it('四类各有范围、期限和依据', () => {
    for (const { holds, kept, citation } of Object.values(archiveClasses)) {
      expect([holds, kept, citation.source].every((each) => each.length > 3)).toBe(true);
    }
    expect(archiveClasses.approval.citation.doubt).toContain('没有核实');
  });
});
