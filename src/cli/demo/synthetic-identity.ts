import { idCheckDigit, type Sex, syntheticArea } from '../../kernel/chinese-id.ts';
import {
  addDays,
  addMonths,
  daysBetween,
  type LocalDate,
  localDate,
} from '../../kernel/local-date.ts';
import type { Random } from './random.ts';

/**
 * Names and numbers of people who do not exist, and look it: 演 in every name, the area 519999 in every
 * identity number, a run of zeros in every phone and account number.
 */

const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
];
const GIVEN = [
  ...'禾苗谷麦田园林木竹兰梅松柏桐枫荷莲菊芹茶泉溪河江湖海山石岩川云雨雪霜露晴春夏秋冬晨星月光明亮辉平安宁和顺康健福寿喜乐文书章诗言诚信义仁礼智勇',
];

/** One 演 person's name; children are given their family's surname. */
export function nameFrom(random: Random, surname = random.pick(SURNAMES)): string {
  return `${surname}演${random.pick(GIVEN)}`;
}

const DAYS_PER_CYCLE = 1461;
const CYCLE_STEP = 577;
const SEQUENCES = 500;
const EPOCH = localDate('1900-01-01');

/** How many people can be numbered apart in one data set. */
export const identityCapacity = DAYS_PER_CYCLE * SEQUENCES;

/**
 * A birthday whose age on `on` lies between `youngest` and `oldest`. The serial fixes the birthday modulo
 * four years, so two serials that share a sequence number never share a day: numbers are unique without a
 * list of those given out. The band must therefore span at least five ages.
 */
export function birthFrom(
  random: Random,
  serial: number,
  ages: readonly [youngest: number, oldest: number],
  on: LocalDate,
): LocalDate {
  const first = daysBetween(EPOCH, addMonths(on, -12 * (ages[1] + 1))) + 1;
  const last = daysBetween(EPOCH, addMonths(on, -12 * ages[0]));
  const wanted = (serial * CYCLE_STEP) % DAYS_PER_CYCLE;
  const start = first + ((((wanted - first) % DAYS_PER_CYCLE) + DAYS_PER_CYCLE) % DAYS_PER_CYCLE);
  if (start > last) throw new RangeError('the ages are too close together for a unique number');
  const cycles = random.whole(0, Math.floor((last - start) / DAYS_PER_CYCLE));
  return addDays(EPOCH, start + cycles * DAYS_PER_CYCLE);
}

/** 519999 + birthday + sequence (odd for men) + correct check digit; the birthday must be of `birthFrom`. */
export function idNumberFrom(serial: number, birth: LocalDate, sex: Sex): string {
  if (serial >= identityCapacity)
    throw new RangeError(`only ${identityCapacity} people per data set`);
  const sequence = 2 * Math.floor(serial / DAYS_PER_CYCLE) + (sex === 'male' ? 1 : 0);
  const first17 = syntheticArea + birth.replaceAll('-', '') + sequence.toString().padStart(3, '0');
  return first17 + idCheckDigit(first17);
}

/** 1990000 + four digits; repeats after 10,000. */
export function phoneFrom(serial: number): string {
  return `1990000${(serial % 10_000).toString().padStart(4, '0')}`;
}

/** 62000000 + ten digits + Luhn digit. */
export function accountFrom(serial: number): string {
  const first18 = `62000000${serial.toString().padStart(10, '0')}`;
  return first18 + luhnDigit(first18);
}

function luhnDigit(digits: string): string {
  const sum = [...digits].toReversed().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return ((10 - (sum % 10)) % 10).toString();
}
