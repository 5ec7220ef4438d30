import { sql } from 'kysely';
import type { ReadTx } from '../database/database.ts';
import { type Destroyed, destroyedStreams, isEmptied } from './destroyed.ts';
import { FIRST_PREV, type Leaf, leafHash, payloadHash } from './leaf.ts';

/** The first place where history is not what was recorded. */
export type Fault = {
  readonly chain: string;
  readonly chainSeq: number;
  readonly stream: string;
  readonly seq: number;
  readonly what: string;
};

export type Verified = {
  readonly chains: number;
  readonly events: number;
  readonly fault: Fault | null;
};

type Row = Leaf & { data: unknown; salt: string; hash: string };

const PAGE = 2000;

/**
 * Recomputes every leaf of every chain and compares each chain's end with its head. Stops at the first fault.
 * Nothing is skipped: a chain without a head, a head without events and a missing event are faults too.
 */
export async function verifyChains(tx: ReadTx): Promise<Verified> {
  const heads = await sql<{ chain: string; seq: number; hash: string }>`
    select coalesce(h.chain, e.chain) as chain, coalesce(h.seq, -1) as seq, coalesce(h.hash, '') as hash
    from chain_head h full join (select distinct chain from event) e on e.chain = h.chain
    order by 1`.execute(tx);
  const destroyed = await destroyedStreams(tx);
  let events = 0;
  for (const head of heads.rows) {
    const result = await verifyChain(tx, head, destroyed);
    events += result.events;
    if (result.fault) return { chains: heads.rows.length, events, fault: result.fault };
  }
  return { chains: heads.rows.length, events, fault: null };
}

async function verifyChain(
  tx: ReadTx,
  head: { chain: string; seq: number; hash: string },
  destroyed: Destroyed,
): Promise<{ events: number; fault: Fault | null }> {
  let last = { seq: 0, hash: FIRST_PREV };
  for (;;) {
    const page = await sql<Row>`
      select * from event where chain = ${head.chain} and chain_seq > ${last.seq}
      order by chain_seq limit ${PAGE}`.execute(tx);
    for (const row of page.rows) {
      const what = faultOf(row, last, destroyed);
      if (what) return { events: last.seq, fault: at(row, what) };
      last = { seq: row.chain_seq, hash: row.hash };
    }
    if (page.rows.length < PAGE) break;
  }
  if (last.seq === head.seq && last.hash === head.hash) return { events: last.seq, fault: null };
  const what = `链尾不符：记录到第 ${last.seq} 条，链头写的是第 ${head.seq} 条`;
  const end = { chain: head.chain, chainSeq: last.seq, stream: '', seq: 0, what };
  return { events: last.seq, fault: end };
}

function faultOf(
  row: Row,
  last: { seq: number; hash: string },
  destroyed: Destroyed,
): string | null {
  if (row.chain_seq !== last.seq + 1) return `缺少第 ${last.seq + 1} 条记录`;
  if (row.prev_hash !== last.hash) return '与前一条记录的衔接不符';
  if (isEmptied(row)) {
    // Its place, people and hash must be whole all the same; only what happened is gone.
    if (row.seq > (destroyed.get(row.stream) ?? 0)) return '内容被抹去，没有批准的销毁记录';
  } else if (hashOfPayload(row) !== row.payload_hash) {
    return '内容被改动';
  }
  return leafHash(row) === row.hash ? null : '记录的人员、时间或编号被改动';
}

/** Data that has no canonical form any more (a fraction, say) was changed too. */
function hashOfPayload(row: Row): string {
  try {
    return payloadHash(row.salt, row.data);
  } catch {
    return '';
  }
}

function at(row: Row, what: string): Fault {
  return { chain: row.chain, chainSeq: row.chain_seq, stream: row.stream, seq: row.seq, what };
}
