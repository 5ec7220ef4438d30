import { sql } from 'kysely';
import { fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { PlaceCode } from '../../kernel/place.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import { evidenceOf } from '../investigation/store.ts';
import type { Route } from '../case/index.ts';
import { type Elsewhere, findElsewhere } from '../case/store.ts';
import type { Scheme } from '../../rules/scheme.ts';
import { type Matter, modeTitles } from '../delegation/index.ts';
import { findAuthority } from '../delegation/resolve.ts';
import type { DeclaredRelative, RegisterHit } from '../disclosure/index.ts';
import { matchRegister } from '../disclosure/register.ts';
import type { Person } from '../household/index.ts';
import type { Recognition } from './intake.ts';
import type { Standards } from '../standards/store.ts';

/** Whether a case with this id exists anywhere, also where the transaction cannot look. */
export async function isCaseIdTaken(tx: ReadTx, caseId: string): Promise<boolean> {
  const found = await sql<{ taken: boolean }>`select case_id_taken(${caseId}) as taken`.execute(tx);
  return found.rows[0]?.taken ?? false;
}

/** By whom a case of this township would be decided today, and the sentence that says why (DL-02). */
export async function routeFor(
  tx: ReadTx,
  standards: Standards,
  township: PlaceCode,
  { on, matter }: { on: LocalDate; matter: Matter },
): Promise<{ route: Route; routeBecause: string }> {
  // Asked for no amount: whether the township decides at all, not up to how much.
  const asked = { township, matter, act: 'confirm', on, amount: fen(0) } as const;
  const answer = await findAuthority(tx, asked, standards);
  if (!answer.ok) return { route: 'county', routeBecause: answer.because };
  const { number, mode } = answer.instrument;
  return { route: 'township', routeBecause: `${number}（${modeTitles[mode]}）` };
}

/** What the register of officials says about a household and the relatives it named (DB-11). */
export async function findHits(
  tx: ReadTx,
  people: readonly Person[],
  statements: readonly DeclaredRelative[],
): Promise<readonly RegisterHit[]> {
  return matchRegister(tx, {
    people: people.map(({ memberId, name, idNumber, phone }) => ({
      memberId,
      name,
      idIndex: idNumber?.index ?? '',
      phoneIndex: phone?.index ?? '',
    })),
    statements,
  });
}

export type Covered = Elsewhere & { readonly memberId: string };

/** Where else these people are in an open case or on benefit, in any area. */
export async function findDuplicates(
  tx: ReadTx,
  people: readonly { readonly memberId: string; readonly idIndex: string }[],
  caseId: string,
): Promise<readonly Covered[]> {
  const known = people.filter((each) => each.idIndex !== '');
  const found = await findElsewhere(
    tx,
    known.map((each) => each.idIndex),
    caseId,
  );
  return found.flatMap((each) =>
    known
      .filter(({ idIndex }) => idIndex === each.idIndex)
      .map(({ memberId }) => ({ ...each, memberId })),
  );
}

/**
 * Members in another accepted case or on benefit. Holds each person until the transaction ends, so that two
 * townships that accept the same person at the same moment come one after the other.
 */
export async function findCovered(
  tx: WriteTx,
  people: readonly Person[],
  { caseId, scheme }: { caseId: string; scheme: Scheme },
): Promise<readonly Covered[]> {
  const indexes = people.flatMap((each) => (each.idNumber ? [each.idNumber.index] : []));
  for (const index of indexes.toSorted()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${index}, 0))`.execute(tx);
  }
  const found = await findDuplicates(tx, indexed(people), caseId);
  return found.filter(
    (each) => (each.status === 'granted' || each.number !== '') && excludes(scheme, each),
  );
}

/**
 * Whether being there keeps somebody from this application. 临时救助 stands beside every other scheme; who is in
 * 低保边缘 or 刚性支出 may apply for what gives more, and nobody is in 低保 and 特困 at once (OT-09, GX-01).
 */
export function excludes(
  scheme: Scheme,
  { scheme: other, status }: Pick<Elsewhere, 'scheme' | 'status'>,
): boolean {
  const isOnce = scheme === 'temporary' || other === 'temporary';
  if (isOnce) return scheme === other && status === 'open';
  if (status === 'open' || scheme === other) return true;
  const isRecognitionOnly = other === 'margin' || other === 'rigid';
  return !isRecognitionOnly || scheme === 'rigid';
}

/** Who of these people is in the register of recipients on a day, anywhere; 临时救助 is given once and is in none. */
export async function findRecognised(
  tx: ReadTx,
  people: readonly Person[],
  on: LocalDate,
): Promise<readonly Recognition[]> {
  const indexes = people.flatMap((each) => (each.idNumber ? [each.idNumber.index] : []));
  const found = await sql<Omit<Recognition, 'memberId'>>`
    select id_index as identity, scheme, number, township
    from find_recognised(${indexes}::text[], ${on}) order by id_index, number`.execute(tx);
  return found.rows.flatMap((each) =>
    people
      .filter(({ idNumber }) => idNumber?.index === each.identity)
      .map(({ memberId }) => ({ ...each, memberId })),
  );
}

export function indexed(people: readonly Person[]): { memberId: string; idIndex: string }[] {
  return people.map(({ memberId, idNumber }) => ({ memberId, idIndex: idNumber?.index ?? '' }));
}

/** Whether a file was uploaded to this case. */
export async function isFileOf(tx: ReadTx, caseId: string, hash: string): Promise<boolean> {
  const found = await evidenceOf(tx, hash);
  return found.some((each) => each.caseId === caseId);
}

export type FoundPerson = {
  readonly caseId: string;
  readonly number: string;
  readonly memberId: string;
  readonly name: string;
  readonly applicant: string;
  readonly area: string;
  readonly status: 'open' | 'granted' | 'refused' | 'closed';
  readonly act: string;
};

export type Sought =
  | { readonly by: 'name'; readonly text: string }
  | { readonly by: 'idNumber' | 'phone'; readonly index: string };

/** People of the area's cases by name, pinyin, initials, ID number or phone; open cases first. */
export async function findPeople(
  tx: ReadTx,
  area: string,
  sought: Sought,
): Promise<readonly FoundPerson[]> {
  const found = await sql<FoundPerson>`
    select p.case_id as "caseId", c.number, p.member_id as "memberId", p.name, c.applicant, c.area,
      c.status, c.act
    from case_person p join case_row c using (case_id)
    where p.area collate "C" >= ${area} and p.area collate "C" < ${`${area}~`} and ${whichOf(sought)}
      and not (coalesce(current_setting('yimen.person', true), '') = any (c.recused))
    order by c.status <> 'open', c.opened_on desc, p.case_id limit 30`.execute(tx);
  return found.rows;
}

function whichOf(sought: Sought) {
  if (sought.by !== 'name') {
    const { by, index } = sought;
    return by === 'phone' ? sql`p.phone_index = ${index}` : sql`p.id_index = ${index}`;
  }
  const typed = sought.text.toLowerCase().replaceAll(/[%_\\]/g, '\\$&');
  return sql`p.search like ${`%${typed}%`}`;
}
