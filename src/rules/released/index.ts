import { currentRelease, type FrozenRelease, type Release, thawed } from '../release.ts';
import assistance1 from './assistance-1.json' with { type: 'json' };

/** Every version a decision may rest on. A new one is frozen by `npm run generate -- rules` and listed here. */
const frozenReleases = [assistance1] as readonly unknown[] as readonly FrozenRelease[];

export const releasedVersions: readonly string[] = frozenReleases.map(({ frame }) => frame.version);

const releases = new Map<string, Release>([[currentRelease.frame.version, currentRelease]]);

/** The rules of a version; null for one that was never released. */
export function findRelease(version: string): Release | null {
  const known = releases.get(version);
  if (known) return known;
  const file = frozenReleases.find(({ frame }) => frame.version === version);
  if (!file) return null;
  const release = thawed(file);
  releases.set(version, release);
  return release;
}
