import { sql } from 'kysely';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import { type PolicyEvent, policySlot, type PolicyState, type PolicyStatus } from './policy.ts';

/** Changes of a county's standards and rules; the row of one is what lists show. */
export const policyKind: TitledKind<PolicyState, PolicyEvent> = {
  name: 'policy',
  initial: policySlot.initial,
  evolve: (state, event, meta) => evolveSlot(policySlot, state, event, meta),
  titleOf: (type) => policySlot.titles[type as PolicyEvent['type']] ?? type,
  project: async (tx, { id, area, state }) => {
    if (!state) return;
    const { content, status, drafted, published } = state;
    const { document = '', effective = '' } = published ?? {};
    await sql`
      insert into policy_row (policy_id, area, title, status, drafted_by, drafted_on, document, effective)
      values (${id}, ${area}, ${content.title}, ${status}, ${drafted.by}, ${drafted.on}, ${document}, ${effective})
      on conflict (policy_id) do update set title = excluded.title, status = excluded.status,
        document = excluded.document, effective = excluded.effective`.execute(tx);
  },
};

export type PolicyRow = {
  readonly policyId: string;
  readonly title: string;
  readonly status: PolicyStatus;
  readonly draftedBy: string;
  readonly draftedOn: string;
  readonly document: string;
  readonly effective: string;
};

/** Newest first. */
export async function listPolicies(tx: ReadTx, area: string): Promise<readonly PolicyRow[]> {
  const found = await sql<PolicyRow>`
    select policy_id as "policyId", title, status, drafted_by as "draftedBy", drafted_on as "draftedOn", document,
      effective
    from policy_row where area = ${area} order by drafted_on desc, policy_id limit 200`.execute(tx);
  return found.rows;
}

export async function isNumberTaken(tx: ReadTx, area: string, document: string): Promise<boolean> {
  const found = await sql`
    select 1 from policy_row where area = ${area} and document = ${document}`.execute(tx);
  return found.rows.length > 0;
}

export type HistoryRow = { readonly type: string; readonly actor: string; readonly at: number };

export async function historyOf(tx: ReadTx, id: string): Promise<readonly HistoryRow[]> {
  const found = await sql<HistoryRow>`
    select type, actor, recorded_at as at from event where stream = ${`policy:${id}`} order by seq`.execute(
    tx,
  );
  return found.rows;
}

/** Two counties' drafts never wait for each other; two publications of one county do. */
export async function lockPublishing(tx: ReadTx, area: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`policy:${area}`}))`.execute(tx);
}
