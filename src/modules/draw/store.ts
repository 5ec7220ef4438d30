import { sql } from 'kysely';
import { sm3 } from '../../platform/crypto/sm3.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import { type DrawEvent, drawSlot, type DrawState, type FrameCase } from './draw.ts';
import type { Reason } from '../inspection/index.ts';
import { wantedNow } from './decide.ts';
import { phaseOf, proofOf } from './proof.ts';
import type { Outcome } from './widened-sample.ts';

/** The draw of a county's month; the announcement and the published file follow from it. */
export const drawKind: TitledKind<DrawState, DrawEvent> = {
  name: 'draw',
  initial: drawSlot.initial,
  evolve: (state, event, meta) => evolveSlot(drawSlot, state, event, meta),
  titleOf: (type) => (drawSlot.titles as Record<string, string | undefined>)[type] ?? type,
  project: async (tx, { id, area, state }) => storeRows(tx, id, area, state),
};

async function storeRows(tx: WriteTx, id: string, area: string, state: DrawState): Promise<void> {
  const { frozen, drawn, published } = state;
  if (!frozen) return;
  const { period, root, frame, strength, on } = frozen;
  const forced = frame.filter((each) => each.forced !== '').length;
  const publishedOn = published?.on ?? '';
  const sample = (published ?? drawn)?.sample.length ?? 0;
  await sql`insert into draw_row (draw_id, area, period, phase, count, drawn, forced, published_on)
    values (${id}, ${area}, ${period}, ${phaseOf(state)}, ${frame.length}, ${sample}, ${forced}, ${publishedOn})
    on conflict (draw_id) do update set phase = excluded.phase, drawn = excluded.drawn,
      published_on = excluded.published_on`.execute(tx);
  const proof = proofOf(state);
  const text = proof ? JSON.stringify(proof, null, 1) : '';
  await sql`insert into draw_notice (draw_id, county, period, announced_on, root, count, strength, published_on, proof)
    values (${id}, ${area}, ${period}, ${on}, ${root}, ${frame.length}, ${strength}, ${publishedOn}, ${text})
    on conflict (draw_id) do update set published_on = excluded.published_on, proof = excluded.proof`.execute(
    tx,
  );
}

/** The new recipients of a month as the record has them, each bound to the event of its decision. */
export async function listNewRecipients(
  tx: ReadTx,
  of: { readonly county: string; readonly period: string; readonly blind: string },
  forced: ReadonlyMap<string, string>,
): Promise<readonly FrameCase[]> {
  const { county, period, blind } = of;
  const found = await sql<{ caseId: string; ref: string; stratum: string; hash: string }>`
    select c.case_id as "caseId", c.number as ref, c.township || '|' || c.scheme as stratum, e.hash
    from decision_row d join case_row c on c.case_id = d.case_id
      join event e on e.stream = 'case:' || d.case_id and e.type = 'DecisionMade'
    where c.county = ${county} and d.area >= ${county} and d.area < ${`${county}~`}
      and d.outcome = 'grant' and starts_with(d.decided_on, ${`${period}-`})
    order by c.number`.execute(tx);
  return found.rows.map(({ hash, ...row }) => ({
    ...row,
    decision: sm3(Buffer.from(blind, 'hex'), Buffer.from(hash, 'hex')).toString('hex'),
    forced: forced.get(row.caseId) ?? '',
  }));
}

export type DrawRow = {
  readonly drawId: string;
  readonly period: string;
  readonly phase: string;
  readonly count: number;
  readonly drawn: number;
  readonly forced: number;
  readonly visited: number;
  readonly publishedOn: string;
};

export async function listDraws(tx: ReadTx, county: string): Promise<readonly DrawRow[]> {
  const found = await sql<DrawRow>`
    select draw_id as "drawId", period, phase, count, drawn, forced, published_on as "publishedOn",
      (select count(*)::int from county_check k where k.draw_id = draw_row.draw_id and k.done_on <> '') as visited
    from draw_row where area = ${county} order by period desc limit 60`.execute(tx);
  return found.rows;
}

/** Whether a month's draw is published: without it the month is not closed. */
export async function isDrawPublished(tx: ReadTx, drawId: string): Promise<boolean> {
  const found = await sql`
    select 1 from draw_row where draw_id = ${drawId} and published_on <> ''`.execute(tx);
  return found.rows.length > 0;
}

export type NoticeRow = {
  readonly drawId: string;
  readonly period: string;
  readonly announcedOn: string;
  readonly root: string;
  readonly count: number;
  readonly strength: 'three-party-beacon' | 'two-party';
  readonly publishedOn: string;
};

/** Announcements of the county of whoever asks, the newest first. */
export async function listNotices(tx: ReadTx, county: string): Promise<readonly NoticeRow[]> {
  const found = await sql<NoticeRow>`
    select draw_id as "drawId", period, announced_on as "announcedOn", root, count, strength,
      published_on as "publishedOn"
    from draw_notice where county = ${county} order by period desc limit 60`.execute(tx);
  return found.rows;
}

/** The published file, or null where there is none yet. */
export async function findProof(tx: ReadTx, drawId: string): Promise<string | null> {
  const found = await sql<{ proof: string }>`
    select proof from draw_notice where draw_id = ${drawId} and proof <> ''`.execute(tx);
  return found.rows[0]?.proof ?? null;
}

/** Applicant and standing of the cases of a frame, relatives of whoever asks left out. */
export async function applicantsOf(
  tx: ReadTx,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{ caseId: string; applicant: string }>`
    select case_id as "caseId", applicant from case_row where case_id = any (${caseIds}::text[])
      and coalesce(current_setting('yimen.person', true), '') <> all (recused)`.execute(tx);
  return new Map(found.rows.map(({ caseId, applicant }) => [caseId, applicant]));
}

/** Every household of a draw to be visited as far as the results go: drawn ones and the three 100 % classes. */
export async function toCheckOf(
  tx: ReadTx,
  state: DrawState,
  results: ReadonlyMap<string, Outcome>,
) {
  const wanted = new Set(wantedNow(state, results));
  const cases = (state.frozen?.frame ?? []).filter(
    ({ ref, forced }) => forced !== '' || wanted.has(ref),
  );
  const ids = cases.map(({ caseId }) => caseId);
  const found = await sql<{ caseId: string; area: string }>`
    select case_id as "caseId", area from case_row where case_id = any (${ids}::text[])`.execute(
    tx,
  );
  const places = new Map(found.rows.map(({ caseId, area }) => [caseId, area]));
  return cases.map(({ caseId, ref, forced }) => ({
    ...{ caseId, ref, place: places.get(caseId) ?? '' },
    reasons: (forced === '' ? ['draw'] : forced.toLowerCase().split('+')) as readonly Reason[],
  }));
}
