import { sql } from 'kysely';
import type { ReadTx } from '../../platform/database/database.ts';
import type { DeclaredRelative, RegisterHit } from './disclosure.ts';

/** A member of the household as the register is asked for them; '' where the number or phone is not known. */
export type PersonToMatch = {
  readonly memberId: string;
  readonly name: string;
  readonly idIndex: string;
  readonly phoneIndex: string;
};

type Hit = {
  readonly entryId: string;
  readonly officialName: string;
  readonly position: string;
  readonly person: string;
  readonly relation: string;
  readonly through: RegisterHit['through'];
  readonly matched: string;
};

/**
 * Asks the county's register for a household (DB-11, TH-01), independent of what the family says: a member who is
 * an official, a member whom an official declared, a relative the family named, a shared phone. Works from a
 * township's transaction, which cannot list the register. A hit through a statement has memberId ''.
 */
export async function matchRegister(
  tx: ReadTx,
  asked: {
    readonly people: readonly PersonToMatch[];
    readonly statements: readonly DeclaredRelative[];
  },
): Promise<RegisterHit[]> {
  const { people, statements } = asked;
  const found = await sql<Hit>`
    select entry_id as "entryId", official_name as "officialName", position, person, relation, through, matched
    from find_register_hits(
      ${filled(people.map((each) => each.idIndex))}::text[],
      ${filled(people.map((each) => each.phoneIndex))}::text[],
      ${filled(people.map((each) => each.name))}::text[],
      ${filled(statements.map((each) => each.name))}::text[])
    order by entry_id, through, matched`.execute(tx);
  const hits = found.rows.flatMap((hit) => hitsOf(hit, people, statements));
  return distinct(hits);
}

function hitsOf(
  { matched, ...hit }: Hit,
  people: readonly PersonToMatch[],
  statements: readonly DeclaredRelative[],
): RegisterHit[] {
  const base = { ...hit, person: hit.person === '' ? null : hit.person };
  if (hit.through === 'statement') {
    const stated = statements.filter((each) => each.name.trim() === matched);
    return stated.map(({ relation }) => ({ ...base, memberId: '', relation }));
  }
  return people
    .filter((each) => [each.idIndex, each.phoneIndex, each.name.trim()].includes(matched))
    .map(({ memberId }) => ({ ...base, memberId }));
}

function filled(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))];
}

function distinct(hits: readonly RegisterHit[]): RegisterHit[] {
  const byKey = new Map(
    hits.map((hit) => [[hit.entryId, hit.memberId, hit.through, hit.relation].join('|'), hit]),
  );
  return [...byKey.values()];
}
