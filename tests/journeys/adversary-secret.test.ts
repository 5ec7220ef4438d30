import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { investigated, plainDays, posted } from '../../src/cli/demo/story.ts';
import type { SyntheticFamily } from '../../src/cli/demo/person.ts';
import { object } from '../../src/cli/demo/verbs/publicity.ts';
import { fillPath } from '../../src/kernel/contract.ts';
import { fen } from '../../src/kernel/fen.ts';
import { revealField } from '../../src/modules/case/contract.ts';
import { readDraft, saveDraft } from '../../src/modules/identity/contract.ts';
import { searchApplicants } from '../../src/modules/intake/contract.ts';
import { readObjection } from '../../src/modules/publicity/contract.ts';
import { createLogger } from '../../src/platform/log.ts';
import { LUOJIANG, openCounty } from '../county.ts';
import { examples } from '../matrix/example.ts';
import { knock } from '../matrix/knock.ts';
import { buildWorld, DAY, type World } from '../matrix/world.ts';

const CONTENT = '这家人在县城还有一处门面出租没有申报';
const OBJECTOR = { name: '褚演诉', phone: '19955550123' };
const NEIGHBOUR = '冯演邻';

describe('敏感信息只在专门的查看里出现一次（安全规格 5.5）', () => {
  const lines: string[] = [];
  let world: World;
  let family: SyntheticFamily;
  let objectionId: string;
  let secrets: readonly string[];
  beforeAll(async () => {
    const log = createLogger({ destination: { write: (line) => lines.push(line) } });
    const built = await buildWorld(await openCounty(DAY, { log }));
    const { county } = built;
    const cast = county.cast(LUOJIANG);
    family = simpleFamily({
      number: 901,
      village: `${LUOJIANG}200`,
      members: 2,
      monthlyIncome: fen(60_000),
    });
    const caseId = await investigated(cast, county.clock, family, plainDays);
    await posted(cast, county.clock, caseId, plainDays);
    objectionId = await object(cast.clerk, caseId, CONTENT, OBJECTOR);
    const memberId = family.people[0]?.memberId ?? '';
    world = { ...built, caseId, memberId, family };
    secrets = [
      ...family.people.flatMap(({ idNumber, phone }) => [idNumber ?? '', phone ?? '']),
      family.account.number,
      CONTENT,
      OBJECTOR.name,
      OBJECTOR.phone,
      NEIGHBOUR,
      ...(await indexes()),
    ].filter((each) => each.length > 0);
  });
  afterAll(() => world.county.close());

  const leaks = (text: string) => secrets.filter((each) => text.includes(each));

  async function asOwner<T extends pg.QueryResultRow>(statement: string): Promise<T[]> {
    const client = new pg.Client({ connectionString: world.county.fresh.ownerUrl });
    await client.connect();
    try {
      return (await client.query<T>(statement)).rows;
    } finally {
      await client.end();
    }
  }

  /** Blind indexes of the household: equal to those of the same people anywhere, so no screen has them. */
  async function indexes(): Promise<string[]> {
    const { sealer } = world.county.app.context;
    return family.people.flatMap(({ idNumber, phone }) => [
      ...(idNumber ? [sealer.indexOf('idNumber', idNumber)] : []),
      ...(phone ? [sealer.indexOf('phone', phone)] : []),
    ]);
  }

  it('查看和异议内容只给有权的岗位看，重复提交在一分钟内给同样的内容', async () => {
    const { county, caseId, memberId } = world;
    county.clock.set(plainDays.opined);
    const { clerk, officer, aid } = county.cast(LUOJIANG);
    const asked = { field: 'idNumber', memberId, purpose: '核对身份证件' };
    const shown = await clerk.must(revealField, { caseId }, asked);
    expect(shown.body['value']).toBe(family.people[0]?.idNumber);
    const reading = { objectionId, purpose: '办理异议' };
    const options = { key: randomUUID() };
    const first = await officer.must(readObjection, { caseId }, reading, options);
    expect(first.body).toEqual({ content: CONTENT, objector: null });
    expect(await officer.give(readObjection, { caseId }, reading, options)).toEqual(first);
    expect((await aid.must(readObjection, { caseId }, reading)).body['objector']).toEqual(OBJECTOR);
    expect((await clerk.give(readObjection, { caseId }, reading)).status).toBe(403);
    county.clock.set(plainDays.opined, '10:30');
    expect((await officer.give(readObjection, { caseId }, reading, options)).status).toBe(422);
    await clerk.must(saveDraft, { key: 'intake' }, { value: { idNumber: secrets[0] } });
    expect((await clerk.ask(readDraft, { key: 'intake' })).body.value).toMatchObject({});
    await clerk.must(searchApplicants, {}, { text: family.people[0]?.idNumber });
  });

  it('任何岗位的任何页面、列表和拒绝答复的每一个字节里都没有', async () => {
    const faults: string[] = [];
    let read = 0;
    for (const entry of world.county.app.routes) {
      const { contract, access } = entry;
      const example = examples[contract.name]?.(world);
      if (!example || ['ReadDraft', 'RevealField', 'ReadObjection'].includes(contract.name))
        continue;
      for (const seat of world.seats) {
        if (seat.relation !== 'own' || !access.roles.includes(seat.role)) continue;
        world.county.clock.set(plainDays.opined);
        const token = await world.tokenOf(seat);
        const params = { ...example.params };
        const search = new URLSearchParams(example.search ?? {}).toString();
        const reply =
          contract.method === 'GET'
            ? await world.county.app.http.inject({
                url: `/api${fillPath(contract.path, params)}?${search}`,
                headers: { cookie: `yimen_session=${token}` },
              })
            : { body: (await knock(world.county.app, entry, example, token, '10.2.2.2')).text };
        const found = leaks(reply.body);
        read += 1;
        if (found.length > 0) faults.push(`${contract.name} ${seat.role}: ${found.join('、')}`);
      }
    }
    expect(faults).toEqual([]);
    expect(read).toBeGreaterThan(200);
  });

  it('数据库里没有任何一处明文：事件、状态、列表、答复留存、草稿、任务', async () => {
    const plain = secrets.filter((each) => !/^[\w-]{43}$/.test(each));
    const tables = await asOwner<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const faults: string[] = [];
    const patterns = plain.map((each) => pg.escapeLiteral(`%${each}%`)).join(', ');
    for (const { name } of tables) {
      const found = await asOwner(
        `select 1 from ${name} t where t::text like any (array[${patterns}]) limit 1`,
      );
      if (found.length > 0) faults.push(name);
    }
    expect(faults).toEqual([]);
    expect(tables.length).toBeGreaterThan(20);
  });

  it('运行日志里没有', () => {
    expect(lines.length).toBeGreaterThan(100);
    expect(leaks(lines.join('\n'))).toEqual([]);
  });
});
