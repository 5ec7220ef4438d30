import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCounty } from '../county.ts';
import { examples } from './example.ts';
import { knock } from './knock.ts';
import { readPolicy } from './policy.ts';
import { buildWorld, DAY, seatsShutOut, type World } from './world.ts';

// The second wall is off here: the program works under the owner, whom row security does not hold. What still
// stops an act out of area is the application alone (security.md §3.5, each wall apart).
const policy = readPolicy();
const guarded = [...policy.keys()].filter((name) => policy.get(name) !== 'anyone');

describe('程序这一道墙', () => {
  let world: World;
  beforeAll(async () => {
    world = await buildWorld(await openCounty(DAY, { rowSecurity: false }));
  });
  afterAll(() => world.county.close());

  it.each(guarded)('%s 在辖区外读不到、改不了', async (name) => {
    const entry = world.county.app.routes.find(({ contract }) => contract.name === name);
    const make = examples[name];
    if (!entry || !make) throw new Error(`${name} 没有示例`);
    const { at } = make(world);
    if (at === 'asker') return;
    world.county.clock.set(DAY);
    const faults: string[] = [];
    for (const seat of seatsShutOut(world.seats, policy.get(name) ?? [], at)) {
      const token = await world.tokenOf(seat);
      const address = `10.2.0.${(guarded.indexOf(name) % 250) + 1}`;
      const example = make(world);
      const { status, text } = await knock(world.county.app, entry, example, token, address);
      if (status === 400 && example.unseen) continue;
      // 403 where the role is looked at first: it tells of the role, not of the case.
      if (status !== 404 && status !== 403) {
        faults.push(`${seat.role}(${seat.relation})得到 ${status} ${text.slice(0, 200)}`);
      }
    }
    expect(faults).toEqual([]);
  });
});
