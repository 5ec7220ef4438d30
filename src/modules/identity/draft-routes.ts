import { sql } from 'kysely';
import { read, sqlState, write } from '../../platform/database/database.ts';
import { type Asker, type Context, principalOf } from '../../platform/http/context.ts';
import { invalid } from '../../platform/http/problem.ts';
import { parsed, rawRoute, type Router } from '../../platform/http/route.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';

const MOST_BYTES = 1024 * 1024;

/** What somebody is typing, kept encrypted under their own name; nobody else can read or change it. */
export function registerDrafts(router: Router): void {
  rawRoute(router, contract.readDraft, access.ReadDraft, async ({ context, asker, params }) => {
    const { key } = params;
    const found = await read(context.database, principalOf(asker), (tx) =>
      sql<{ value: string; at: number }>`
        select value, at from draft where person = ${asker.person} and key = ${key}`.execute(tx),
    );
    const [row] = found.rows;
    if (!row) return { value: null, savedAt: null };
    const sealed = { cipher: row.value, tail: '', index: '' };
    const text = context.sealer.open(placeOf(asker, key), sealed);
    return { value: JSON.parse(text) as unknown, savedAt: row.at };
  });
  rawRoute(router, contract.saveDraft, access.SaveDraft, async (call) => {
    const { context, asker, params, request } = call;
    const { value } = parsed(contract.saveDraft.body, request.body ?? {});
    const text = JSON.stringify(value ?? null);
    if (params.key.length > 200) throw invalid(['key'], '草稿名称过长');
    if (Buffer.byteLength(text) > MOST_BYTES)
      throw invalid(['value'], '草稿超过 1 MB，请先提交一部分');
    await save(context, asker, params.key, text);
    return {};
  });
  rawRoute(router, contract.dropDraft, access.DropDraft, async ({ context, asker, params }) => {
    await write(context.database, principalOf(asker), (tx) =>
      sql`delete from draft where person = ${asker.person} and key = ${params.key}`.execute(tx),
    );
    return {};
  });
}

function placeOf({ person }: Asker, key: string): string {
  return `draft:${person}:${key}`;
}

async function save(context: Context, asker: Asker, key: string, text: string): Promise<void> {
  const { cipher } = context.sealer.seal('text', placeOf(asker, key), text);
  const at = context.clock.now();
  const once = () =>
    write(context.database, principalOf(asker), async (tx) => {
      const updated = await sql`update draft set value = ${cipher}, at = ${at}
        where person = ${asker.person} and key = ${key}`.execute(tx);
      if (updated.numAffectedRows !== 0n) return;
      await sql`insert into draft (person, key, value, at)
        values (${asker.person}, ${key}, ${cipher}, ${at})`.execute(tx);
    });
  // Two tabs may save the first draft at once; the one that comes second finds the row and updates it.
  await once().catch((error: unknown) => {
    if (sqlState(error) !== '23505') throw error;
    return once();
  });
}
