import {
  type Announced,
  byBytes,
  commitmentOf,
  type FrameEntry,
  frameOf,
  seedOf,
  type Share,
  cbsStrata,
} from './cbs.ts';
import type { DrawProof } from './draw-proof.ts';
import { type Outcome, widenedSample } from './widened-sample.ts';

export type DrawFault = {
  readonly code:
    | 'dropped'
    | 'added'
    | 'relabelled'
    | 'root'
    | 'repeated'
    | 'secret-missing'
    | 'secret-changed'
    | 'party-changed'
    | 'beacon'
    | 'beacon-missing'
    | 'seed'
    | 'share-too-small'
    | 'sample'
    | 'forced'
    | 'second-draw';
  readonly message: string;
};

/** What was looked up outside the file: the number as the lottery published it. */
export type Outside = { readonly beacon?: string };

/** The least share of new recipients, whatever the file says (DL-13). */
const LEAST_PERCENT = 30;

const fault = (code: DrawFault['code'], message: string): DrawFault => ({ code, message });

/** Re-runs published draws from what stands in their files alone, and names everything that does not hold. */
export function verifyDraws(proofs: readonly DrawProof[], outside: Outside = {}): DrawFault[] {
  return [...proofs.flatMap((proof) => verifyDraw(proof, outside)), ...secondDraws(proofs)];
}

export function verifyDraw(proof: DrawProof, { beacon }: Outside = {}): DrawFault[] {
  const looked =
    beacon !== undefined && beacon !== proof.beacon
      ? [fault('beacon', `公开号码与另外查到的不同：文件写“${proof.beacon}”，查到的是“${beacon}”`)]
      : [];
  return [...frameFaults(proof), ...secretFaults(proof), ...looked, ...resultFaults(proof)];
}

/** The list against what was announced before anybody could know the seed. */
function frameFaults({ frame, notice }: DrawProof): DrawFault[] {
  const now = frameOf(frame);
  const refs = now.frame.map(({ ref }) => ref);
  const twice = refs.filter((ref, at) => refs.indexOf(ref) !== at);
  if (twice.length > 0) return [fault('repeated', `名单里重复列了 ${twice.join('、')}`)];
  const announced = new Set(notice.leaves);
  const listed = new Set(now.leaves);
  const gone = notice.leaves.flatMap((leaf, at) => (listed.has(leaf) ? [] : [at + 1]));
  const come = now.frame.filter((_, at) => !announced.has(now.leaves[at] ?? ''));
  const faults = differences(gone, come);
  const isSameRoot = now.root === notice.root && frame.length === notice.count;
  if (faults.length > 0 || isSameRoot) return faults;
  return [fault('root', '名单算出的根值与冻结时公布的不符')];
}

function differences(gone: readonly number[], come: readonly FrameEntry[]): DrawFault[] {
  const pairs = Math.min(gone.length, come.length);
  const named = (at: number) => come[at]?.ref ?? '';
  return [
    ...gone
      .slice(0, pairs)
      .map((place, at) =>
        fault('relabelled', `${named(at)} 与冻结时不同（冻结名单第 ${place} 户被改动）`),
      ),
    ...gone
      .slice(pairs)
      .map((place) => fault('dropped', `冻结名单第 ${place} 户不在名单里（删了一户）`)),
    ...come.slice(pairs).map(({ ref }) => fault('added', `${ref} 是冻结以后加进名单的`)),
  ];
}

function secretFaults({ notice, secrets, period, county }: DrawProof): DrawFault[] {
  const missing = notice.commitments.flatMap(({ party, commitment }) => {
    const share = secrets.find((each) => each.party === party);
    if (!share) return [fault('secret-missing', `缺少 ${party} 的密数`)];
    return commitmentOf(share, { period, county }) === commitment
      ? []
      : [fault('secret-changed', `${party} 的密数与事先的承诺不符`)];
  });
  const parties = notice.commitments.map(({ party }) => party);
  const strangers = secrets.filter(({ party }) => !parties.includes(party));
  return [
    ...missing,
    ...strangers.map(({ party }) => fault('party-changed', `${party} 没有事先承诺`)),
  ];
}

/** Seed and lists, computed anew from frame, secrets and beacon as the file has them. */
function resultFaults(proof: DrawProof): DrawFault[] {
  const { period, county, notice, secrets, beacon, percent } = proof;
  const faults: DrawFault[] = [];
  if (notice.beaconId !== '' && beacon === '') faults.push(fault('beacon-missing', '没有公开号码'));
  if (percent < LEAST_PERCENT) {
    faults.push(fault('share-too-small', `抽查比例 ${percent}% 低于 ${LEAST_PERCENT}%`));
  }
  const { beaconId, root, count } = notice;
  const announced: Announced = { period, county, beaconId, root, count };
  const seed = seedOf(announced, secrets as readonly Share[], beacon);
  if (seed !== proof.seed) {
    faults.push(fault('seed', '种子与名单、密数、公开号码算出的不符（其中一样被换过）'));
  }
  return [...faults, ...sampleFaults(proof, seed)];
}

function sampleFaults(proof: DrawProof, seed: string): DrawFault[] {
  const results = new Map<string, Outcome>(proof.results.map((each) => [each.ref, each.outcome]));
  const wanted = cbsStrata(proof.frame, seed, proof.percent).flatMap((stratum) =>
    widenedSample(stratum, results),
  );
  const forced = proof.frame.filter((each) => each.forced !== '').map(({ ref }) => ref);
  return [
    ...listFault('sample', '抽中名单', wanted, proof.sample),
    ...listFault('forced', '必查名单', forced, proof.forced),
  ];
}

function listFault(
  code: 'sample' | 'forced',
  title: string,
  wanted: readonly string[],
  given: readonly string[],
): DrawFault[] {
  const less = wanted.filter((ref) => !given.includes(ref)).toSorted(byBytes);
  const more = given.filter((ref) => !wanted.includes(ref)).toSorted(byBytes);
  if (less.length === 0 && more.length === 0) return [];
  const words = [
    ...(less.length > 0 ? [`少了 ${less.join('、')}`] : []),
    ...(more.length > 0 ? [`多了 ${more.join('、')}`] : []),
  ];
  return [fault(code, `${title}与算出的不符：${words.join('，')}`)];
}

/** Two draws of one county and month: only the first was lawful, and nobody may choose between them. */
function secondDraws(proofs: readonly DrawProof[]): DrawFault[] {
  const groups = Map.groupBy(proofs, ({ county, period }) => `${county} ${period}`);
  return [...groups].flatMap(([name, group]) =>
    new Set(group.map(({ seed }) => seed)).size > 1
      ? [fault('second-draw', `${name} 有 ${group.length} 份不同的抽签结果`)]
      : [],
  );
}
