import { describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { localDate, type Month } from '../../kernel/local-date.ts';
import type { Decision } from '../../kernel/outcome.ts';
import { placeCode } from '../../kernel/place.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import { commitmentOf } from './cbs.ts';
import {
  commitSecret,
  drawSample,
  freezeFrame,
  isBeacon,
  publishDraw,
  revealSecret,
  typeBeacon,
} from './decide.ts';
import { type DrawEvent, drawSlot, type DrawState, type Party, type Strength } from './draw.ts';
import { phaseOf, proofOf } from './proof.ts';
import { type DrawRefusal, refusals } from './refusal.ts';
import { verifyDraw } from './verify-draw.ts';

const APRIL = localDate('2026-04-01');
const NOW = instant(Date.parse('2026-04-01T09:00:00+08:00'));
const LATER = instant(NOW + 24 * 3_600_000);
const BEACON = 'ssq:2026038:03,09,14,21,27,33+08';
const file = { hash: 'a'.repeat(64), name: '承诺单.jpg', mime: 'image/jpeg' };

const by = (role: string, person: string = role) => ({
  by: { person, name: '演甲', post: '', role, area: placeCode('511702') },
});
const tested = new Set<string>();
const codeOf = (decision: Decision<DrawEvent>) => {
  if (!decision.ok) tested.add(decision.refusal.code);
  return decision.ok ? null : decision.refusal.code;
};
const after = (state: DrawState, decision: Decision<DrawEvent>, actor = ''): DrawState => {
  if (!decision.ok) throw new Error(decision.refusal.code);
  const meta = { seq: 1, actor, post: '', occurredOn: APRIL, recordedAt: NOW };
  return decision.events.reduce((now, event) => evolveSlot(drawSlot, now, event, meta), state);
};

const cases = Array.from({ length: 7 }, (_, at) => ({
  ...{ ref: `511702-2026-00000${at}`, caseId: `case-${at}`, stratum: '511702102|dibao' },
  ...{ decision: String(at).repeat(64), forced: at === 0 ? 'KIN' : '' },
}));
const freezeGiven = (strength: Strength = 'three-party-beacon') => ({
  ...{ now: NOW, today: APRIL, county: '511702', period: '2026-03' as Month, percent: 30 },
  ...{ strength, blind: '0'.repeat(64), cases },
});
const none = drawSlot.initial;
const frozen = after(none, freezeFrame({ beacon: 'ssq' }, none, freezeGiven()));

const ROLE: { readonly [P in Party]: string } = {
  'county-civil-affairs': 'county-leader',
  'county-discipline': 'auditor',
  'city-civil-affairs': 'inspector',
};
const parties = Object.keys(ROLE) as Party[];
const secretOf = (party: Party) => String(parties.indexOf(party) + 1).repeat(64);
const commit = (state: DrawState, party: Party, person: string = ROLE[party], letter = file) => {
  const about = { period: '2026-03', county: '511702' };
  const commitment = commitmentOf({ party, secret: secretOf(party) }, about);
  return commitSecret({ party, commitment, letter }, state, by(ROLE[party], person));
};
const committed = parties.reduce(
  (state, party) => after(state, commit(state, party), ROLE[party]),
  frozen,
);
const type = (state: DrawState, person: string, from: string, value = BEACON, now = LATER) =>
  typeBeacon({ value, from }, state, { ...by('inspector', person), now });
const one = after(committed, type(committed, 'one', '报纸'), 'one');
const agreed = after(one, type(one, 'two', '网站'), 'two');
const reveal = (state: DrawState, party: Party, secret = secretOf(party)) =>
  revealSecret(
    { party, secret, openedFrom: 'party', reason: '', proof: null },
    state,
    by(ROLE[party]),
  );
const revealed = parties.reduce(
  (state, party) => after(state, reveal(state, party), ROLE[party]),
  agreed,
);
const drawn = after(revealed, drawSample({}, revealed));
const results = (outcome: 'agrees' | 'unreachable' = 'agrees') =>
  new Map(cases.map(({ ref }) => [ref, outcome] as const));

describe('DL-13：冻结名单', () => {
  it('月末以后才能冻结，一个月只冻结一次', () => {
    const early = { ...freezeGiven(), today: localDate('2026-03-31') };
    expect(codeOf(freezeFrame({ beacon: 'ssq' }, none, early))).toBe('draw-too-early');
    expect(codeOf(freezeFrame({ beacon: 'ssq' }, frozen, freezeGiven()))).toBe('draw-exists');
    expect(frozen.frozen).toMatchObject({
      beaconId: 'ssq-first-after:2026-04-02T09:00+08:00',
      parties,
    });
  });
  it('两方密数只在当地规定时可用，并且写明较弱', () => {
    expect(codeOf(freezeFrame({ beacon: 'none' }, none, freezeGiven()))).toBe(
      'draw-setting-differs',
    );
    const two = after(none, freezeFrame({ beacon: 'none' }, none, freezeGiven('two-party')));
    expect(two.frozen?.parties).toEqual(['county-civil-affairs', 'county-discipline']);
    expect(codeOf(commit(two, 'city-civil-affairs'))).toBe('draw-party-unknown');
    const both = (['county-civil-affairs', 'county-discipline'] as const).reduce(
      (state, party) => after(state, commit(state, party), ROLE[party]),
      two,
    );
    expect(codeOf(type(both, 'one', '报纸'))).toBe('draw-no-beacon');
    expect(codeOf(reveal(both, 'county-discipline'))).toBeNull();
  });
});

describe('DL-13：承诺、号码、密数', () => {
  it('每一方由自己的人、一个人只代表一方、只承诺一次；市里的要有承诺单', () => {
    expect(codeOf(commit(none, 'county-discipline'))).toBe('draw-not-frozen');
    const { commitment } = committed.commitments[0] ?? { commitment: '' };
    const command = { party: 'county-discipline', commitment, letter: null } as const;
    expect(codeOf(commitSecret(command, frozen, by('inspector')))).toBe('draw-party-not-yours');
    const first = after(frozen, commit(frozen, 'county-discipline', 'same'), 'same');
    expect(codeOf(commit(first, 'county-civil-affairs', 'same'))).toBe('draw-party-same-person');
    expect(codeOf(commit(first, 'county-discipline'))).toBe('draw-already-committed');
    const city = { ...command, party: 'city-civil-affairs' } as const;
    expect(codeOf(commitSecret(city, frozen, by('inspector')))).toBe('draw-letter-missing');
  });
  it('各方都承诺以后、约定时间到了才录号码，两个人两个来源', () => {
    expect(codeOf(type(frozen, 'one', '报纸'))).toBe('draw-commitments-missing');
    const before = instant(LATER - 1);
    expect(codeOf(type(committed, 'one', '报纸', BEACON, before))).toBe('draw-beacon-early');
    expect(codeOf(type(committed, 'one', '报纸', 'ssq:1'))).toBe('draw-beacon-shape');
    expect(codeOf(type(one, 'two', '报纸'))).toBe('draw-beacon-same-source');
    expect(codeOf(type(agreed, 'three', '电视'))).toBe('draw-beacon-fixed');
    const differs = after(one, type(one, 'two', '网站', BEACON.replace('+08', '+09')), 'two');
    expect(codeOf(reveal(differs, 'county-discipline'))).toBe('draw-beacon-differs');
    expect(codeOf(reveal(one, 'county-discipline'))).toBe('draw-beacon-missing');
  });
  it('双色球六个红球从小到大、不超过33，蓝球不超过16；摇号二十位', () => {
    expect(isBeacon('ssq', BEACON)).toBe(true);
    expect(isBeacon('ssq', 'ssq:2026038:03,03,14,21,27,33+08')).toBe(false);
    expect(isBeacon('ssq', 'ssq:2026038:03,09,14,21,27,34+08')).toBe(false);
    expect(isBeacon('ssq', 'ssq:2026038:03,09,14,21,27,33+16')).toBe(true);
    expect(isBeacon('ssq', 'ssq:2026038:03,09,14,21,27,33+17')).toBe(false);
    expect(isBeacon('balls', `balls:${'7'.repeat(20)}`)).toBe(true);
    expect(isBeacon('balls', `balls:${'7'.repeat(19)}`)).toBe(false);
  });
  it('密数要对得上承诺；不交的拆密封件，写明原因、有照片', () => {
    expect(codeOf(reveal(agreed, 'county-discipline', '9'.repeat(64)))).toBe('draw-secret-wrong');
    const given = after(agreed, reveal(agreed, 'county-discipline'), 'auditor');
    expect(codeOf(reveal(given, 'county-discipline'))).toBe('draw-secret-given');
    const party = 'county-discipline' as const;
    const command = { party, secret: secretOf(party), openedFrom: 'envelope' } as const;
    const unproved = revealSecret({ ...command, reason: '', proof: null }, agreed, by('inspector'));
    expect(codeOf(unproved)).toBe('draw-envelope-unproved');
    const opened = { ...command, reason: '限期内没有交来', proof: file };
    expect(codeOf(revealSecret(opened, agreed, by('inspector')))).toBeNull();
  });
});

describe('DL-13：抽签和公开', () => {
  it('密数交齐才抽，抽了不再抽', () => {
    expect(codeOf(drawSample({}, agreed))).toBe('draw-secrets-missing');
    expect(codeOf(drawSample({}, drawn))).toBe('draw-done');
    expect(drawn.drawn?.sample).toHaveLength(2);
    expect([frozen, committed, agreed, revealed, drawn].map(phaseOf)).toEqual([
      ...['committing', 'beacon', 'revealing', 'ready', 'visiting'],
    ]);
  });
  it('都核查了就公开；没核查完要满30天；公开一次', () => {
    const publish = (state: DrawState, day: string, had = results()) =>
      publishDraw({}, state, { today: localDate(day), results: had });
    expect(codeOf(publish(revealed, '2026-04-02'))).toBe('draw-not-done');
    expect(codeOf(publish(drawn, '2026-04-30', new Map()))).toBe('draw-visits-open');
    expect(codeOf(publish(drawn, '2026-05-01', new Map()))).toBeNull();
    const published = after(drawn, publish(drawn, '2026-04-02'));
    expect(codeOf(publish(published, '2026-04-03'))).toBe('draw-already-published');
    const proof = proofOf(published);
    expect(proof && verifyDraw(proof, { beacon: BEACON })).toEqual([]);
    expect(proofOf(drawn)).toBeNull();
    const grown = after(drawn, publish(drawn, '2026-05-01', results('unreachable')));
    expect(grown.published?.sample).toHaveLength(6);
  });
});

describe('抽查抽签的每一种“不能办理”', () => {
  it('都有测试，都有一句话和依据', () => {
    const codes = Object.keys(refusals) as DrawRefusal[];
    expect(codes.filter((code) => !tested.has(code))).toEqual([]);
    for (const { message, citation } of Object.values(refusals)) {
      expect(message.length).toBeGreaterThan(6);
      expect(citation.source).not.toBe('');
    }
  });
});
