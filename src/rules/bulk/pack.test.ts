import { describe, expect, test } from 'vitest';
import { fen } from '../../kernel/fen.ts';
import { frameText } from '../frame.ts';
import type { HouseholdFacts } from '../facts.ts';
import { household } from '../worked-case.ts';
import { schemaOf } from './column.ts';
import { drawnHousehold } from './drawn-household.fixture.ts';
import { CHUNK_SIZE, packer } from './pack.ts';
import { packedRecord } from './packed-record.ts';
import { unpacker } from './unpack.ts';

function packed(households: readonly HouseholdFacts[]) {
  const packing = packer(schemaOf(frameText));
  for (const each of households) packing.add(each);
  return packing.caseload();
}

const places = ['511703001', '511703001002', '350426'];
const activities = ['rice', 'pig', 'mason'];

describe('家庭情况按列存放', () => {
  test('任何家庭取出来与放进去的一样：未知、没有问过、装不下的大数都在', () => {
    const schema = schemaOf(frameText);
    const drawing = { unknown: 0.15, huge: 0.02, places, activities };
    const drawn = Array.from({ length: 400 }, (_, seed) => drawnHousehold(schema, seed, drawing));
    const caseload = packed(drawn);
    const unpack = unpacker(caseload);
    expect(caseload.size).toBe(drawn.length);
    for (const [position, facts] of drawn.entries()) expect(unpack(position)).toEqual(facts);
    expect(caseload.chunks[0]?.beside.size).toBeGreaterThan(10);
  });

  test('边放边取，放满一块另起一块，先后次序不变', () => {
    const packing = packer(schemaOf(frameText));
    const family = household();
    const spent = (position: number) => (position % 7 === 0 ? null : fen(position));
    const many = 101 + CHUNK_SIZE + 10;
    for (let position = 0; position < many; position += 1) {
      packing.add({ ...family, utilitiesMonthly: spent(position) });
      if (position === 100) expect(packing.caseload().size).toBe(101);
    }
    const caseload = packing.caseload();
    expect(caseload.chunks.map((each) => each.households)).toEqual([101, CHUNK_SIZE, 10]);
    const unpack = unpacker(caseload);
    for (const position of [0, 1, 7, 100, 101, 102, 101 + CHUNK_SIZE, many - 1]) {
      expect(unpack(position).utilitiesMonthly).toBe(spent(position));
    }
    expect(() => unpack(many)).toThrow(RangeError);
  });

  test('打包成一条记录再读入，与直接放入的一样，混着放也一样', () => {
    const drawing = { unknown: 0.15, huge: 0.02, places, activities };
    const drawn = Array.from({ length: 300 }, (_, seed) =>
      drawnHousehold(schemaOf(frameText), seed, drawing),
    );
    // Open lists are numbered as they are met, in another order in each record.
    const packing = packer(schemaOf(frameText));
    for (const [position, facts] of drawn.entries()) {
      if (position % 3 === 0) packing.add(facts);
      else expect(packing.addRecord(packedRecord(schemaOf(frameText), facts))).toBe(true);
    }
    const [read, direct] = [packing.caseload(), packed(drawn)];
    expect(read.seen).toEqual(direct.seen);
    expect(read.areas).toEqual(direct.areas);
    const unpack = unpacker(read);
    for (const [position, facts] of drawn.entries()) expect(unpack(position)).toEqual(facts);
  });

  test('按另一套列打包的记录不读入，什么也不留下', () => {
    const fields = frameText.fields.filter(({ name }) => name !== 'utilitiesMonthly');
    expect(fields).toHaveLength(frameText.fields.length - 1);
    const other = schemaOf({ ...frameText, fields });
    const packing = packer(schemaOf(frameText));
    expect(packing.addRecord(packedRecord(other, household()))).toBe(false);
    expect(packing.caseload().size).toBe(0);
  });

  test('代码表里没有的代码放不进去', () => {
    const packing = packer(schemaOf(frameText));
    const [member] = household().members;
    const wrong = { ...household(), members: [{ ...member, sex: 'x' }] } as unknown;
    expect(() => packing.add(wrong as HouseholdFacts)).toThrow('sex');
  });
});
