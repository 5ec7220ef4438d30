import { sql } from 'kysely';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { LedgerStanding } from './contract.ts';
import type { RegisterDifference } from './register-difference.ts';
import type { RowFault, UnknownCode } from './read-row.ts';

/** What was found in one household of a ledger. */
export type FoundHousehold = {
  readonly place: number;
  readonly rows: readonly number[];
  readonly township: string;
  readonly village: string;
  readonly head: string;
  readonly scheme: string;
  readonly members: number;
  readonly amount: number;
  readonly standing: LedgerStanding;
  readonly faults: readonly RowFault[];
  readonly notes: readonly string[];
  readonly unknown: readonly UnknownCode[];
  readonly differences: readonly RegisterDifference[];
  readonly rulesIs: 'same' | 'differs' | 'open' | '';
  readonly rulesText: string;
  readonly answer: '' | 'register' | 'ledger';
  readonly benefitId: string;
  readonly earlierId: string;
  readonly replaceable: boolean;
};

const columns = sql.raw(
  `place, file_rows as rows, township, village, head, scheme, members, amount, standing, faults, notes, unknown,
   differences, rules_is as "rulesIs", rules_text as "rulesText", answer, benefit_id as "benefitId",
   earlier_id as "earlierId", replaceable`,
);

export async function insertHouseholds(
  tx: WriteTx,
  { takeoverId, area }: { readonly takeoverId: string; readonly area: string },
  found: readonly FoundHousehold[],
): Promise<void> {
  const rows = found.map(
    ({ rows: fileRows, rulesIs, rulesText, benefitId, earlierId, ...each }) => ({
      takeover_id: takeoverId,
      area,
      ...each,
      file_rows: fileRows,
      rules_is: rulesIs,
      rules_text: rulesText,
      benefit_id: benefitId,
      earlier_id: earlierId,
    }),
  );
  await sql`insert into takeover_household
    select * from jsonb_populate_recordset(null::takeover_household, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

/** Nothing of an earlier check stays. */
export async function dropHouseholds(tx: WriteTx, takeoverId: string): Promise<void> {
  await sql`delete from takeover_household
    where takeover_id = ${takeoverId} and standing <> 'entered'`.execute(tx);
}

export type HouseholdFilter = {
  readonly standing?: LedgerStanding | undefined;
  readonly rules?: 'same' | 'differs' | 'open' | undefined;
  readonly noted?: 'true' | undefined;
  readonly after: number;
  readonly limit: number;
};

export async function listHouseholds(
  tx: ReadTx,
  takeoverId: string,
  { standing = undefined, rules = undefined, noted, after, limit }: HouseholdFilter,
): Promise<{
  readonly households: readonly FoundHousehold[];
  readonly next: number | null;
  readonly count: number;
}> {
  const wanted = sql`takeover_id = ${takeoverId}
    and (${standing ?? ''} = '' or standing = ${standing ?? ''})
    and (${rules ?? ''} = '' or rules_is = ${rules ?? ''})
    and (${noted ?? ''} = '' or notes <> '[]'::jsonb)`;
  const found = await sql<FoundHousehold>`
    select ${columns} from takeover_household where ${wanted} and place > ${after}
    order by place limit ${limit + 1}`.execute(tx);
  const total = await sql<{ count: number }>`
    select count(*)::int as count from takeover_household where ${wanted}`.execute(tx);
  const households = found.rows.slice(0, limit);
  const next = found.rows.length > limit ? (households.at(-1)?.place ?? null) : null;
  return { households, next, count: total.rows[0]?.count ?? 0 };
}

const TO_ENTER = sql.raw(`(standing = 'good' or standing = 'differs' and answer = 'ledger')`);

/** The households still to be entered, in the order of the file. */
export async function listToEnter(
  tx: ReadTx,
  takeoverId: string,
  limit: number,
): Promise<readonly FoundHousehold[]> {
  const found = await sql<FoundHousehold>`
    select ${columns} from takeover_household where takeover_id = ${takeoverId} and ${TO_ENTER}
    order by place limit ${limit}`.execute(tx);
  return found.rows;
}

export async function countToEnter(tx: ReadTx, takeoverId: string): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from takeover_household
    where takeover_id = ${takeoverId} and ${TO_ENTER}`.execute(tx);
  return found.rows[0]?.count ?? 0;
}

export async function findHousehold(
  tx: ReadTx,
  takeoverId: string,
  place: number,
): Promise<FoundHousehold | undefined> {
  const found = await sql<FoundHousehold>`
    select ${columns} from takeover_household
    where takeover_id = ${takeoverId} and place = ${place}`.execute(tx);
  return found.rows[0];
}

export async function answerHousehold(
  tx: WriteTx,
  takeoverId: string,
  { place, counts }: { readonly place: number; readonly counts: 'register' | 'ledger' },
): Promise<void> {
  await sql`update takeover_household set answer = ${counts}
    where takeover_id = ${takeoverId} and place = ${place}`.execute(tx);
}

export async function enterHousehold(
  tx: WriteTx,
  takeoverId: string,
  place: number,
  benefitId: string,
): Promise<void> {
  await sql`update takeover_household set standing = 'entered', benefit_id = ${benefitId}
    where takeover_id = ${takeoverId} and place = ${place}`.execute(tx);
}

/** What was good when it was checked and is not any more. */
export async function faultHousehold(
  tx: WriteTx,
  takeoverId: string,
  place: number,
  fault: RowFault,
): Promise<void> {
  await sql`update takeover_household set standing = 'bad', faults = ${JSON.stringify([fault])}::jsonb
    where takeover_id = ${takeoverId} and place = ${place}`.execute(tx);
}

/** Entries of a ledger that wait for somebody to compare them; nobody sees those of their own relatives (JT-05). */
export async function listAwaiting(
  tx: ReadTx,
  takeoverId: string,
  limit: number,
): Promise<{ readonly entries: readonly { benefitId: string; rows: number[] }[]; left: number }> {
  const awaiting = sql`from takeover_household h
      join benefit_row b on b.benefit_id = h.benefit_id and b.until_on = ''
    where h.takeover_id = ${takeoverId} and h.standing = 'entered' and b.confirmation = 'awaited'
      and not (coalesce(current_setting('yimen.person', true), '') = any (b.recused))`;
  const found = await sql<{ benefitId: string; rows: number[] }>`
    select h.benefit_id as "benefitId", h.file_rows as rows ${awaiting}
    order by h.place limit ${limit}`.execute(tx);
  const total = await sql<{ left: number }>`select count(*)::int as left ${awaiting}`.execute(tx);
  return { entries: found.rows, left: total.rows[0]?.left ?? 0 };
}

/** Whether these entries came with this ledger. */
export async function areOfTakeover(
  tx: ReadTx,
  takeoverId: string,
  benefitIds: readonly string[],
): Promise<boolean> {
  const found = await sql<{ count: number }>`
    select count(distinct benefit_id)::int as count from takeover_household
    where takeover_id = ${takeoverId} and standing = 'entered'
      and benefit_id = any (${benefitIds}::text[])`.execute(tx);
  return found.rows[0]?.count === new Set(benefitIds).size;
}
