import { describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { localDate } from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import * as decide from './decide.ts';
import { personSlot, type PersonState, type Post, type PostGrant } from './person.ts';
import { refusals } from './refusal.ts';
import type { Role } from './role.ts';

const county = placeCode('511702');
const township = placeCode('511702102');
const village = placeCode('511702102201');
const given = {
  now: instant(Date.parse('2026-03-02T09:00:00+08:00')),
  today: localDate('2026-03-02'),
  by: { person: 'security', name: '演', post: 'p', role: 'security-admin', area: county },
  personId: 'somebody',
};
const grant = (role: Role, area: string, postId = 'new'): PostGrant => ({
  postId,
  role,
  area: placeCode(area),
  from: localDate('2026-01-01'),
  to: null,
  basis: '任职通知',
});
const known: PersonState = { ...personSlot.initial, name: '甲演禾', loginName: 'jia' };
const holding = (...posts: Partial<Post>[]): PersonState => ({
  ...known,
  posts: posts.map((post, index) => ({
    ...grant('case-officer', township, `held-${index}`),
    standing: 'held',
    askedBy: 'system',
    ...post,
  })),
});

const refused = new Set<string>();
function refuses(
  answer: { ok: true } | { ok: false; refusal: { code: string } },
  code: keyof typeof refusals,
): void {
  refused.add(code);
  expect(answer).toMatchObject({ ok: false, refusal: { code } });
}

describe('GB/T 22239 8.1.4.1 · 一人一账号', () => {
  const command = { name: '甲演禾', loginName: 'jia' };
  it('登录名不重复的人可以建立账号', () => {
    const answer = decide.registerPerson(command, personSlot.initial, { loginNameTaken: false });
    expect(answer.ok).toBe(true);
    refuses(
      decide.registerPerson(command, personSlot.initial, { loginNameTaken: true }),
      'login-name-taken',
    );
    refuses(decide.registerPerson(command, known, { loginNameTaken: false }), 'person-exists');
  });

  it('没有账号的人没有口令和动态码可设', () => {
    const demo = { ...known, loginName: null };
    refuses(decide.setFirstPassword({}, demo), 'person-without-account');
    refuses(decide.resetSecondFactor({ reason: '手机遗失' }, demo), 'person-without-account');
    expect(decide.setFirstPassword({}, known).ok).toBe(true);
    expect(decide.resetSecondFactor({ reason: '手机遗失' }, known).ok).toBe(true);
  });
});

describe('GB/T 22239 8.1.5 · 岗位互斥', () => {
  it.each([
    ['system-admin', county, 'security-admin', county, 'administrator-with-other-role'],
    ['system-admin', county, 'audit-admin', county, 'administrator-with-other-role'],
    ['security-admin', county, 'audit-admin', county, 'administrator-with-other-role'],
    ['system-admin', county, 'aid-officer', county, 'administrator-with-other-role'],
    ['audit-admin', county, 'voter', township, 'administrator-with-other-role'],
    ['auditor', county, 'inspector', county, 'auditor-with-other-role'],
    ['auditor', county, 'chair', township, 'auditor-with-other-role'],
    ['window-clerk', township, 'verifier', county, 'township-and-county'],
    ['voter', township, 'county-leader', county, 'township-and-county'],
    ['fund-planner', county, 'fund-reviewer', county, 'fund-post-with-other-role'],
    ['fund-reviewer', county, 'finance', county, 'fund-post-with-other-role'],
    ['finance', county, 'aid-officer', county, 'fund-post-with-other-role'],
    ['fund-planner', county, 'case-officer', township, 'fund-post-with-other-role'],
  ] as const)('%s(%s)与 %s(%s)不能由一人担任', (one, at, other, there, code) => {
    const first = holding({ role: one, area: at });
    const second = holding({ role: other, area: there });
    refuses(decide.grantPost(grant(other, there), first, given), code);
    refuses(decide.grantPost(grant(one, at), second, given), code);
  });

  it('乡镇的两个岗位、县级的两个岗位可以由一人担任', () => {
    const clerk = holding({ role: 'window-clerk' });
    expect(decide.grantPost(grant('case-officer', township), clerk, given).ok).toBe(true);
    const officer = holding({ role: 'aid-officer', area: county });
    expect(decide.grantPost(grant('inspector', county), officer, given).ok).toBe(true);
  });

  it('已终止、已到期的岗位不再排斥', () => {
    const over = holding({ role: 'verifier', area: county, standing: 'ended' });
    expect(decide.grantPost(grant('voter', township), over, given).ok).toBe(true);
    const past = holding({ role: 'verifier', area: county, to: localDate('2026-03-01') });
    expect(decide.grantPost(grant('voter', township), past, given).ok).toBe(true);
    const today = holding({ role: 'verifier', area: county, to: localDate('2026-03-02') });
    refuses(decide.grantPost(grant('voter', township), today, given), 'township-and-county');
  });

  it('待批准的岗位同样排斥，批准时再查一次', () => {
    const asked = holding({ role: 'verifier', area: county, standing: 'asked' });
    refuses(decide.grantPost(grant('voter', township), asked, given), 'township-and-county');
    const both = holding(
      { role: 'verifier', area: county, standing: 'asked' },
      { role: 'voter', area: township, standing: 'held' },
    );
    refuses(decide.approvePost({ postId: 'held-0' }, both, given), 'township-and-county');
  });
});

describe('GB/T 22239 8.1.4.2 · 岗位的申请、批准和终止', () => {
  it('岗位和地方的级别要相符', () => {
    for (const [role, area] of [
      ['case-officer', county],
      ['case-officer', village],
      ['aid-officer', township],
    ] as const) {
      refuses(decide.grantPost(grant(role, area), known, given), 'role-not-at-this-level');
    }
    expect(decide.grantPost(grant('investigator', village), known, given).ok).toBe(true);
  });

  it('同一岗位不能提交两次，终止日期不能早于起始日期', () => {
    refuses(
      decide.grantPost(grant('case-officer', township, 'held-0'), holding({}), given),
      'post-exists',
    );
    const to = (text: string) => ({ ...grant('voter', township), to: localDate(text) });
    refuses(decide.grantPost(to('2025-12-31'), known, given), 'post-ends-before-it-begins');
    expect(decide.grantPost(to('2026-01-01'), known, given).ok).toBe(true);
  });

  it('由另一人批准后才能使用', () => {
    const asked = holding({ standing: 'asked' });
    expect(decide.approvePost({ postId: 'held-0' }, asked, given).ok).toBe(true);
    refuses(decide.approvePost({ postId: 'none' }, asked, given), 'no-such-post');
    refuses(decide.approvePost({ postId: 'held-0' }, holding({}), given), 'post-not-asked');
  });

  it('不能批准自己提交的，也不能批准给自己的', () => {
    const asked = holding({ standing: 'asked', askedBy: 'security' });
    refuses(decide.approvePost({ postId: 'held-0' }, asked, given), 'own-post-request');
    const own = { ...given, personId: 'security' };
    const other = holding({ standing: 'asked' });
    refuses(decide.approvePost({ postId: 'held-0' }, other, own), 'own-post-request');
  });

  it('不同意的没有生效，终止的不再有效', () => {
    const asked = holding({ standing: 'asked' });
    const reason = '不符合任职条件';
    expect(decide.declinePost({ postId: 'held-0', reason }, asked).ok).toBe(true);
    refuses(decide.declinePost({ postId: 'held-0', reason }, holding({})), 'post-not-asked');
    refuses(decide.declinePost({ postId: 'none', reason }, asked), 'no-such-post');
    expect(decide.endPost({ postId: 'held-0', reason }, holding({})).ok).toBe(true);
    refuses(decide.endPost({ postId: 'held-0', reason }, asked), 'post-not-held');
    refuses(decide.endPost({ postId: 'none', reason }, asked), 'no-such-post');
  });
});

describe('县买乡用 DL-11 · 第三方服务人员的账号', () => {
  const place = '511702999001';
  const engagement = { from: localDate('2026-01-01'), to: localDate('2026-12-31') };
  const worker = (to: string | null, from = '2026-01-01') => ({
    ...grant('supplier-worker', place),
    from: localDate(from),
    to: to === null ? null : localDate(to),
  });
  const within = { ...given, engagement };

  it('只在合同期限以内、写明终止日期，到合同末日可以、多一天不行', () => {
    const asks = (post: PostGrant, more: object = within) =>
      decide.grantPost(post, known, { ...given, ...more });
    expect(asks(worker('2026-12-31')).ok).toBe(true);
    refuses(asks(worker('2027-01-01')), 'worker-outside-contract');
    refuses(asks(worker(null)), 'worker-outside-contract');
    refuses(asks(worker('2026-12-31', '2025-12-31')), 'worker-outside-contract');
    refuses(asks(worker('2026-12-31'), { engagement: null }), 'worker-outside-contract');
    refuses(asks({ ...worker('2026-12-31'), area: county }), 'role-not-at-this-level');
  });

  it('批准时合同已经终止的，不能批准', () => {
    const asked = holding({ ...worker('2026-12-31'), standing: 'asked' });
    const approve = (more: object) =>
      decide.approvePost({ postId: 'new' }, asked, { ...given, ...more });
    refuses(approve({ engagement: null }), 'worker-outside-contract');
    expect(approve(within).ok).toBe(true);
  });

  it('不能兼任任何岗位；只看汇总的市级岗位也不能兼任', () => {
    refuses(decide.grantPost(worker('2026-12-31'), holding({}), within), 'worker-with-other-role');
    const city = grant('city-viewer', '511700');
    expect(decide.grantPost(city, known, given).ok).toBe(true);
    refuses(decide.grantPost(city, holding({}), given), 'city-with-other-role');
    for (const [role, area] of [
      ['city-viewer', county],
      ['aid-officer', '511700'],
    ] as const) {
      refuses(decide.grantPost(grant(role, area), known, given), 'role-not-at-this-level');
    }
  });
});

describe('本模块的每一种不予办理', () => {
  it('都有上面的一条规定', () => {
    expect([...refused].toSorted()).toEqual(Object.keys(refusals).toSorted());
  });
});
