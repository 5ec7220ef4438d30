import { read, type ReadTx, SYSTEM } from '../../platform/database/database.ts';
import type { Context } from '../../platform/http/context.ts';
import type { RecordLine } from './packet.ts';
import { benefitIdsOf } from './benefit-id.ts';
import { chainEnds, chainPart, recordOf } from './packet-store.ts';

/** What the record says of a case at one moment: its events, those it rests on, and where their chains end. */
export type PacketSnapshot = {
  readonly records: readonly {
    readonly stream: string;
    readonly title: string;
    readonly lines: readonly RecordLine[];
  }[];
  /** From the first event told to the end of each chain, with the hash there. */
  readonly chains: readonly {
    readonly chain: string;
    readonly from: number;
    readonly to: number;
    readonly hash: string;
  }[];
  /** Names of the staff who acted, by person id. */
  readonly names: ReadonlyMap<string, string>;
  /** About how many files the chains will take, for the progress shown. */
  readonly parts: number;
};

const LINES_A_FILE = 5000;

/**
 * The case's own events whole; of the meetings that dealt with it only what concerns it; the instruments its
 * decisions stand on; the household's entries in the register. What is recorded later than the ends read first is not part of it.
 */
export async function snapshotOf(
  context: Context,
  caseId: string,
  memberIds: readonly string[],
): Promise<PacketSnapshot> {
  return read(context.database, SYSTEM, async (tx) => {
    const ends = await chainEnds(tx);
    const told = async (stream: string) =>
      (await recordOf(tx, stream)).filter(
        ({ chain, chain_seq }) => chain_seq <= (ends.get(chain) ?? 0),
      );
    const own = await told(`case:${caseId}`);
    const records = [{ stream: `case:${caseId}`, title: '办件', lines: own }];
    for (const [index, id] of meetingsIn(own).entries()) {
      const lines = (await told(`meeting:${id}`)).filter(({ data }) => concerns(data, caseId));
      records.push({ stream: `meeting:${id}`, title: numbered('集体研究会议', index), lines });
    }
    for (const [index, id] of instrumentsIn(own).entries()) {
      const lines = await told(`instrument:${id}`);
      records.push({ stream: `instrument:${id}`, title: numbered('赋权书', index), lines });
    }
    for (const id of benefitIdsOf(caseId, memberIds)) {
      const lines = await told(`benefit:${id}`);
      const count = records.filter(({ stream }) => stream.startsWith('benefit:')).length;
      const title = numbered('动态管理', count);
      if (lines.length > 0) records.push({ stream: `benefit:${id}`, title, lines });
    }
    const lines = records.flatMap((each) => each.lines);
    const chains = await chainsOf(tx, lines, ends);
    const names = await context.namesOf(tx, [...new Set(lines.map(({ actor }) => actor))]);
    const parts = chains.reduce(
      (sum, { from, to }) => sum + Math.ceil((to - from + 1) / LINES_A_FILE),
      0,
    );
    return { records, chains, names, parts };
  });
}

function numbered(title: string, index: number): string {
  return index === 0 ? title : `${title} ${index + 1}`;
}

function meetingsIn(lines: readonly RecordLine[]): readonly string[] {
  const found = lines.flatMap(({ type, data }) =>
    type === 'Deliberated'
      ? ((data['deliberation'] as { meetingId?: string }).meetingId ?? [])
      : [],
  );
  return [...new Set(found)];
}

function instrumentsIn(lines: readonly RecordLine[]): readonly string[] {
  const found = lines.flatMap(({ type, data }) =>
    type === 'DecisionMade'
      ? ((data['decision'] as { instrumentId?: string | null }).instrumentId ?? [])
      : [],
  );
  return [...new Set(found)];
}

/** An event of a meeting that is about this case, or about no case at all. */
function concerns(data: RecordLine['data'], caseId: string): boolean {
  const { caseId: about } = data;
  return about === undefined || about === caseId;
}

async function chainsOf(
  tx: ReadTx,
  lines: readonly RecordLine[],
  ends: ReadonlyMap<string, number>,
): Promise<PacketSnapshot['chains']> {
  const first = new Map<string, number>();
  for (const { chain, chain_seq } of lines) {
    first.set(chain, Math.min(first.get(chain) ?? chain_seq, chain_seq));
  }
  const chains: PacketSnapshot['chains'][number][] = [];
  for (const [chain, from] of [...first].toSorted()) {
    const to = ends.get(chain) ?? 0;
    const [end] = await chainPart(tx, { chain, from: to, to });
    if (!end) throw new Error(`the chain ${chain} has no event ${to}`);
    chains.push({ chain, from, to, hash: end.hash });
  }
  return chains;
}
