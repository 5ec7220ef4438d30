import { sql } from 'kysely';
import type { Instant } from '../../kernel/clock.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { FileRef } from '../../kernel/evidence.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import { invalid } from '../../platform/http/problem.ts';
import type { DisclosureState } from '../disclosure/index.ts';
import {
  type InvestigationState,
  owedVisits,
  type RemoteGround,
  type RemoteWay,
} from './investigation.ts';
import type { Colleague, KnownFile } from './visitor.ts';

/** A file as it was attached: to a case, or (`caseId` '') to an office. */
export type EvidenceFile = {
  readonly hash: string;
  readonly caseId: string;
  readonly area: string;
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
  readonly pages: number;
  /** The camera's own clock, or ''. */
  readonly takenAt: string;
};

/** Attaches a stored file. The same file attached twice is one row; the first name and hand stay. */
export async function storeEvidence(
  tx: WriteTx,
  file: EvidenceFile,
  by: { readonly person: string; readonly at: Instant },
): Promise<void> {
  const { hash, caseId, area, name, mime, bytes, pages, takenAt } = file;
  await sql`insert into evidence_file
      (hash, case_id, area, name, mime, bytes, pages, taken_at, uploaded_by, at)
    values (${hash}, ${caseId}, ${area}, ${name}, ${mime}, ${bytes}, ${pages}, ${takenAt},
      ${by.person}, ${by.at})
    on conflict do nothing`.execute(tx);
}

/** Where the transaction's area sees this file attached; empty when it does not. */
export async function evidenceOf(tx: ReadTx, hash: string): Promise<readonly EvidenceFile[]> {
  const found = await sql<EvidenceFile>`
    select hash, case_id as "caseId", area, name, mime, bytes, pages, taken_at as "takenAt"
    from evidence_file where hash = ${hash} order by at`.execute(tx);
  return found.rows;
}

/** What a command names as evidence was uploaded to this very case: a made-up hash proves nothing. */
export async function requireCaseFiles(
  tx: ReadTx,
  caseId: string,
  files: readonly FileRef[],
  field: string,
): Promise<object> {
  for (const { hash } of files) {
    const attached = await evidenceOf(tx, hash);
    if (attached.some((each) => each.caseId === caseId)) continue;
    throw invalid([field], '没有收到这个文件，请重新上传。');
  }
  return {};
}

/** Those of the files that are attached to this case, with what speaks for and against them. */
export async function knownFiles(
  tx: ReadTx,
  caseId: string,
  hashes: readonly string[],
): Promise<readonly KnownFile[]> {
  if (hashes.length === 0) return [];
  const found = await sql<KnownFile>`
    select f.hash, f.name, f.mime, f.taken_at as "takenAt", u.hash is not null as "usedElsewhere"
    from evidence_file f
    left join find_used_elsewhere(${hashes}::text[], ${caseId}) u using (hash)
    where f.case_id = ${caseId} and f.hash = any (${hashes}::text[])`.execute(tx);
  return found.rows;
}

/** Who holds one of the posts today: at exactly this county office, or anywhere in this township. */
export async function findColleagues(
  tx: ReadTx,
  place: string,
  roles: readonly string[],
  today: LocalDate,
): Promise<readonly Colleague[]> {
  const there = place.length > 6 ? sql`starts_with(p.area, ${place})` : sql`p.area = ${place}`;
  const found = await sql<Colleague>`
    select w.id as person, w.name, array_agg(distinct p.role order by p.role) as roles
    from post p join person w on w.id = p.person
    where ${there} and p.role = any (${roles}::text[]) and p.standing = 'held'
      and p.from_on <= ${today} and (p.to_on = '' or p.to_on >= ${today})
    group by w.id, w.name order by w.name`.execute(tx);
  return found.rows;
}

export type InvestigationRow = {
  readonly caseId: string;
  readonly investigation: InvestigationState;
  readonly disclosure: DisclosureState;
};

/** The investigations of these cases, as far as the area reaches. */
export async function investigationsOf(
  tx: ReadTx,
  caseIds: readonly string[],
): Promise<readonly InvestigationRow[]> {
  const found = await sql<InvestigationRow>`
    select substr(stream, 6) as "caseId", state -> 'investigation' as investigation,
      state -> 'disclosure' as disclosure
    from record where stream = any (${caseIds.map((id) => `case:${id}`)}::text[])`.execute(tx);
  return found.rows;
}

/** Which visits by phone or video still wait for one on the spot; the same rows for every later event of the case. */
export async function storeOwedVisits(
  tx: WriteTx,
  caseId: string,
  area: string,
  state: InvestigationState,
): Promise<void> {
  const owed = new Set(owedVisits(state).map(({ id }) => id));
  for (const { id, on, remote } of state.visits) {
    if (!remote?.makeGoodBy) continue;
    await sql`insert into owed_visit values (${caseId}, ${id}, ${area}, ${remote.way},
        ${remote.ground}, ${on}, ${remote.makeGoodBy}, ${!owed.has(id)})
      on conflict (case_id, visit_id) do update set done = excluded.done`.execute(tx);
  }
}

export type OwedVisitRow = {
  readonly caseId: string;
  readonly visitId: string;
  readonly area: string;
  readonly number: string;
  readonly applicant: string;
  readonly way: RemoteWay;
  readonly ground: RemoteGround;
  readonly on: string;
  readonly makeGoodBy: string;
};

/** The visits owed in an area, the earliest due first; none of the asker's relatives, none of a case that ended. */
export async function listOwedVisits(tx: ReadTx, area: string): Promise<readonly OwedVisitRow[]> {
  const found = await sql<OwedVisitRow>`
    select o.case_id as "caseId", o.visit_id as "visitId", o.area, c.number, c.applicant, o.way,
      o.ground, o.visited_on as "on", o.make_good_by as "makeGoodBy"
    from owed_visit o join case_row c using (case_id)
    where not o.done and c.status <> 'closed'
      and o.area collate "C" >= ${area} and o.area collate "C" < ${`${area}~`}
      and not (coalesce(current_setting('yimen.person', true), '') = any (c.recused))
    order by o.make_good_by, o.case_id limit 300`.execute(tx);
  return found.rows;
}
