import { sql } from 'kysely';
import { type LocalDate, monthOf } from '../../kernel/local-date.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { Scheme } from '../../rules/scheme.ts';
import type { Entitlement, Standing } from './entitlement.ts';

export type RegisterFilter = {
  readonly area: string;
  /** The day the register is read for: what it said then, and what was due in that day's month. */
  readonly on: LocalDate;
  readonly text?: string | undefined;
  readonly scheme?: string | undefined;
  /** 'running': everybody but the stopped. */
  readonly standing?: Standing | 'running' | undefined;
  readonly kin?: boolean | undefined;
  /** Only those whose review was due before that day. */
  readonly overdue?: boolean | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
};

export type RegisterRow = {
  readonly benefitId: string;
  readonly scheme: Scheme;
  readonly number: string;
  readonly head: string;
  readonly members: number;
  readonly area: string;
  readonly township: string;
  readonly standing: Standing;
  readonly amount: number;
  readonly since: string;
  /** What changes next as decided so far; for somebody newly granted, what is due from the first month. */
  readonly next: Pick<Entitlement, 'from' | 'amount' | 'standing'> | null;
  readonly reviewDue: string;
  readonly validUntil: string;
  readonly kin: boolean;
};

/**
 * The register of an area on a day. Of the entitlements known that day the one in force in its month counts: of
 * those that had begun, the one decided last; before the first month nothing is due yet. A relative of the family finds it in no list (JT-05).
 */
export async function listRegister(
  tx: ReadTx,
  filter: RegisterFilter,
): Promise<{ rows: readonly RegisterRow[]; next: string | null }> {
  const [number = '', id = ''] = (filter.after ?? '').split('|');
  const found = await sql<RegisterRow>`
    select * from (${register(filter)}) r
    where ${conditions(filter)}
      and (${filter.after ?? ''} = '' or (number, "benefitId") > (${number}, ${id}))
    order by number, "benefitId" limit ${filter.limit + 1}`.execute(tx);
  const rows = found.rows.slice(0, filter.limit);
  const last = found.rows.length > filter.limit ? rows.at(-1) : undefined;
  return { rows, next: last ? `${last.number}|${last.benefitId}` : null };
}

export type RegisterSums = {
  readonly households: number;
  readonly people: number;
  readonly amount: number;
};

export async function sumRegister(tx: ReadTx, filter: RegisterFilter): Promise<RegisterSums> {
  const found = await sql<RegisterSums>`
    select count(*)::int as households, coalesce(sum(members), 0)::int as people,
      coalesce(sum(amount), 0)::bigint as amount
    from (${register(filter)}) r where ${conditions(filter)}`.execute(tx);
  return found.rows[0] ?? { households: 0, people: 0, amount: 0 };
}

function register({ area, on, text = '' }: RegisterFilter) {
  const typed = `%${text
    .trim()
    .toLowerCase()
    .replaceAll(/[%_\\]/g, '\\$&')}%`;
  const own =
    area.length === 6
      ? sql`county = ${area}`
      : area.length === 9
        ? sql`township = ${area}`
        : sql`starts_with(area, ${area})`;
  return sql`
    select benefit_id as "benefitId", scheme, number, head, members, area, township, kin,
      coalesce(e.entry, entries -> 0) ->> 'standing' as standing,
      coalesce((e.entry ->> 'amount')::bigint, 0) as amount,
      coalesce(e.entry, entries -> 0) ->> 'from' as since, n.next,
      review_due as "reviewDue", valid_until as "validUntil"
    from benefit_row b left join lateral (
      select t.entry, t.place from jsonb_array_elements(b.entries) with ordinality t (entry, place)
      where t.entry ->> 'from' <= ${monthOf(on)} order by t.place desc limit 1) e on true
    left join lateral (
      select t.entry - 'decision' - 'decidedOn' as next
      from jsonb_array_elements(b.entries) with ordinality t (entry, place)
      where t.place > coalesce(e.place, 0) order by t.entry ->> 'from', t.place desc limit 1) n on true
    where ${own} and known_on <= ${on} and (until_on = '' or until_on > ${on})
      and confirmation in ('not-needed', 'confirmed')
      and not (coalesce(current_setting('yimen.person', true), '') = any (recused))
      and (${text} = '' or search like ${typed})`;
}

function conditions({ scheme = '', standing, kin, overdue, on }: RegisterFilter) {
  const isOverdue = sql`"reviewDue" <> '' and "reviewDue" < ${on} and standing <> 'stopped'`;
  return sql`(${scheme} = '' or scheme = ${scheme})
    and (${standing ?? ''} = '' or standing = ${standing ?? ''}
      or (${standing ?? ''} = 'running' and standing <> 'stopped'))
    and (${kin ?? null}::boolean is null or kin = ${kin ?? null}::boolean)
    and (${overdue ?? null}::boolean is null or (${isOverdue}) = ${overdue ?? null}::boolean)`;
}

export type TaskRow = {
  readonly benefitId: string;
  readonly kind: string;
  readonly scheme: Scheme;
  readonly number: string;
  readonly head: string;
  readonly area: string;
  readonly township: string;
  readonly what: string;
  readonly dueOn: string;
};

export type TaskFilter = {
  readonly area: string;
  /** Tasks due until that day; those without a day always show. */
  readonly until: LocalDate;
  readonly kind?: string | undefined;
  /** Only what this role may do. */
  readonly role?: string | undefined;
};

const MOST_TASKS = 1000;

/** What waits for somebody in an area, by day; what the law sets no day for comes first. */
export async function listTasks(
  tx: ReadTx,
  { area, until, kind = '', role = '' }: TaskFilter,
): Promise<readonly TaskRow[]> {
  const found = await sql<TaskRow>`
    select benefit_id as "benefitId", kind, scheme, number, head, area, township, what,
      due_on as "dueOn"
    from benefit_task
    where area collate "C" >= ${area} and area collate "C" < ${`${area}~`}
      and due_on <= ${until} and (${kind} = '' or kind = ${kind})
      and (${role} = '' or ${role} = any (roles))
      and not (coalesce(current_setting('yimen.person', true), '') = any (recused))
    order by due_on, township, area, number limit ${MOST_TASKS}`.execute(tx);
  return found.rows;
}
