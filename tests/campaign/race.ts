import { sql } from 'kysely';
import type { Reply } from '../../src/cli/demo/desk.ts';
import type { LocalDate } from '../../src/kernel/local-date.ts';
import type { ReadTx } from '../../src/platform/database/database.ts';
import type { RaceWorld } from './race-world.ts';

/** One of those who act at the same moment; whatever it is answered is judged. */
export type Rival = () => Promise<Reply | void>;

/** Where rivals have met: who they are, and what must hold whoever came first. */
export type Met = {
  readonly day: LocalDate;
  readonly rivals: () => readonly Rival[];
  readonly faults: (tx: ReadTx, replies: readonly Reply[]) => Promise<readonly string[]>;
};

/** A pattern of security.md §6.3: brought about once, raced many times, each time in another order. */
export type Race = {
  readonly name: string;
  readonly title: string;
  readonly meet: (world: RaceWorld) => Promise<Met>;
};

export function wins(replies: readonly Reply[]): number {
  return replies.filter(({ status }) => status === 200).length;
}

/** Of rivals who exclude each other exactly one is heard. */
export function oneWins(replies: readonly Reply[]): readonly string[] {
  const count = wins(replies);
  return count === 1 ? [] : [`${count} 个成功：${replies.map(wordsOf).join('、')}`];
}

function wordsOf({ status, body }: Reply): string {
  return `${status}${body['code'] ? ` ${String(body['code'])}` : ''}`;
}

export async function countOf(tx: ReadTx, query: ReturnType<typeof sql>): Promise<number> {
  const found = await sql<{
    count: number;
  }>`select count(*)::int as count from (${query}) q`.execute(tx);
  return found.rows[0]?.count ?? 0;
}

/** A fault in words where a count is not what it must be. */
export async function expectCount(
  tx: ReadTx,
  what: string,
  query: ReturnType<typeof sql>,
  wanted: number,
): Promise<readonly string[]> {
  const count = await countOf(tx, query);
  return count === wanted ? [] : [`${what}：${count}，应当是 ${wanted}`];
}
