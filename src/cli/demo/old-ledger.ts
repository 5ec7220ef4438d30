import { fen, formatYuan } from '../../kernel/fen.ts';
import { addDays, addMonths, type LocalDate, monthAfter } from '../../kernel/local-date.ts';
import { createRandom, type Random } from './random.ts';
import { accountFrom, birthFrom, idNumberFrom, nameFrom, phoneFrom } from './synthetic-identity.ts';

/** A ledger of the time before as a county keeps it, with rows somebody got wrong. Everybody in it is made up. */
export type OldLedger = {
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Rows of the file (the heading is row 1) that are wrong, and how. */
  readonly wrong: readonly { readonly row: number; readonly how: Slip }[];
  readonly households: number;
};

const heading = [
  ...['低保证号', '救助项目', '乡镇', '村', '审批编号', '审批日期', '起始保障年月', '月保障金'],
  ...['复核日期', '城乡', '开户行', '户名', '账号', '存款', '赡养费', '姓名', '身份证号码'],
  ...['与户主关系', '联系电话', '劳动能力', '就业状况', '就学情况', '残疾类别', '月收入'],
] as const;
type Heading = (typeof heading)[number];
type Row = Record<Heading, string>;

/** How rows go wrong in ledgers people keep by hand; what stands in every row of a household is left out of all. */
const slips = {
  'check-digit': (row) => {
    const last = row['身份证号码'].at(-1) === '1' ? '2' : '1';
    row['身份证号码'] = row['身份证号码'].slice(0, -1) + last;
  },
  'short-number': (row) => {
    row['身份证号码'] = row['身份证号码'].slice(0, 17);
  },
  'three-decimals': (row) => {
    row['月保障金'] = '431.255';
  },
  'no-figure': (row) => {
    row['月保障金'] = '约400元';
  },
  'no-such-day': (row) => {
    row['审批日期'] = '2023-02-30';
  },
  'day-to-come': (row) => {
    row['复核日期'] = '2062-06-01';
  },
  'no-document': (_, household) => {
    for (const row of household) row['审批编号'] = '';
  },
  'unknown-scheme': (row) => {
    row['救助项目'] = '99';
  },
  'unknown-village': (row) => {
    row['村'] = '不存在村';
  },
  'no-relation': (row) => {
    row['与户主关系'] = '';
  },
  'no-name': (row) => {
    row['姓名'] = '';
  },
  'spoilt-account': (row) => {
    row['账号'] = '6.2E+18';
  },
} as const satisfies Record<string, (row: Row, household: readonly Row[]) => void>;
export type Slip = keyof typeof slips | 'same-number';
const slipNames = Object.keys(slips) as (keyof typeof slips)[];

export type LedgerPlan = {
  readonly households: number;
  /** How many rows are wrong. */
  readonly wrong: number;
  readonly on: LocalDate;
  /** Where the households live: township and village by name. */
  readonly places: readonly { readonly township: string; readonly village: string }[];
  readonly seed?: number;
};

/** The same plan gives the same ledger. At most one household in three may be wrong. */
export function oldLedger({ households, wrong, on, places, seed = 5117 }: LedgerPlan): OldLedger {
  const random = createRandom(seed);
  const rows: Row[] = [];
  const first: number[] = [];
  let serial = 0;
  for (let number = 0; number < households; number += 1) {
    first.push(rows.length);
    const own = household(random, { number, serial, on, place: random.pick(places) });
    rows.push(...own);
    serial += own.length;
  }
  const told = spoil(rows, first, wrong);
  return {
    heading,
    rows: rows.map((row) => heading.map((each) => row[each])),
    wrong: told,
    households,
  };
}

function spoil(rows: Row[], first: readonly number[], wrong: number): OldLedger['wrong'] {
  const told: { row: number; how: Slip }[] = [];
  // Every third household, so that no slip hits a household twice and a pair of one number never meets another slip.
  const step = Math.max(3, Math.floor(first.length / Math.max(wrong, 1)));
  for (let at = 0, turn = 0; told.length < wrong; at += step, turn += 1) {
    const here = first[at % first.length] ?? 0;
    if (at >= first.length) throw new RangeError('too many wrong rows for so few households');
    const row = rows[here];
    const other = first[at + 1];
    if (!row) continue;
    if (turn % 13 === 12 && other !== undefined && wrong - told.length >= 2) {
      const twin = rows[other];
      if (twin) twin['身份证号码'] = row['身份证号码'];
      told.push({ row: here + 2, how: 'same-number' }, { row: other + 2, how: 'same-number' });
      continue;
    }
    const how = slipNames[turn % slipNames.length] ?? 'no-name';
    slips[how](row, rows.slice(here, first[at + 1]));
    told.push({ row: here + 2, how });
  }
  return told;
}

type Where = {
  readonly number: number;
  readonly serial: number;
  readonly on: LocalDate;
  readonly place: LedgerPlan['places'][number];
};

const SIZES = [1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5];
const PARTS = [
  { relation: '户主', ages: [42, 88], labour: '部分丧失' },
  { relation: '配偶', ages: [40, 86], labour: '无' },
  { relation: '儿子', ages: [6, 15], labour: '无' },
  { relation: '女儿', ages: [6, 15], labour: '无' },
  { relation: '次子', ages: [6, 15], labour: '无' },
] as const;

function household(random: Random, { number, serial, on, place }: Where): Row[] {
  const isTekun = number % 17 === 0;
  const size = isTekun ? 1 : random.pick(SIZES);
  const decidedOn = addDays(addMonths(on, -random.whole(8, 40)), random.whole(0, 20));
  const surname = nameFrom(random).slice(0, 1);
  const people = PARTS.slice(0, size).map((part, index) => {
    const isMale = index % 2 === 0;
    const birth = birthFrom(random, serial + index, part.ages, on);
    const idNumber = idNumberFrom(serial + index, birth, isMale ? 'male' : 'female');
    return { ...part, idNumber, name: nameFrom(random, index === 1 ? undefined : surname) };
  });
  const amount = isTekun ? 80_600 : random.whole(180, 560) * 100 * size;
  const lastCheckedOn = addMonths(on, -random.whole(1, 11));
  const deposit = `${random.whole(0, 40) * 100}`;
  return people.map(({ relation, labour, idNumber, name }, index) => ({
    低保证号: `5117${String(number + 1).padStart(8, '0')}`,
    救助项目: isTekun ? '特困人员' : '农村低保',
    乡镇: place.township,
    村: place.village,
    审批编号: `演民救〔${decidedOn.slice(0, 4)}〕${number + 1}号`,
    审批日期: decidedOn,
    起始保障年月: monthAfter(decidedOn),
    月保障金: formatYuan(fen(amount)).replaceAll(',', ''),
    复核日期: lastCheckedOn,
    城乡: '农村',
    开户行: '演示农商银行',
    户名: people[0]?.name ?? '',
    账号: accountFrom(number + 1),
    存款: deposit,
    赡养费: '0',
    姓名: name,
    身份证号码: idNumber,
    与户主关系: relation,
    联系电话: index === 0 ? phoneFrom(number) : '',
    劳动能力: labour,
    就业状况: index < 2 ? '灵活就业、务农' : '无就业条件',
    就学情况: index < 2 ? '不在校' : '义务教育',
    残疾类别: '无残疾',
    月收入: `${index < 2 ? random.whole(0, 30) * 10 : 0}`,
  }));
}
