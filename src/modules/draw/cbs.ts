import { bytesOf, hexOf, sm3Of } from '../../kernel/sm3.ts';

/**
 * CBS-1, the draw nobody can steer (security.md §4.5): the list is fixed first, parties who cannot know one another's
 * secrets and a public beacon make the seed, and everybody can compute afterwards who had to be drawn. Hashes are hex.
 */
export type FrameEntry = {
  /** Number of the case, given by the server at acceptance. */
  readonly ref: string;
  /** Township and scheme: `511702102|dibao`. */
  readonly stratum: string;
  /** Hash of the decision's event in the record. */
  readonly decision: string;
  /** Why the case is checked anyway (`KIN`, `KIN+REPORT`); '' when it is in the base of the draw. */
  readonly forced: string;
};

export type Share = { readonly party: string; readonly secret: string };

export type Announced = {
  readonly period: string;
  readonly county: string;
  /** '' in the smaller setting, which has no beacon. */
  readonly beaconId: string;
  readonly root: string;
  readonly count: number;
};

const encoder = new TextEncoder();
const text = (value: string) => encoder.encode(value);
const TICKET = text('CBS-1/ticket');

function u32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

const lp = (bytes: Uint8Array): readonly Uint8Array[] => [u32(bytes.length), bytes];
const lpText = (value: string) => lp(text(value));

/** Order of the UTF-8 bytes, the same in every language. */
export function byBytes(one: string, other: string): number {
  const a = text(one);
  const b = text(other);
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

export function commitmentOf(
  { party, secret }: Share,
  { period, county }: Pick<Announced, 'period' | 'county'>,
): string {
  return hexOf(
    sm3Of(
      ...[text('CBS-1/commit'), ...lpText(party), ...lpText(period), ...lpText(county)],
      ...lp(bytesOf(secret)),
    ),
  );
}

export function leafOf({ ref, stratum, decision, forced }: FrameEntry): string {
  return hexOf(
    sm3Of(
      ...[Uint8Array.of(0), ...lpText(ref), ...lpText(stratum), ...lp(bytesOf(decision))],
      ...lpText(forced),
    ),
  );
}

/** Root of a tree of RFC 6962 over these leaves; of none, the hash of nothing. */
export function rootOf(leaves: readonly string[]): string {
  return hexOf(treeOf(leaves.map(bytesOf)));
}

function treeOf(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (only === undefined) return sm3Of();
  if (leaves.length === 1) return only;
  let left = 1;
  while (left * 2 < leaves.length) left *= 2;
  return sm3Of(Uint8Array.of(1), treeOf(leaves.slice(0, left)), treeOf(leaves.slice(left)));
}

/** The frame in its one order, with its leaves and root. */
export function frameOf<Entry extends FrameEntry>(entries: readonly Entry[]) {
  const frame = entries.toSorted((one, other) => byBytes(one.ref, other.ref));
  const leaves = frame.map(leafOf);
  return { frame, leaves, root: rootOf(leaves) };
}

export function seedOf(announced: Announced, shares: readonly Share[], beacon: string): string {
  const { period, county, beaconId, root, count } = announced;
  const ordered = shares.toSorted((one, other) => byBytes(one.party, other.party));
  return hexOf(
    sm3Of(
      ...[text('CBS-1/seed'), ...lpText(period), ...lpText(county), ...lpText(beaconId)],
      ...[bytesOf(root), u32(count)],
      ...ordered.flatMap(({ party, secret }) => [...lpText(party), ...lp(bytesOf(secret))]),
      ...lpText(beacon),
    ),
  );
}

function ticketOf(seed: Uint8Array, ref: string): string {
  return hexOf(sm3Of(TICKET, seed, ...lpText(ref)));
}

/** How many of a stratum are drawn: the share, rounded up. */
export function quotaOf(base: number, percent: number): number {
  return Math.floor((base * percent + 99) / 100);
}

export type Stratum = {
  readonly stratum: string;
  /** Cases of the base in the order of their tickets. */
  readonly order: readonly string[];
  readonly quota: number;
};

type Ticket = { readonly ref: string; readonly ticket: string };

// Tickets are hex of one length: their order as text is that of their bytes.
function byTicket(one: Ticket, other: Ticket): number {
  if (one.ticket !== other.ticket) return one.ticket < other.ticket ? -1 : 1;
  return byBytes(one.ref, other.ref);
}

/** Every stratum with its base in ticket order, the order in which more are taken when more must be. */
export function cbsStrata(
  frame: readonly FrameEntry[],
  seed: string,
  percent: number,
): readonly Stratum[] {
  const base = frame.filter(({ forced }) => forced === '');
  const seedBytes = bytesOf(seed);
  const strata = Map.groupBy(base, ({ stratum }) => stratum);
  return [...strata.keys()].toSorted(byBytes).map((stratum) => {
    const order = (strata.get(stratum) ?? [])
      .map(({ ref }) => ({ ref, ticket: ticketOf(seedBytes, ref) }))
      .toSorted(byTicket)
      .map(({ ref }) => ref);
    return { stratum, order, quota: quotaOf(order.length, percent) };
  });
}
