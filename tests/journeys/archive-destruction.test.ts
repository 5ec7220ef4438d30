import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { type Cast, decided, plainDays } from '../../src/cli/demo/story.ts';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { archive, packetOf } from '../../src/cli/demo/verbs/archive.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { fen } from '../../src/kernel/fen.ts';
import { addDays, addMonths } from '../../src/kernel/local-date.ts';
import * as contract from '../../src/modules/archive/contract.ts';
import { dropDestroyedBytes } from '../../src/modules/archive/jobs.ts';
import { verifyPacket } from '../../src/modules/archive/verify-packet.ts';
import { caseView, revealField } from '../../src/modules/case/contract.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { read, SYSTEM } from '../../src/platform/database/database.ts';
import { checkFolds } from '../../src/platform/record/rebuild.ts';
import { verifyChains } from '../../src/platform/record/verify.ts';
import { streamKinds } from '../../src/server/kinds.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty } from '../county.ts';

const over = addDays(addMonths(plainDays.decided, 60), 1);

describe('到期档案的销毁', () => {
  let county: County;
  let cast: Cast;
  let aid: Desk;
  let leader: Desk;
  let owner: pg.Client;
  beforeAll(async () => {
    county = await openCounty(plainDays.accepted);
    aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    cast = await castOf(county, LUOJIANG);
    leader = await county.desk('county-leader', COUNTY);
    owner = new pg.Client({ connectionString: county.fresh.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await county.close();
  });

  const familyOf = (number: number) =>
    simpleFamily({ number, village: `${LUOJIANG}200`, members: 2, monthlyIncome: fen(124_000) });
  /** A refused household's file, closed. */
  async function closedFile(number: number): Promise<string> {
    const caseId = await decided(cast, county.clock, familyOf(number), plainDays);
    await archive(cast.officer, caseId);
    return caseId;
  }
  const versionOf = async (destructionId: string) =>
    (await aid.ask(contract.destructionView, { destructionId })).body.version;
  async function proposed(...caseIds: readonly string[]) {
    const destructionId = randomUUID();
    const appraisal = '逐卷鉴定，均已超过保管期限，没有继续保存的价值';
    const reply = await aid.give(
      contract.proposeDestruction,
      {},
      { destructionId, caseIds, appraisal },
    );
    return { destructionId, reply };
  }
  const answer = async (desk: Desk, act: 'approve' | 'carryOut', destructionId: string) => {
    const ifMatch = await versionOf(destructionId);
    return act === 'approve'
      ? desk.give(
          contract.approveDestruction,
          { destructionId },
          { opinion: '同意销毁' },
          { ifMatch },
        )
      : desk.give(
          contract.carryOutDestruction,
          { destructionId },
          { witness: '乙演谷（县档案馆）' },
          { ifMatch },
        );
  };

  it('期满前不能列入；期满后造册、另一人批准、再执行；记录链仍然一致，什么也读不到了', async () => {
    const caseId = await closedFile(11);
    const other = await closedFile(12);
    const { applicant, people } = familyOf(11);
    await cast.officer.must(
      revealField,
      { caseId },
      { field: 'idNumber', memberId: people[0]?.memberId ?? '', purpose: '核对证件' },
    );
    const packet = await packetOf(aid, caseId);
    const files = (
      await owner.query<{ hash: string }>('select hash from evidence_file where case_id = $1', [
        caseId,
      ])
    ).rows.map(({ hash }) => hash);
    expect(files.length).toBeGreaterThan(3);
    const indexes = (
      await owner.query<{ index: string }>(
        'select id_index as index from case_person where case_id = $1',
        [caseId],
      )
    ).rows.map(({ index }) => index);

    const early = await proposed(caseId);
    expect([early.reply.status, early.reply.body['code']]).toEqual([409, 'file-still-kept']);
    county.clock.set(over);
    const { destructionId, reply } = await proposed(caseId);
    expect(reply.status).toBe(200);
    const twice = await proposed(caseId);
    expect(twice.reply.body['code']).toBe('file-listed');
    const unapproved = await answer(aid, 'carryOut', destructionId);
    expect(unapproved.body['code']).toBe('destruction-not-approved');
    expect((await answer(aid, 'approve', destructionId)).status).toBe(403);
    const stale = { opinion: '同意销毁' };
    const path = { destructionId };
    const missed = await leader.give(contract.approveDestruction, path, stale, { ifMatch: 9 });
    expect(missed.status).toBe(412);
    expect((await answer(leader, 'approve', destructionId)).status).toBe(200);
    expect((await answer(leader, 'carryOut', destructionId)).status).toBe(403);
    expect((await answer(aid, 'carryOut', destructionId)).status).toBe(200);
    await dropDestroyedBytes(county.app.context);

    expect((await cast.officer.ask(caseView, { caseId })).status).toBe(404);
    expect((await cast.officer.ask(caseView, { caseId: other })).status).toBe(200);
    const view = (await aid.ask(contract.destructionView, { destructionId })).body;
    expect(view).toMatchObject({ status: 'destroyed', number: `销毁〔${over.slice(0, 4)}〕1号` });
    expect(view.destroyed).toMatchObject({ words: '乙演谷（县档案馆）' });
    expect(view.destroyed?.events).toBeGreaterThan(25);
    for (const hash of files) expect(await county.app.context.files.verify(hash)).toBe('missing');
    expect(await tablesWith(applicant.name)).toEqual(['event', 'record']);
    expect(await streamsWith(applicant.name)).toEqual(['meeting']);
    expect(indexes.length).toBe(people.length);
    for (const index of indexes) expect(await tablesWith(index)).toEqual([]);
    expect((await verified()).fault).toBeNull();
    expect(await mismatches()).toEqual([]);
    // A packet taken along before proves the same as ever.
    const source = {
      size: packet.length,
      read: async (at: number, n: number) => packet.subarray(at, at + n),
    };
    expect((await verifyPacket(source)).ok).toBe(true);
  });

  it('继续保管的留下；不批准的可以再列', async () => {
    county.clock.set(plainDays.accepted);
    const caseId = await closedFile(13);
    const other = await closedFile(14);
    county.clock.set(over);
    const { destructionId } = await proposed(caseId, other);
    const keep = { caseId, reason: '正在行政诉讼，继续保管' };
    const ifMatch = await versionOf(destructionId);
    await leader.must(contract.keepFile, { destructionId }, keep, { ifMatch });
    const relisted = await proposed(caseId);
    expect(relisted.reply.status).toBe(200);
    const declined = { ifMatch: await versionOf(relisted.destructionId) };
    const { destructionId: second } = relisted;
    await leader.must(
      contract.declineDestruction,
      { destructionId: second },
      { reason: '再保管一年' },
      declined,
    );
    expect((await answer(leader, 'approve', destructionId)).status).toBe(200);
    expect((await answer(aid, 'carryOut', destructionId)).status).toBe(200);
    expect((await cast.officer.ask(caseView, { caseId })).status).toBe(200);
    expect((await cast.officer.ask(caseView, { caseId: other })).status).toBe(404);
    expect((await verified()).fault).toBeNull();
    const { body } = await aid.ask(contract.destructionList, {});
    expect(body.destructions.map(({ status }) => status).toSorted()).toEqual([
      'declined',
      'destroyed',
      'destroyed',
    ]);
  });

  it('没有批准的销毁数据库不做；抹去别的记录的内容，核验指得出', async () => {
    county.clock.set(plainDays.accepted);
    const caseId = await closedFile(15);
    const app = new pg.Client({ connectionString: county.fresh.appUrl });
    await app.connect();
    county.clock.set(over);
    const { destructionId } = await proposed(caseId);
    const refused = async (client: pg.Client, text: string, values: unknown[] = []) =>
      client.query(text, values).then(
        () => 'done',
        (error: { code?: string }) => error.code,
      );
    await app.query(`select set_config('yimen.area', '${COUNTY}', false)`);
    expect(await refused(app, 'select destroy_contents($1)', [destructionId])).toBe('42501');
    const empty = `update event set data = '{}', salt = '' where stream = 'case:${caseId}'`;
    expect(await refused(app, empty)).toBe('42501');
    expect(await refused(owner, empty)).toBe('42501');
    await app.end();
    await owner.query('begin');
    await owner.query('set local session_replication_role = replica');
    await owner.query(empty);
    await owner.query('commit');
    expect((await verified()).fault).toMatchObject({
      stream: `case:${caseId}`,
      what: '内容被抹去，没有批准的销毁记录',
    });
  });

  const verified = () => read(county.app.context.database, SYSTEM, verifyChains);
  async function mismatches(): Promise<readonly string[]> {
    const found: string[] = [];
    for (const kind of streamKinds(createStandards())) {
      const result = await read(county.app.context.database, SYSTEM, (tx) => checkFolds(tx, kind));
      found.push(...result.mismatches.map(({ stream, what }) => `${stream} ${what}`));
    }
    return found;
  }

  /** Every table in which a text still stands somewhere. */
  async function tablesWith(text: string): Promise<readonly string[]> {
    const tables = await owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
    );
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const hits = await owner.query(
        `select 1 from "${name}" t where strpos(t::text, $1) > 0 limit 1`,
        [text],
      );
      if (hits.rows.length > 0) found.push(name);
    }
    return found;
  }
  /** Kinds of streams whose events still hold a text. */
  async function streamsWith(text: string): Promise<readonly string[]> {
    const { rows } = await owner.query<{ kind: string }>(
      'select distinct kind from event where strpos(data::text, $1) > 0 order by 1',
      [text],
    );
    return rows.map(({ kind }) => kind);
  }
});
