import type { DrawProof } from './draw-proof.ts';
import { beaconOf, type DrawState, isCommitted } from './draw.ts';

export const phaseTitles = {
  committing: '等各方交承诺值',
  beacon: '等公开号码',
  revealing: '等各方交密数',
  ready: '可以抽签',
  visiting: '已抽签，正在核查',
  published: '已公开',
} as const;

export function phaseOf(state: DrawState): keyof typeof phaseTitles {
  if (state.published) return 'published';
  if (state.drawn) return 'visiting';
  if (!isCommitted(state)) return 'committing';
  if (beaconOf(state) === null) return 'beacon';
  return state.secrets.length < (state.frozen?.parties.length ?? 0) ? 'revealing' : 'ready';
}

/** The file that is published: everything anybody needs to draw again, and nothing that names a family. */
export function proofOf(state: DrawState): DrawProof | null {
  const { frozen, drawn, published } = state;
  if (!frozen || !drawn || !published) return null;
  const { strength, period, county, percent, root, beaconId, leaves, frame, blind } = frozen;
  return {
    ...{ format: 'CBS-1', strength, period, county, percent, blind },
    notice: {
      ...{ root, count: frame.length, beaconId, leaves: [...leaves] },
      commitments: state.commitments.map(({ party, commitment }) => ({ party, commitment })),
    },
    frame: frame.map(({ ref, stratum, decision, forced }) => ({ ref, stratum, decision, forced })),
    secrets: state.secrets.map(({ party, secret, openedFrom }) => ({ party, secret, openedFrom })),
    ...{ beacon: beaconOf(state) ?? '', seed: drawn.seed, sample: [...published.sample] },
    forced: frame.filter((each) => each.forced !== '').map(({ ref }) => ref),
    results: published.results.map(({ ref, outcome }) => ({ ref, outcome })),
  };
}
