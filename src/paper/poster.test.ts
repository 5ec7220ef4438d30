import { describe, expect, test } from 'vitest';
import { localDate } from '../kernel/local-date.ts';
import { pagesOf, textOf } from '../platform/document/read-pdf.ts';
import { example } from './example.ts';
import { papers } from './index.ts';
import { printPaper } from './print.ts';

const date = localDate('2026-11-23');
const posters = ['notice-poster', 'announcement-poster'] as const;

/** Personal data that must never hang on a board, each as it might slip in. */
const CANARIES = {
  idNumber: '519999197001019001',
  maskedIdNumber: '519***********9001',
  phone: '13900000001',
  spacedPhone: '139 0000 0001',
  account: '6222000000000000001',
  birthDate: '1970-01-01',
  address: '示例村三组18号',
  memberName: '钱演五',
  diagnosis: '尿毒症',
  disability: '肢体二级残疾',
  income: '人均月收入405.00元',
};

const row = example['notice-poster'].rows[0];

describe.each(posters)('张贴文书 %s(57号办法第24条、个人信息保护法第28条)', (name) => {
  const { schema } = papers[name];
  const full = example[name];

  test.each(Object.entries(CANARIES))('每户一行里不能加入 %s', (key, value) => {
    const rows = [{ ...row, [key]: value }];
    expect(schema.safeParse({ ...full, rows }).success).toBe(false);
    expect(schema.safeParse({ ...full, [key]: value }).success).toBe(false);
    expect(schema.safeParse({ ...full, office: { ...full.office, [key]: value } }).success).toBe(
      false,
    );
  });

  const { idNumber, maskedIdNumber, phone, spacedPhone, account, birthDate } = CANARIES;
  const numbers = [idNumber, maskedIdNumber, phone, spacedPhone, account, birthDate];

  test.each(numbers)('姓名栏不接受 %s', (number) => {
    const rows = [{ ...row, applicant: { kind: 'named', name: `赵演一 ${number}` } }];
    expect(schema.safeParse({ ...full, rows }).success).toBe(false);
  });

  test.each([idNumber, phone, spacedPhone, account])('张贴地点、窗口和文号不接受 %s', (number) => {
    for (const changed of [
      { places: [`示例村公开栏 ${number}`] },
      { office: { ...full.office, place: `窗口 ${number}` } },
      { head: { ...full.head, number: `公示 ${number.replaceAll(' ', '')}` } },
    ]) {
      expect(schema.safeParse({ ...full, ...changed }).success).toBe(false);
    }
  });

  test.each([CANARIES.address, '示例村三组', '示例社区8栋', '示例村18号', '示例村赵家户'])(
    '村（社区）栏不接受门牌和村组：%s',
    (village) => {
      expect(schema.safeParse({ ...full, rows: [{ ...row, village }] }).success).toBe(false);
    },
  );

  test.each(['示例村', '示例社区', '示例社区居民委员会', '示例村（原演示村）'])(
    '村（社区）栏接受 %s',
    (village) => {
      expect(schema.safeParse({ ...full, rows: [{ ...row, village }] }).success).toBe(true);
    },
  );

  test('联系电话只能是办公固定电话或者服务热线，不能是手机号', () => {
    for (const [number, allowed] of [
      ['0818-2100000', true],
      ['12349', true],
      ['12345', true],
      ['13900000001', false],
      ['139-0000-0001', false],
    ] as const) {
      const office = { ...full.office, phone: number };
      expect(schema.safeParse({ ...full, office }).success).toBe(allowed);
    }
  });

  test('档次只写档次，不写原因', () => {
    for (const [tier, allowed] of [
      ['一档', true],
      ['B类', true],
      [CANARIES.disability, false],
      [`一档（${CANARIES.diagnosis}）`, false],
    ] as const) {
      const rows = [{ ...row, benefit: { kind: 'tier', tier } }];
      expect(schema.safeParse({ ...full, rows }).success).toBe(allowed);
    }
  });

  test('未成年人只计数，不能带姓名', async () => {
    const named = [{ ...row, applicant: { kind: 'minor', name: '赵演六' } }];
    expect(schema.safeParse({ ...full, rows: named }).success).toBe(false);
    const rows = [{ ...full.rows[0], applicant: { kind: 'minor' } }];
    const pdf = await printPaper(name, { ...full, rows } as never, { date });
    expect(await textOf(pdf)).toContain('未成年人（不公开姓名）');
  });

  test('印出的数字只有文号、日期、人数、金额、电话和核验信息', async () => {
    const text = await textOf(await printPaper(name, full as never, { date }));
    const runs = text.match(/\d{5,}/g) ?? [];
    expect(runs.filter((digits) => digits !== '12349' && digits !== '0000001')).toEqual([
      // The record's root is hexadecimal and may hold long runs of digits; here it has none.
    ]);
  });

  test.each(['a4', 'a3'] as const)(
    '%s 幅面：六十户排成多页，每页有表头，一户不少',
    async (size) => {
      const rows = Array.from({ length: 60 }, (_, index) => ({
        ...full.rows[0],
        applicant: { kind: 'named', name: `施演${[...'甲乙丙丁戊己庚辛壬癸'][index % 10]}` },
      }));
      const pdf = await printPaper(name, { ...full, size, rows } as never, { date });
      const pages = await pagesOf(pdf);
      expect(Math.round(pages[0]?.width ?? 0)).toBe(size === 'a4' ? 595 : 842);
      expect(pages.length).toBeGreaterThan(1);
      const text = await textOf(pdf);
      expect(text.split('施演').length - 1).toBe(60);
      expect(text.split('救助类别').length - 1).toBeGreaterThanOrEqual(2);
    },
  );

  test('字号大：A4 正文不小于三号（15磅），A3 不小于二号（21磅）', async () => {
    for (const [size, least] of [
      ['a4', 13],
      ['a3', 18],
    ] as const) {
      const pdf = await printPaper(name, { ...full, size } as never, { date });
      const words = (await pagesOf(pdf)).flatMap((page) => page.words);
      const shown = words.filter(({ text }) => text.includes('12349'));
      expect(shown.length).toBeGreaterThan(0);
      for (const { top, bottom } of shown) expect(bottom - top).toBeGreaterThan(least);
    }
  });
});

describe('公示与公布是两件事（PB-01）', () => {
  test('公示写异议期限，公布不写', async () => {
    const notice = await textOf(
      await printPaper('notice-poster', example['notice-poster'], { date }),
    );
    const announcement = await textOf(
      await printPaper('announcement-poster', example['announcement-poster'], { date }),
    );
    expect(notice).toContain('可以在公示期内');
    expect(announcement).not.toContain('公示期内');
    expect(announcement).toContain('欢迎群众监督');
  });

  test('公示截止日不能早于或者等于张贴日', () => {
    const notice = example['notice-poster'];
    const { schema } = papers['notice-poster'];
    expect(schema.safeParse({ ...notice, until: notice.from }).success).toBe(false);
    expect(schema.safeParse(notice).success).toBe(true);
  });
});
