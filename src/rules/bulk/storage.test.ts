import { describe, expect, test } from 'vitest';
import type { RuleSetText } from '../language/declaration.ts';
import { smallFrame } from '../language/small-frame.fixture.ts';
import { byteRow } from './byte-row.ts';
import { layOut, recordsOf, viewsOf } from './chunk.ts';
import { isUnknown, LARGEST, schemaOf, UNKNOWN, UNKNOWN_BYTE } from './column.ts';
import { packer } from './pack.ts';
import { packedRecord, tagOf } from './packed-record.ts';
import { factsOf } from './small-run.fixture.ts';
import { unpacker } from './unpack.ts';
import { growing, makeRoom, push, writingOf } from './writing.ts';

const schema = () => schemaOf(smallFrame);
const field = (type: string, range?: readonly [number, number]): RuleSetText['fields'][number] => ({
  ...{ name: 'added', level: 'member', title: '另加的', type },
  ...(range ? { range } : {}),
  read: (record) => record['added'] ?? null,
});
const columnFor = (type: string, range?: readonly [number, number]) =>
  schemaOf({ ...smallFrame, fields: [field(type, range)] }).columns[0];

describe('一列占多大', () => {
  test('一个字节装得下 254，装不下 255；四个字节的装到 2147483647', () => {
    const sizes = (high: number) => columnFor('number', [0, high])?.bytes;
    expect([sizes(254), sizes(255)]).toEqual([1, 4]);
    expect(columnFor('fen', [0, LARGEST + 1])).toMatchObject({ bytes: 4, low: 0, high: LARGEST });
    expect(columnFor('fen')).toMatchObject({ bytes: 4, high: LARGEST });
    expect(columnFor('number', [3, 9])).toMatchObject({ kind: 'number', low: 3, high: 9 });
    expect(() => columnFor('fen', [-1, 9])).toThrow('added');
    expect(() => columnFor('bands fen -> fen')).toThrow('a fact cannot be');
  });

  test('是否、日期、代码', () => {
    expect(columnFor('yes/no')).toMatchObject({
      kind: 'yes/no',
      bytes: 1,
      low: 0,
      high: 1,
      list: '',
    });
    expect(columnFor('date')).toMatchObject({
      kind: 'date',
      bytes: 4,
      low: 19_000_101,
      high: 99_991_231,
    });
    expect(columnFor('code CARE')).toMatchObject({
      kind: 'code',
      bytes: 1,
      low: 0,
      high: 2,
      list: 'CARE',
    });
    expect(columnFor('code ACTIVITY')).toMatchObject({ kind: 'code', bytes: 4, high: LARGEST - 1 });
    expect(columnFor('yes/no')?.path).toEqual(['added']);
  });

  test('不清楚的怎么记', () => {
    const [small, large] = [columnFor('yes/no'), columnFor('date')];
    if (!small || !large) throw new Error('no columns');
    expect([254, UNKNOWN_BYTE].map((each) => isUnknown(small, each))).toEqual([false, true]);
    expect([0, UNKNOWN].map((each) => isUnknown(large, each))).toEqual([false, true]);
  });

  test('代码表的次序就是代码的号；开放的从空的开始', () => {
    const { codes, openLists, levels } = schema();
    expect([...(codes.get('CARE') ?? [])]).toEqual([
      ['none', 0],
      ['half', 1],
      ['full', 2],
    ]);
    expect([[...openLists], codes.get('ACTIVITY')?.size]).toEqual([['ACTIVITY'], 0]);
    expect(levels).toEqual([
      ...[
        'household',
        'member',
        'income',
        'transfer',
        'asset',
        'supporter',
        'spending',
        'pastRelief',
      ],
    ]);
  });
});

describe('数组', () => {
  test('宽的在前，每个都对齐，互不重叠', () => {
    const { parts, size } = layOut([
      { bytes: 1, length: 3 },
      { bytes: 4, length: 2 },
      { bytes: 8, length: 1 },
      { bytes: 1, length: 1 },
    ]);
    expect(parts.map(({ offset }) => offset)).toEqual([16, 8, 0, 19]);
    expect(size).toBe(20);
    const views = viewsOf(new SharedArrayBuffer(size), parts);
    expect(views.map((each) => [each.BYTES_PER_ELEMENT, each.length])).toEqual([
      [1, 3],
      [4, 2],
      [8, 1],
      [1, 1],
    ]);
    for (const [index, each] of views.entries()) each.fill(index + 1);
    expect(views.map((each) => [...each])).toEqual([[1, 1, 1], [2, 2], [3], [4]]);
  });

  test('放满了加倍，放过的都在', () => {
    for (const bytes of [1, 4] as const) {
      const array = growing(bytes);
      const room = array.values.length;
      for (let value = 0; value < room; value += 1) push(array, value);
      expect(array.values).toHaveLength(room);
      push(array, 7);
      expect([array.values.length, array.length]).toEqual([2 * room, room + 1]);
      expect([...array.values.subarray(0, 3), array.values[room]]).toEqual([0, 1, 2, 7]);
      expect(array.values.BYTES_PER_ELEMENT).toBe(bytes);
    }
  });

  test('正好放满的不换地方，多一条的换；一次要很多的给够', () => {
    const { household } = writingOf(schema());
    const room = household.capacity;
    expect(makeRoom(household, room)).toBe(false);
    expect(makeRoom(household, room + 1)).toBe(true);
    expect(household.capacity).toBe(2 * room);
    const member = writingOf(schema()).household.below[0];
    if (!member) throw new Error('no members');
    member.records = 1;
    expect(makeRoom(member, 10 * room)).toBe(true);
    expect([member.capacity, ...member.columns.map(({ values }) => values.length)]).toEqual([
      ...[10 * room + 1, 10 * room + 1, 10 * room + 1, 10 * room + 1],
    ]);
  });

  test('每层有几条', () => {
    const packing = packer(schema());
    packing.add(factsOf([{ incomes: [{}, {}] }, {}]));
    const caseload = packing.caseload();
    const [chunk] = caseload.chunks;
    if (!chunk) throw new Error('no households');
    const counted = (['household', 'member', 'income', 'asset'] as const).map((level) =>
      recordsOf(caseload.schema, chunk, level),
    );
    expect(counted).toEqual([1, 2, 2, 0]);
    expect(() => recordsOf(caseload.schema, chunk, 'area')).toThrow('no records of level area');
  });
});

describe('列里有些什么', () => {
  test('最大的数、几条不清楚、最长的一列、哪层没有问过', () => {
    const packing = packer(schema());
    packing.add(
      factsOf([
        {
          incomes: [
            { units: 3, amount: 9 },
            { units: null, amount: 100 },
          ],
        },
      ]),
    );
    packing.add(factsOf([{}, { incomes: [{ units: 5, amount: LARGEST + 1 }] }]));
    const { seen, schema: own, size, chunks } = packing.caseload();
    const at = (name: string) => own.columns.findIndex((each) => each.field.name === name);
    expect([seen.largest[at('units')], seen.misses[at('units')]]).toEqual([5, 1]);
    expect([seen.largest[at('amount')], seen.misses[at('amount')]]).toEqual([100, 1]);
    expect([seen.largest[at('ill')], seen.misses[at('ill')]]).toEqual([0, 3]);
    expect([seen.longest.get('member'), seen.longest.get('income')]).toEqual([2, 2]);
    expect(seen.unasked).toEqual(
      new Set(['transfer', 'asset', 'supporter', 'spending', 'pastRelief']),
    );
    expect([size, chunks.length]).toEqual([2, 1]);
    expect([...(chunks[0]?.beside ?? [])]).toEqual([[at('amount'), new Map([[2, LARGEST + 1]])]]);
    expect(packing.caseload()).toMatchObject({ size: 2, chunks: [{ households: 2 }] });
  });

  test('地方连着的只记一次，分开的也只有一个号', () => {
    const packing = packer(schema());
    for (const place of ['990101', '990102', '990101']) packing.add(factsOf([{}], place));
    const rural = { ...factsOf([{}], '990101'), residence: 'rural' as const };
    packing.add(rural);
    const caseload = packing.caseload();
    expect(caseload.areas).toEqual([
      { place: '990101', residence: 'urban' },
      { place: '990102', residence: 'urban' },
      { place: '990101', residence: 'rural' },
    ]);
    expect([0, 1, 2, 3].map((each) => unpacker(caseload)(each).residence)).toEqual([
      ...['urban', 'urban', 'urban', 'rural'],
    ]);
  });
});

describe('一户一条的记录', () => {
  test('字节的次序；255 个字节的字放得下，256 个放不下', () => {
    const row = byteRow();
    row.number(1, 255);
    row.number(2, 258);
    row.number(4, -2);
    row.figure(1.5);
    row.text('县');
    expect([...row.bytes()]).toEqual([
      ...[255, 2, 1, 254, 255, 255, 255, 0, 0, 0, 0, 0, 0, 248, 63, 3, 229, 142, 191],
    ]);
    const long = byteRow();
    long.text('a'.repeat(255));
    expect(long.bytes()).toHaveLength(256);
    expect(() => byteRow().text('a'.repeat(256))).toThrow('too long for a record');
  });

  test('放满 512 个字节还能放，一次放很多也行', () => {
    const row = byteRow();
    for (let value = 0; value < 130; value += 1) row.number(4, value);
    row.text('b'.repeat(200));
    const bytes = row.bytes();
    expect([bytes.length, bytes[0], bytes[516], bytes[520], bytes.at(-1)]).toEqual([
      721, 0, 129, 200, 98,
    ]);
    const exactly = byteRow();
    for (let value = 0; value < 128; value += 1) exactly.number(4, 7);
    expect(exactly.bytes()).toHaveLength(512);
  });

  test('列、代码变了，记号就变；开放的代码表多了代码不变', () => {
    const tag = tagOf(schema());
    expect([tagOf(schema()), Number.isInteger(tag)]).toEqual([tag, true]);
    const { ACTIVITY, CARE, ...codes } = smallFrame.codes;
    const changed: Partial<RuleSetText>[] = [
      { fields: smallFrame.fields.slice(1) },
      { fields: smallFrame.fields.toReversed() },
      { fields: [...smallFrame.fields.slice(0, -1), field('fen', [0, 9])] },
      { codes: { ...codes, ACTIVITY: 'open', CARE: { none: '没有' } } },
      { codes: { ...codes, CARE: CARE ?? 'open', ACTIVITY: { rice: '水稻' } } },
    ];
    const tags = changed.map((each) => tagOf(schemaOf({ ...smallFrame, ...each })));
    expect(ACTIVITY).toBe('open');
    // The fact of the area is in no column: without it the record is the same.
    expect(tags[0]).toBe(tag);
    expect(new Set([tag, ...tags]).size).toBe(5);
    const open = schema();
    open.codes.get('ACTIVITY')?.set('rice', 0);
    expect(tagOf(open)).toBe(tag);
  });

  test('同一地方接着读；换了地方、城乡的另读', () => {
    const packing = packer(schema());
    const homes = [
      ['990101', 'urban'],
      ['990101', 'urban'],
      ['990102', 'urban'],
      ['990102', 'rural'],
      ['990102', null],
      ['9901020', null],
    ] as const;
    for (const [place, residence] of homes) {
      packing.addRecord(packedRecord(schema(), { ...factsOf([{ ill: true }], place), residence }));
    }
    const caseload = packing.caseload();
    const unpack = unpacker(caseload);
    expect(homes.map((_, each) => [unpack(each).place, unpack(each).residence])).toEqual(homes);
    expect(caseload.areas).toHaveLength(5);
    const [first] = unpack(5).members;
    expect((first as unknown as Record<string, unknown>)['ill']).toBe(true);
  });
});
