import { describe, expect, it } from 'vitest';
import { syntheticArea, idCheckDigit } from '../../kernel/chinese-id.ts';
import { fen } from '../../kernel/fen.ts';
import { localDate } from '../../kernel/local-date.ts';
import { dateText, factsOfId, idNumberText, moneyText, numberText } from './typed-text.ts';

describe('日期的录入', () => {
  it.each(['19520308', '1952-3-8', '1952年3月8日', '19520308', ' 1952.3.8 '])(
    '%s 读作 1952-03-08',
    (text) => {
      expect(dateText().read(text)).toEqual({ ok: true, value: '1952-03-08' });
    },
  );

  it('显示为 1952年3月8日', () => {
    expect(dateText().show(localDate('1952-03-08'))).toBe('1952年3月8日');
  });

  it.each(['1952', '19520230', '昨天'])('%s 不是日期，说明怎么写', (text) => {
    expect(dateText().read(text)).toMatchObject({ ok: false });
  });

  it('不晚于的界限：当日可以，次日不可以', () => {
    const date = dateText({ notAfter: localDate('2026-11-23') });
    expect(date.read('20261123').ok).toBe(true);
    expect(date.read('20261124')).toEqual({ ok: false, message: '不能晚于2026年11月23日' });
  });

  it('不填就是没有', () => {
    expect(dateText().read('  ')).toEqual({ ok: true, value: null });
  });
});

describe('金额的录入（元）', () => {
  it.each([
    ['1286', 128600],
    ['1,286.5', 128650],
    ['1286.05元', 128605],
    ['¥12', 1200],
  ])('%s 读作 %d 分', (text, amount) => {
    expect(moneyText().read(text)).toEqual({ ok: true, value: amount });
  });

  it('三位小数、字母、负数都不收，各说原因', () => {
    expect(moneyText().read('1.005').ok).toBe(false);
    expect(moneyText().read('12a').ok).toBe(false);
    expect(moneyText().read('-1')).toEqual({ ok: false, message: '金额不能是负数' });
    expect(moneyText(true).read('-1')).toEqual({ ok: true, value: -100 });
  });

  it('平时显示千分位和两位小数，修改时去掉', () => {
    expect(moneyText().show(fen(128600))).toBe('1,286.00');
    expect(moneyText().edit(fen(128600))).toBe('1286');
    expect(moneyText().edit(fen(128650))).toBe('1286.50');
  });
});

describe('数字的录入', () => {
  it('界限两边', () => {
    const months = numberText({ least: 1, most: 12 });
    expect([0, 1, 12, 13].map((value) => months.read(String(value)).ok)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('小数位数', () => {
    expect(numberText().read('1.5').ok).toBe(false);
    expect(numberText({ decimals: 1 }).read('1.5')).toEqual({ ok: true, value: 1.5 });
  });
});

describe('身份证号的录入', () => {
  const first17 = `${syntheticArea}19520308123`;
  const number = first17 + idCheckDigit(first17);

  it('分段显示，便于逐位核对', () => {
    expect(idNumberText.show(number)).toBe(`${syntheticArea} 19520308 ${number.slice(14)}`);
  });

  it('带出生日和性别', () => {
    expect(factsOfId(number)).toEqual({ birth: '1952-03-08', sex: 'male' });
  });

  it('少一位时说少一位', () => {
    expect(idNumberText.read(first17)).toEqual({
      ok: false,
      message: '身份证号少 1 位，请核对证件',
    });
  });
});
