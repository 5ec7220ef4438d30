import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCounty } from '../county.ts';
import { type Example, examples } from './example.ts';
import { knock, type Knock } from './knock.ts';
import { readPolicy } from './policy.ts';
import { buildWorld, DAY, type Seat, type World } from './world.ts';

const policy = readPolicy();

// The routes are listed before the tests are, so that each route has a test of its own.
const listing = await openCounty(DAY, { staff: false });
const names = listing.app.routes.map(({ contract }) => contract.name);
await listing.close();
// A row without a route, or a route without a row, is told by the first test below.
const guarded = names.filter((name) => policy.get(name) !== 'anyone');
const open = names.filter((name) => policy.get(name) === 'anyone');

describe('权限表', () => {
  it('每个办理事项在表中恰有一行，每一行都有对应的事项', () => {
    expect([...policy.keys()].toSorted()).toEqual(names.toSorted());
  });

  it('每个须登录的事项都有一个示例（tests/matrix/example.ts）', () => {
    const without = guarded.filter((name) => !examples[name]);
    const message = `请在 tests/matrix/example.ts 为这些事项各写一个示例：${without.join('、')}`;
    expect(without, message).toEqual([]);
  });
});

/** What the answer must be, from the table and the places alone. Null when it is right. */
function wrong(route: string, seat: Seat, example: Example, reply: Knock): string | null {
  const roles = policy.get(route) ?? [];
  const isAllowed = roles === 'anyone' || roles.includes(seat.role);
  const isInside = example.at === 'asker' || example.at.startsWith(seat.area);
  const fits = () => {
    if (!isInside) return isAllowed ? reply.status === 404 : [403, 404].includes(reply.status);
    // Whoever is bought in sits below the townships: what begins there is absent to them.
    if (!isAllowed && seat.role === 'supplier-worker') return [403, 404].includes(reply.status);
    // Whether somebody may act on a thing is asked once it is found.
    if (!isAllowed)
      return reply.status === 403 || (example.absent === true && reply.status === 404);
    if (reply.status === 404) return example.absent === true;
    if (reply.status === 400) return example.faulty === true;
    return reply.status !== 401 && reply.status !== 403 && reply.status < 500;
  };
  if (fits()) return null;
  const expected = `${isInside ? '本辖区' : '辖区外'}${isAllowed ? '有权' : '无权'}`;
  return `${seat.role}(${seat.relation})应为${expected}，答复 ${reply.status} ${reply.text}`;
}

describe('岗位 × 地方 × 办理事项', () => {
  let world: World;
  beforeAll(async () => {
    world = await buildWorld(await openCounty(DAY));
  });
  afterAll(() => world.county.close());

  it.each(guarded)('%s', async (name) => {
    const entry = world.county.app.routes.find(({ contract }) => contract.name === name);
    const make = examples[name];
    if (!entry || !make) throw new Error(`${name} 没有示例`);
    const address = addressOf(name);
    world.county.clock.set(DAY);
    expect((await knock(world.county.app, entry, make(world), null, address)).status).toBe(401);
    const faults: string[] = [];
    for (const seat of world.seats) {
      const example = make(world);
      const ask = async (anew: boolean) =>
        knock(world.county.app, entry, example, await world.tokenOf(seat, anew), address);
      const first = await ask(false);
      // Some acts end the session they come with.
      const reply = first.status === 401 ? await ask(true) : first;
      const fault = wrong(name, seat, example, reply);
      if (fault) faults.push(fault);
    }
    expect(faults).toEqual([]);
  });

  it.each(open)('%s 没有登录的人可以请求，不因岗位被拒', async (name) => {
    const entry = world.county.app.routes.find(({ contract }) => contract.name === name);
    if (!entry) throw new Error(name);
    const reply = await knock(world.county.app, entry, { at: 'asker' }, null, addressOf(name));
    expect([200, 400, 401]).toContain(reply.status);
  });
});

// Each route from an address of its own: the limits per address are tested elsewhere.
function addressOf(name: string): string {
  return `10.0.${Math.floor(names.indexOf(name) / 250)}.${(names.indexOf(name) % 250) + 1}`;
}
