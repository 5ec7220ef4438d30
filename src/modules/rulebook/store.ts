import { sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import type { Role } from '../identity/index.ts';
import { readRuleId } from './in-force.ts';
import {
  type ReadingEvent,
  type ReadingState,
  type RuleEvent,
  type RuleName,
  ruleReadingSlot,
  type RuleState,
  workingRuleSlot,
} from './working-rule.ts';

/** The texts of one rule at one place; the id is `place-rule`. */
export const workingRuleKind: TitledKind<RuleState, RuleEvent> = {
  name: 'working-rule',
  initial: workingRuleSlot.initial,
  evolve: (state, event, meta) => evolveSlot(workingRuleSlot, state, event, meta),
  titleOf: (type) => workingRuleSlot.titles[type as RuleEvent['type']] ?? type,
  project: async (tx, { id, area, state }) => {
    const last = state.versions.at(-1);
    const name = readRuleId(id)?.name;
    if (!last || !name) return;
    const { version, title, documentNumber, issuer, issuedOn, effectiveFrom, text, file } = last;
    const { on = '', reason = '' } = state.repealed ?? {};
    const updated = await sql`
      update rule_version set repealed_on = ${on}, repealed_because = ${reason}
      where rule_id = ${id} and version = ${version}`.execute(tx);
    if (updated.numAffectedRows !== 0n) return;
    await sql`insert into rule_version values (${id}, ${version}, ${area}, ${name}, ${title},
      ${documentNumber}, ${issuer}, ${issuedOn}, ${effectiveFrom}, ${text}, ${file?.hash ?? ''},
      ${file?.name ?? ''}, ${file?.mime ?? ''}, ${on}, ${reason})`.execute(tx);
  },
};

/** What one person has read in one post's area; the id is `person.area`. */
export const ruleReadingKind: TitledKind<ReadingState, ReadingEvent> = {
  name: 'rule-reading',
  initial: ruleReadingSlot.initial,
  evolve: (state, event, meta) => evolveSlot(ruleReadingSlot, state, event, meta),
  titleOf: (type) => ruleReadingSlot.titles[type as ReadingEvent['type']] ?? type,
  project: async (tx, { id, area, state }) => {
    const last = state.at(-1);
    if (!last) return;
    const person = id.slice(0, -area.length - 1);
    await sql`insert into rule_reading values (${person}, ${last.ruleId}, ${last.version}, ${area},
      ${last.on}) on conflict do nothing`.execute(tx);
  },
};

export type VersionRow = {
  readonly ruleId: string;
  readonly version: number;
  readonly area: string;
  readonly name: RuleName;
  readonly title: string;
  readonly documentNumber: string;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly effectiveFrom: string;
  readonly repealedOn: string;
  readonly repealedBecause: string;
};

const head = sql.raw(
  `rule_id as "ruleId", version, area, name, title, document_number as "documentNumber", issuer,
   issued_on as "issuedOn", effective_from as "effectiveFrom", repealed_on as "repealedOn",
   repealed_because as "repealedBecause"`,
);

/** Every version the asker may see, of the own place, of those below, of the superior's; without the words. */
export async function versionsSeen(tx: ReadTx, area: string): Promise<readonly VersionRow[]> {
  const found = await sql<VersionRow>`
    select ${head} from rule_version
    where area = ${area.slice(0, 6)} or starts_with(area, ${area}) or area = ${area.slice(0, 9)}
    order by rule_id, version`.execute(tx);
  return found.rows;
}

export type FullVersion = VersionRow & {
  readonly text: string;
  readonly fileHash: string;
  readonly fileName: string;
  readonly fileMime: string;
};

/** All versions of one rule, oldest first, with their words; empty outside what the asker may see. */
export async function versionsOf(tx: ReadTx, ruleId: string): Promise<readonly FullVersion[]> {
  const found = await sql<FullVersion>`
    select ${head}, body as text, file_hash as "fileHash", file_name as "fileName",
      file_mime as "fileMime"
    from rule_version where rule_id = ${ruleId} order by version`.execute(tx);
  return found.rows;
}

/** What a person has read: `ruleId|version` → day. */
export async function readingsOf(tx: ReadTx, person: string): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{ ruleId: string; version: number; readOn: string }>`
    select rule_id as "ruleId", version, read_on as "readOn" from rule_reading
    where person = ${person}`.execute(tx);
  return new Map(found.rows.map((each) => [`${each.ruleId}|${each.version}`, each.readOn]));
}

export type ReaderRow = {
  readonly person: string;
  readonly name: string;
  readonly role: Role;
  readonly area: string;
  readonly readOn: string;
};

/** Who holds a post today that must read a rule in an area, and on which day they read this version. */
export async function readersOf(
  tx: ReadTx,
  asked: {
    readonly ruleId: string;
    readonly version: number;
    readonly area: string;
    readonly roles: readonly Role[];
    readonly today: LocalDate;
  },
): Promise<readonly ReaderRow[]> {
  const { ruleId, version, area, roles, today } = asked;
  const found = await sql<ReaderRow>`
    select distinct on (p.area, w.name, w.id) w.id as person, w.name, p.role, p.area,
      coalesce(r.read_on, '') as "readOn"
    from post p join person w on w.id = p.person
    left join rule_reading r on r.person = w.id and r.rule_id = ${ruleId} and r.version = ${version}
    where p.area collate "C" >= ${area} and p.area collate "C" < ${`${area}~`}
      and p.role = any (${roles}::text[]) and p.standing = 'held'
      and p.from_on <= ${today} and (p.to_on = '' or p.to_on >= ${today})
    order by p.area, w.name, w.id, p.role`.execute(tx);
  return found.rows;
}

export type ReadingCount = { readonly readers: number; readonly unread: number };

/** For each of these versions, how many in post must read it and have not; one statement for the whole list. */
export async function readingCounts(
  tx: ReadTx,
  asked: readonly {
    readonly key: string;
    readonly ruleId: string;
    readonly version: number;
    readonly area: string;
    readonly roles: readonly Role[];
  }[],
  today: LocalDate,
): Promise<ReadonlyMap<string, ReadingCount>> {
  const found = await sql<ReadingCount & { key: string }>`
    select a.key, count(distinct p.person)::int as readers,
      (count(distinct p.person) filter (where r.person is null))::int as unread
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
      as a(key text, "ruleId" text, version int, area text, roles jsonb)
    join post p on p.area collate "C" >= a.area and p.area collate "C" < a.area || '~'
      and a.roles ? p.role and p.standing = 'held'
      and p.from_on <= ${today} and (p.to_on = '' or p.to_on >= ${today})
    left join rule_reading r
      on r.person = p.person and r.rule_id = a."ruleId" and r.version = a.version
    group by a.key`.execute(tx);
  return new Map(found.rows.map(({ key, ...counted }) => [key, counted]));
}
