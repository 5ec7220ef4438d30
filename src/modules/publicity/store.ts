import { sql } from 'kysely';
import type { Instant } from '../../kernel/clock.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import { recordAt } from '../../platform/record/record-at.ts';
import type { CaseState } from '../case/index.ts';
import type { PublicityState } from './publicity.ts';

/** The notices of a case as rows, written with its events. */
export async function storeNotices(
  tx: WriteTx,
  caseId: string,
  area: string,
  { notices }: PublicityState,
): Promise<void> {
  if (notices.length === 0) return;
  const rows = notices.map((each) => ({
    notice_id: each.id,
    case_id: caseId,
    area,
    township: area.slice(0, 9),
    kind: each.kind,
    level: each.level,
    posted_on: each.postedOn,
    taken_down: each.takenDown !== null,
  }));
  await sql`insert into notice
    select * from jsonb_populate_recordset(null::notice, ${JSON.stringify(rows)}::jsonb)
    on conflict (case_id, notice_id) do update set taken_down = excluded.taken_down
      where notice.taken_down <> excluded.taken_down`.execute(tx);
}

export type PublicCase = {
  readonly caseId: string;
  readonly area: string;
  readonly number: string;
  readonly state: CaseState;
};

/** Cases of an area with something to post or something on a board. The area filter is written out for the index. */
export async function casesOnBoards(tx: ReadTx, area: string): Promise<readonly PublicCase[]> {
  const within = (column: 'c.township' | 'n.township') =>
    sql`${sql.ref(column)} collate "C" >= ${area.slice(0, 9)}
      and ${sql.ref(column)} collate "C" < ${`${area.slice(0, 9)}~`}`;
  const found = await sql<PublicCase>`
    with wanted as (
      select c.case_id from case_row c where ${within('c.township')}
        and c.stages && array['publicity', 'announcement']
      union
      select n.case_id from notice n where ${within('n.township')} and not n.taken_down
    )
    select c.case_id as "caseId", c.area, c.number, r.state
    from wanted w join case_row c using (case_id) join ${recordAt(sql`'case:' || c.case_id`)} r on true
    where starts_with(c.area, ${area})
      and not (coalesce(current_setting('yimen.person', true), '') = any (c.recused))
    order by c.area, c.number, c.case_id`.execute(tx);
  return found.rows;
}

/** Leaves a trace of who read a confidential objection, and what for. */
export async function storeReading(
  tx: WriteTx,
  reading: {
    readonly caseId: string;
    readonly area: string;
    readonly objectionId: string;
    readonly person: string;
    readonly post: string;
    readonly purpose: string;
    readonly at: Instant;
  },
): Promise<void> {
  await sql`insert into objection_reading (case_id, area, objection_id, person, post, purpose, at)
    values (${reading.caseId}, ${reading.area}, ${reading.objectionId}, ${reading.person},
      ${reading.post}, ${reading.purpose}, ${reading.at})`.execute(tx);
}
