import { addDays, ageOn } from '../../src/kernel/local-date.ts';
import * as access from '../../src/modules/household/access.ts';
import * as contract from '../../src/modules/household/contract.ts';
import {
  recordArrival,
  recordDeparture,
} from '../../src/modules/household/record-member-change.ts';
import type { MemberFacts } from '../../src/rules/facts.ts';
import { type Ask, type Command, either, REASON } from './command.ts';
import { memberIds, newFile, nextId, sealed } from './world.ts';

/** Somebody dies, leaves or joins while the application is being handled. */

function departure(ask: Ask) {
  const { world, random, bent } = ask;
  const members = world.state.household.facts?.members ?? [];
  const ids = memberIds(world);
  const memberId = either(ask, ids.length > 0 ? random.pick(ids) : 'm1', 'nobody');
  const others = members.filter(({ id }) => id !== memberId);
  const gone = members.find(({ id }) => id === memberId);
  const [next] = others;
  const isMinor = next?.birth ? ageOn(next.birth, world.day) < 18 : false;
  const signed = isMinor
    ? ({ signedBy: 'guardian', guardianName: '罗监护' } as const)
    : ({ signedBy: 'member', guardianName: null } as const);
  const succession = next && {
    memberId: next.id,
    ...signed,
    signature: newFile(world),
    relations: others
      .filter(({ id }) => id !== next.id)
      .map(({ id }) => ({ memberId: id, relation: 'other-supported' as const })),
  };
  const isApplicant = gone?.relation === 'self' && others.length > 0;
  const right = isApplicant ? (succession ?? null) : null;
  return {
    memberId,
    because: random.pick(['died', 'left'] as const),
    on: either(ask, world.day, addDays(world.day, 1)),
    source: REASON,
    files: bent && random.chance(0.1) ? [] : [newFile(world)],
    heir: either(ask, null, next?.id ?? null),
    succession: either(ask, right, null, succession ?? null),
  };
}

function arrival(ask: Ask) {
  const { world, random } = ask;
  const [first] = world.state.household.facts?.members ?? [];
  const id = either(ask, `n${nextId(world)}`, 'm1');
  const born: Partial<MemberFacts> = {
    ...{ id, relation: 'other-supported', sex: 'female' },
    birth: random.pick([world.day, addDays(world.day, -4000)]),
    ...{ labourCapacity: 'none', employment: 'not-able', currentScheme: 'none' },
  };
  return {
    member: { ...first, ...born } as MemberFacts,
    ...{ name: `演${id}`, idNumber: null, phone: null },
    because: 'returned',
    on: either(ask, world.day, addDays(world.day, 1)),
    source: REASON,
    files: [newFile(world)],
  };
}

export const memberCommands: readonly Command[] = [
  {
    on: 'case',
    contract: contract.recordDeparture,
    access: access.access.RecordDeparture,
    body: departure,
    decide: recordDeparture as Command['decide'],
  },
  {
    on: 'case',
    contract: contract.recordArrival,
    access: access.access.RecordArrival,
    isRead: true,
    body: arrival,
    more: (ask, { member, name }: { member: MemberFacts; name: string }) => ({
      person: {
        ...{ memberId: member.id, name, phone: null },
        idNumber: sealed(either(ask, `519999${member.id}`, '519999m1')),
      },
      hits: [],
      coveredMembers: either(ask, [], [member.id]),
    }),
    decide: recordArrival as Command['decide'],
  },
];
