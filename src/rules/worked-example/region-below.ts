import { placeCode } from '../../kernel/place.ts';
import { foldersOf, loadRegion, type Region } from '../region.ts';

/** What a made-up place lays down: parameter → value, or value with unit. */
export type LaidDown = Readonly<Record<string, Given>>;
type Given = { readonly value: unknown; readonly unit?: string };

/**
 * A made-up place in a shipped one, so that rules which were published alone can be computed: it lays down the
 * figures given and adopts the stand-ins for everything else.
 */
export function regionBelow(readJson: ReadJson, place: string, laidDown: LaidDown): Region {
  const below = filesBelow(readJson, place, laidDown);
  return loadRegion(below.readJson, below.code);
}

type ReadJson = (path: string) => unknown;

/** The code of the made-up place, and the files with the one it has. */
export function filesBelow(
  readJson: ReadJson,
  place: string,
  laidDown: LaidDown,
): { readonly code: string; readonly readJson: ReadJson } {
  const code =
    place.length === 6 ? `${place}999` : `${place}${'99'.repeat((6 - place.length) / 2)}`;
  const [folder] = foldersOf(placeCode(code));
  const made = madeUpFile(code, laidDown);
  return { code, readJson: (path) => (path === `${folder}/rule.json` ? made : readJson(path)) };
}

const DAY = '2021-07-01';

function madeUpFile(place: string, laidDown: LaidDown): unknown {
  const notice = { number: '测试〔2021〕1号', title: '测试用规定', issuer: '测试地方', known: DAY };
  const why = '测试地方没有自己的核算办法';
  return {
    place,
    name: '测试地方',
    documents: { notice },
    adopts: [{ set: 'reference', effective: DAY, document: 'notice', why }],
    entries: Object.entries(laidDown).map(([parameter, given]) => ({
      parameter,
      ...given,
      effective: DAY,
      document: 'notice',
      rule: 'DB-23',
      source: '测试用规定',
    })),
  };
}
