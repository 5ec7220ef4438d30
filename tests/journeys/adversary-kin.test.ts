import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerOfficial } from '../../src/cli/demo/verbs/disclosure.ts';
import { declareNoRelatives } from '../../src/cli/demo/verbs/intake.ts';
import { idNumberFrom } from '../../src/cli/demo/synthetic-identity.ts';
import { fillPath } from '../../src/kernel/contract.ts';
import { addDays, localDate } from '../../src/kernel/local-date.ts';
import { caseView } from '../../src/modules/case/contract.ts';
import type { RouteEntry } from '../../src/platform/http/route.ts';
import { COUNTY, LUOJIANG, openCounty } from '../county.ts';
import { examples } from '../matrix/example.ts';
import { knock } from '../matrix/knock.ts';
import { buildWorld, DAY, type Seat, type World } from '../matrix/world.ts';

/** Every seat of the place is held by a relative of the one family there is. */
describe('近亲属回避：办件对其近亲属如同不存在（JT-05、TH-01）', () => {
  let world: World;
  let own: readonly Seat[];
  let traces: readonly string[];
  beforeAll(async () => {
    world = await buildWorld(await openCounty(DAY));
    own = world.seats.filter((seat) => seat.relation === 'own');
    const { county, family, caseId } = world;
    const aid = await county.desk('aid-officer', COUNTY);
    const [applicant] = family.people;
    for (const [index, { person, role }] of own.entries()) {
      const idNumber = idNumberFrom(9100, addDays(localDate('1961-05-05'), index), 'male');
      const place = LUOJIANG;
      await registerOfficial(
        aid,
        { name: `演${role}`, idNumber, position: role, place, person, kind: 'staff' },
        [{ name: applicant?.name ?? '', relation: '兄弟', idNumber: applicant?.idNumber ?? null }],
      );
    }
    const clerk = await county.desk('window-clerk', LUOJIANG);
    await declareNoRelatives(clerk, caseId);
    const { body } = await clerk.ask(caseView, { caseId });
    traces = [caseId, body.summary.number, ...family.people.map(({ name }) => name)];
  });
  afterAll(() => world.county.close());

  const allowed = ({ access }: RouteEntry) => own.filter(({ role }) => access.roles.includes(role));

  it('名册比对命中本辖区每一个岗位上的人', async () => {
    const desk = await world.county.desk('window-clerk', LUOJIANG);
    const { body } = await desk.ask(caseView, { caseId: world.caseId });
    const { hits: found } = body.state['disclosure'] as { hits: { person: string | null }[] };
    const hits = new Set(found.map(({ person }) => person));
    expect(own.every(({ person }) => hits.has(person))).toBe(true);
  });

  it('看不到、办不了：涉及该办件的每一个接口都答复 404', async () => {
    const faults: string[] = [];
    let knocked = 0;
    for (const entry of world.county.app.routes) {
      const example = examples[entry.contract.name]?.(world);
      const touches = example?.params?.['caseId'] ?? example?.params?.['hash'];
      if (!example || (touches !== world.caseId && touches !== world.file.hash)) continue;
      for (const seat of allowed(entry)) {
        world.county.clock.set(DAY);
        const token = await world.tokenOf(seat);
        const reply = await knock(world.county.app, entry, example, token, '10.1.1.1');
        knocked += 1;
        if (reply.status !== 404)
          faults.push(`${entry.contract.name} ${seat.role} ${reply.status}`);
      }
    }
    expect(faults).toEqual([]);
    expect(knocked).toBeGreaterThan(100);
  });

  it('每一个列表、清单、检索和统计里都没有该办件的编号和家庭成员姓名', async () => {
    const faults: string[] = [];
    for (const entry of world.county.app.routes) {
      const { contract } = entry;
      const example = examples[contract.name]?.(world);
      const isSearch = contract.name === 'SearchApplicants';
      // What an official declared of their own relatives is theirs to see.
      if (contract.name === 'OwnRegisterEntry') continue;
      if (!example || (contract.method !== 'GET' && !isSearch)) continue;
      for (const seat of allowed(entry)) {
        world.county.clock.set(DAY);
        const query = new URLSearchParams(example.search ?? {}).toString();
        const reply = await world.county.app.http.inject({
          method: contract.method,
          url: `/api${fillPath(contract.path, example.params ?? {})}?${query}`,
          headers: {
            host: 'localhost',
            'x-yimen': 'console',
            cookie: `yimen_session=${await world.tokenOf(seat)}`,
          },
          ...(isSearch ? { payload: { text: world.family.applicant.name } } : {}),
        });
        const found = traces.filter((each) => reply.body.includes(each));
        if (found.length > 0) faults.push(`${contract.name} ${seat.role}: ${found.join('、')}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('待办的件数也不含该办件', async () => {
    for (const seat of own.filter(({ role }) => role === 'case-officer')) {
      const headers = { cookie: `yimen_session=${await world.tokenOf(seat)}` };
      const reply = await world.county.app.http.inject({ url: '/api/cases', headers });
      expect(reply.json()).toMatchObject({ cases: [], total: 0 });
    }
  });
});
