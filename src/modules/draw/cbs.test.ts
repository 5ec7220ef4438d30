import { describe, expect, it } from 'vitest';
import { hexOf, sm3Of } from '../../kernel/sm3.ts';
import {
  commitmentOf,
  type FrameEntry,
  frameOf,
  leafOf,
  quotaOf,
  seedOf,
  type Share,
  cbsStrata,
} from './cbs.ts';
import type { DrawProof } from './draw-proof.ts';
import { type Outcome, widenedSample } from './widened-sample.ts';
import { verifyDraw, verifyDraws } from './verify-draw.ts';

const hashOf = (text: string) => hexOf(sm3Of(new TextEncoder().encode(text)));
const BEACON = 'ssq:2026132:03,09,14,21,27,33+08';
const ABOUT = {
  ...{ period: '2026-11', county: '511702' },
  beaconId: 'ssq-first-after:2026-11-30T12:00:00Z',
};
const secret = (party: string, byte: string): Share => ({ party, secret: byte.repeat(32) });
const SHARES = [
  secret('county-civil-affairs', '01'),
  secret('county-discipline', '02'),
  secret('city-civil-affairs', '03'),
];
const FORCED: Readonly<Record<number, string>> = { 3: 'KIN', 17: 'REPORT' };
const entry = (n: number): FrameEntry => ({
  ref: `511702-2026-${String(n).padStart(5, '0')}`,
  stratum: n <= 12 ? '511702101|DB' : '511702102|DB',
  decision: hashOf(`dec${n}`),
  forced: FORCED[n] ?? '',
});
const FRAME = Array.from({ length: 20 }, (_, at) => entry(at + 1));
const short = (refs: readonly string[]) => refs.map((ref) => ref.slice(-5)).join(' ');

/** An honest draw of this frame, computed as the program does it. */
function proofOf(entries: readonly FrameEntry[] = FRAME, beacon = BEACON): DrawProof {
  const { frame, leaves, root } = frameOf(entries);
  const seed = seedOf({ ...ABOUT, root, count: frame.length }, SHARES, beacon);
  return {
    ...{ format: 'CBS-1', strength: 'three-party-beacon', percent: 30, blind: '00'.repeat(32) },
    ...{ period: ABOUT.period, county: ABOUT.county, beacon, seed, results: [] },
    notice: {
      ...{ root, count: frame.length, beaconId: ABOUT.beaconId, leaves },
      commitments: SHARES.map((share) => ({
        party: share.party,
        commitment: commitmentOf(share, ABOUT),
      })),
    },
    frame,
    secrets: SHARES.map((share) => ({ ...share, openedFrom: 'party' as const })),
    sample: cbsStrata(frame, seed, 30).flatMap(({ order, quota }) => order.slice(0, quota)),
    forced: frame.filter((each) => each.forced !== '').map(({ ref }) => ref),
  };
}

const codes = (proof: DrawProof, beacon?: string) =>
  verifyDraw(proof, beacon === undefined ? {} : { beacon }).map(({ code }) => code);

describe('CBS-1 的测试向量（security.md §4.5）', () => {
  it('承诺、叶值、根值、种子、抽中的户一字不差', () => {
    expect(SHARES.map((share) => commitmentOf(share, ABOUT))).toEqual([
      '5c87ea06775c1eee71bae72cd78e345a02f60672179c5b4f267c7d70299aff59',
      '1e9ca71a0003765882b2b35fdb07530fc9a084c61235982598336e52a2901201',
      '4d7503a5ddbff565076bced4fd006778b6d4bc2d905dac8cf0d3b7ce977e8264',
    ]);
    expect(leafOf(entry(1))).toBe(
      'f7f4bfb1500415aa697a7cf6b65f8ddcb085e74286cff18f35670a91ca85e23c',
    );
    const proof = proofOf();
    expect(proof.notice.root).toBe(
      '9dec9a41d8479353bb8004bc057842cd3ccb629fd49f7892892ebfde77f1bfdb',
    );
    expect(proof.seed).toBe('1d611cf732ff23a49c545b4dacb5b9b99958cb74b0aa80595879b29a5b42c1ff');
    expect(short(proof.sample)).toBe('00010 00006 00007 00012 00019 00014 00016');
    expect(short(proof.forced)).toBe('00003 00017');
    expect(verifyDraw(proof)).toEqual([]);
  });
  it('名单怎样排列都一样：次序由编号的字节决定', () => {
    expect(proofOf(FRAME.toReversed())).toEqual(proofOf());
  });
});

describe('T-05b：每一种手脚都由验证程序点名', () => {
  const drop = { ...proofOf(), frame: proofOf().frame.slice(1) };
  it('删一户、加一户、改一户', () => {
    expect(verifyDraw(drop)[0]).toMatchObject({ code: 'dropped', message: /第 1 户/ });
    const added = { ...proofOf(), frame: [...proofOf().frame, entry(21)] };
    expect(verifyDraw(added)[0]).toMatchObject({ code: 'added', message: /00021/ });
    const moved = FRAME.map((each, at) => (at === 4 ? { ...each, forced: 'DOUBT' } : each));
    const labelled = { ...proofOf(), frame: moved };
    expect(verifyDraw(labelled)[0]).toMatchObject({ code: 'relabelled', message: /00005/ });
    const recomputed = { ...proofOf(FRAME.slice(1)), notice: proofOf().notice };
    expect(codes(recomputed)).toContain('dropped');
    const twice = { ...proofOf(), frame: [...FRAME, entry(1)] };
    expect(codes(twice)).toContain('repeated');
    const root = { ...proofOf().notice, root: hashOf('other') };
    expect(codes({ ...proofOf(), notice: root })).toContain('root');
  });
  it('换密数、扣住密数、没有承诺的人交密数', () => {
    const { secrets } = proofOf();
    const [first, ...rest] = secrets;
    const changed = { ...secrets[0], secret: '09'.repeat(32) } as (typeof secrets)[number];
    expect(codes({ ...proofOf(), secrets: [changed, ...rest] })).toContain('secret-changed');
    expect(codes({ ...proofOf(), secrets: rest })).toContain('secret-missing');
    const stranger = { ...first, party: 'somebody' } as (typeof secrets)[number];
    expect(codes({ ...proofOf(), secrets: [...secrets, stranger] })).toContain('party-changed');
  });
  it('换公开号码、没有号码、换种子、换抽中的户、降比例、两次抽签', () => {
    const other = 'ssq:2026132:03,09,14,21,27,33+09';
    expect(codes({ ...proofOf(), beacon: other })).toContain('seed');
    expect(codes(proofOf(FRAME, other), BEACON)).toEqual(['beacon']);
    expect(codes({ ...proofOf(), beacon: '' })).toContain('beacon-missing');
    expect(codes({ ...proofOf(), seed: hashOf('x') })).toContain('seed');
    const [, ...less] = proofOf().sample;
    expect(verifyDraw({ ...proofOf(), sample: [...less, entry(1).ref] })).toMatchObject([
      { code: 'sample', message: /少了 .*00010.*多了 .*00001/ },
    ]);
    expect(codes({ ...proofOf(), forced: [] })).toEqual(['forced']);
    expect(codes({ ...proofOf(), percent: 20 })).toContain('share-too-small');
    const pair = verifyDraws([proofOf(), proofOf(FRAME, other)]).map(({ code }) => code);
    expect(pair).toEqual(['second-draw']);
  });
  it('差错多，扩大抽查；扩大的次序是票号的次序', () => {
    const order = Array.from({ length: 100 }, (_, at) => String(at));
    const stratum = { stratum: 's', order, quota: 30 };
    const size = (outcomes: readonly Outcome[]) =>
      widenedSample(stratum, new Map(outcomes.map((each, at) => [String(at), each]))).length;
    const mixed = (agree: number, differ: number, out = 0): Outcome[] => [
      ...Array<Outcome>(differ).fill('differs'),
      ...Array<Outcome>(out).fill('unreachable'),
      ...Array<Outcome>(agree).fill('agrees'),
    ];
    expect(size([])).toBe(30);
    expect(size(mixed(29, 1))).toBe(30);
    expect(size(mixed(28, 2))).toBe(60);
    expect(size(mixed(27, 3))).toBe(60);
    expect(size(mixed(26, 4))).toBe(100);
    expect(size(mixed(57, 3))).toBe(60);
    expect(size(mixed(10, 3))).toBe(30);
    expect(size(mixed(29, 0, 1))).toBe(31);
    expect(size(mixed(30, 0, 2))).toBe(32);
  });
});

describe('DL-13：按乡镇和类别至少抽三成', () => {
  it('一户到四百户，每一层都不少于三成，也不多抽一户', () => {
    for (let n = 1; n <= 400; n += 1) {
      const taken = quotaOf(n, 30);
      expect(taken * 100).toBeGreaterThanOrEqual(n * 30);
      expect((taken - 1) * 100).toBeLessThan(n * 30);
    }
    const strata = Array.from({ length: 40 }, (_, at) => at + 1).flatMap((n) =>
      Array.from({ length: n }, (_each, at) => ({
        ...{ ...entry(18), ref: `${n}-${at}`, stratum: `${n}|dibao` },
      })),
    );
    for (const { stratum, order, quota } of cbsStrata(strata, hashOf('seed'), 30)) {
      expect([order.length, quota]).toEqual([
        Number.parseInt(stratum, 10),
        Math.ceil((order.length * 3) / 10),
      ]);
    }
  });
  it('两万次抽签，每一户被抽中的机会相同（χ²）', () => {
    const refs = Array.from({ length: 10 }, (_, at) => ({ ...entry(18), ref: `r${at}` }));
    const hits = new Map<string, number>();
    const DRAWS = 20_000;
    for (let n = 0; n < DRAWS; n += 1) {
      for (const { order, quota } of cbsStrata(refs, hashOf(`χ${n}`), 30)) {
        for (const ref of order.slice(0, quota)) hits.set(ref, (hits.get(ref) ?? 0) + 1);
      }
    }
    const expected = (DRAWS * 3) / 10;
    const chi = refs.reduce((sum, { ref }) => sum + ((hits.get(ref) ?? 0) - expected) ** 2, 0);
    // Three of ten without replacement: the sum over 1 − 3/10, times 9/10, is χ² of 9 degrees; 27.9 at 0.999.
    expect((chi / expected / 0.7) * 0.9).toBeLessThan(27.9);
    expect(chi).toBeGreaterThan(0);
  });
});
