import { sql } from 'kysely';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import type { Look } from './curious-look.ts';
import { type ScrutinyEvent, scrutinySlot, type ScrutinyState } from './scrutiny.ts';

/** The review of one look; the id is that of the look. */
export const scrutinyKind: TitledKind<ScrutinyState, ScrutinyEvent> = {
  name: 'scrutiny',
  initial: scrutinySlot.initial,
  evolve: (state, event, meta) => evolveSlot(scrutinySlot, state, event, meta),
  titleOf: () => scrutinySlot.titles.LookReviewed,
  project: async (tx, { id, area, state }) => {
    if (!state) return;
    await sql`insert into look_review (reading_id, area, verdict, note, reviewed_on, reviewed_by)
      values (${id}, ${area}, ${state.verdict}, ${state.note}, ${state.on}, ${state.by})
      on conflict (reading_id) do nothing`.execute(tx);
  },
};

export type LookRow = Look & {
  readonly area: string;
  readonly field: string;
  readonly purpose: string;
  readonly number: string;
  readonly verdict: string;
  readonly note: string;
  readonly reviewedOn: string;
  readonly reviewedBy: string;
};

const MOST = 2000;

/** Looks of an area since an instant, the newest first, each with what its reader did on the case. */
export async function listLooks(
  tx: ReadTx,
  of: { readonly area: string; readonly since: number; readonly readingId?: string },
): Promise<readonly LookRow[]> {
  const { area, since, readingId = '' } = of;
  const found = await sql<LookRow>`
    select r.reading_id as "readingId", r.at, r.person, coalesce(w.name, '') as reader, r.area, r.field,
      r.purpose, coalesce(c.number, '') as number, coalesce(c.applicant, '') as applicant,
      coalesce(r.person = any (c.recused), false) as "isKin",
      coalesce(c.status in ('refused', 'closed'), false) as "isEnded",
      array(select e.recorded_at from event e where e.stream = 'case:' || r.case_id and e.actor = r.person)
        || array(select v.recorded_at from county_check k join event v on v.stream = 'check:' || k.check_id
          where k.case_id = r.case_id and r.person = any (k.team)) as acts,
      coalesce(x.verdict, '') as verdict, coalesce(x.note, '') as note,
      coalesce(x.reviewed_on, '') as "reviewedOn", coalesce(x.reviewed_by, '') as "reviewedBy"
    from reading_row r left join case_row c on c.case_id = r.case_id left join person w on w.id = r.person
      left join look_review x on x.reading_id = r.reading_id
    where r.area collate "C" >= ${area} and r.area collate "C" < ${`${area}~`} and r.at >= ${since}
      and (${readingId} = '' or r.person = (select person from reading_row where reading_id = ${readingId}))
    order by r.at desc, r.reading_id limit ${MOST}`.execute(tx);
  return found.rows.map((row) => ({ ...row, acts: row.acts.map(Number) }));
}
