import { describe, expect, test } from 'vitest';
import type { HouseholdFacts } from '../facts.ts';
import type { Field, RuleSetText } from '../language/declaration.ts';
import { smallFrame } from '../language/small-frame.fixture.ts';
import type { Caseload } from './caseload.ts';
import { placeOf } from './caseload.ts';
import { schemaOf } from './column.ts';
import { packer } from './pack.ts';
import { packedRecord } from './packed-record.ts';
import { unpacker } from './unpack.ts';

type Raw = Readonly<Record<string, unknown>>;

/** Facts of a part of the household beside those of the small frame. */
const part = (key: string, type: string, more: Partial<Field> = {}): Field => ({
  ...{ name: `relief${key}`, title: key, level: 'household', type, ...more },
  read: (record) => (record['relief'] as Raw | null | undefined)?.[key] ?? null,
});
const text: RuleSetText = {
  ...smallFrame,
  fields: [
    ...smallFrame.fields,
    part('kind', 'code CARE'),
    part('loss', 'fen', { range: [0, 100_000_000_000] }),
    part('since', 'date'),
    part('is', 'yes/no'),
  ],
};

const income = (id: number, member: number, more: Raw = {}): Raw => ({
  ...{ id: `income${id}`, member: `member${member}`, activity: 'rice', units: 3, amount: 100 },
  ...more,
});
const member = (id: number, more: Raw = {}): Raw => ({
  ...{ id: `member${id}`, birth: '1980-02-29', ill: false, work: 'no', ...more },
});
const NOT_ASKED = { transfersPaid: null, assets: [], supporters: null, spendings: [] };
const household = (members: readonly Raw[], incomes: readonly Raw[] | null, more: Raw = {}) =>
  ({
    ...{ place: '990101', residence: 'urban', acceptedOn: null, members, incomes },
    ...{ ...NOT_ASKED, pastReliefs: [], relief: null, ...more },
  }) as unknown as HouseholdFacts;

const families = [
  household([member(1, { ill: true })], [income(1, 1, { activity: 'pig' }), income(2, 1)]),
  household(
    [member(1, { birth: null }), member(2, { work: null, ill: null }), member(3)],
    [income(1, 1, { amount: 99_000_000_000 }), income(2, 3, { activity: null, units: null })],
    { relief: { kind: 'half', loss: 5_000_000_000, since: '1900-01-01', is: true } },
  ),
  household([member(1, { work: 'yes' })], null, {
    relief: { kind: null, loss: 0, since: null, is: null },
    ...{ place: '990102', residence: null },
  }),
  household([member(1)], [income(1, 1, { activity: 'tea', amount: 2_147_483_647, units: 254 })], {
    relief: { kind: 'none', loss: null, since: '9999-12-31', is: false },
  }),
  household([member(1)], [income(1, 1, { activity: 'pig', units: 10_000 })]),
];

function expectBack(caseload: Caseload): void {
  const unpack = unpacker(caseload);
  for (const [position, facts] of families.entries()) expect(unpack(position)).toEqual(facts);
  expect(caseload.size).toBe(families.length);
}

describe('取出来与放进去的一样', () => {
  test('直接放入的', () => {
    const packing = packer(schemaOf(text));
    for (const each of families) packing.add(each);
    expectBack(packing.caseload());
  });

  test('由记录读入的：开放的代码按名称对上，装不下的大数、没有问过的都在', () => {
    const packing = packer(schemaOf(text));
    for (const each of families) {
      expect(packing.addRecord(packedRecord(schemaOf(text), each))).toBe(true);
    }
    const caseload = packing.caseload();
    expectBack(caseload);
    const direct = packer(schemaOf(text));
    for (const each of families) direct.add(each);
    expect(caseload.seen).toEqual(direct.caseload().seen);
    expect([...(caseload.schema.codes.get('ACTIVITY')?.keys() ?? [])]).toEqual([
      ...['pig', 'rice', 'tea'],
    ]);
  });

  test('混着放、分几块放的', () => {
    const packing = packer(schemaOf(text));
    for (const [position, each] of families.entries()) {
      if (position % 2 === 0) packing.add(each);
      else packing.addRecord(packedRecord(schemaOf(text), each));
      if (position !== 2) packing.caseload();
    }
    const caseload = packing.caseload();
    expect(caseload.chunks.map(({ households }) => households)).toEqual([1, 1, 2, 1]);
    expectBack(caseload);
    expect([0, 2, 3, 4].map((each) => placeOf(caseload, each).index)).toEqual([0, 0, 1, 0]);
    expect(() => placeOf(caseload, 5)).toThrow('no household 5');
  });

  test('一次要很多地方的也放得下：一户四十条收入，一百户', () => {
    const many = Array.from({ length: 40 }, (_, each) => income(each + 1, 1, { units: each }));
    const packing = packer(schemaOf(text));
    for (let left = 0; left < 100; left += 1) {
      const facts = household([member(1)], many);
      if (left % 3 === 0) packing.add(facts);
      else packing.addRecord(packedRecord(schemaOf(text), facts));
    }
    const unpack = unpacker(packing.caseload());
    for (const position of [0, 1, 50, 98, 99]) {
      expect(unpack(position).incomes).toEqual(many);
    }
  });
});
