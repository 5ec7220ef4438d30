import { describe, expect, test } from 'vitest';
import { fen } from '../kernel/fen.ts';
import { localDate } from '../kernel/local-date.ts';
import { type PdfPage, pagesOf, textOf } from '../platform/document/read-pdf.ts';
import { example } from './example.ts';
import { type DataOf, type PaperName, paperNames, papers } from './index.ts';
import { minimalOf } from './minimal.ts';
import { previewPaper, printPaper } from './print.ts';

const date = localDate('2026-11-23');

/** Prints without the types of one paper, for tests that run over all of them. */
const print = (name: PaperName, data: unknown) => printPaper(name, data as never, { date });
const printed = async (name: PaperName, data: unknown) => textOf(await print(name, data));
const squeezed = (text: string) => text.replaceAll(/\s/g, '');

/** What a reader must find on the page of the full example. */
const SENTENCES: Record<PaperName, string[]> = {
  'acceptance-receipt': [
    '我们已于2026年11月23日受理',
    '20个工作日内，即2026年12月21日前作出决定',
    '可以延长到45个工作日',
    '放假安排尚未公布',
    '最低生活保障、临时救助申请',
    '由示例村村民委员会代为提出',
  ],
  'one-time-notice': ['需要补充的材料（共3项）', '这是全部需要补充的内容', '在2026年12月4日前补齐'],
  'authorisation-and-promise': [
    '本授权自签字之日起生效',
    '授权随即终止',
    '在救助期间持续有效',
    '家庭成员发生变化或者重新提出申请的，应当重新签署',
    '监护人：赵演一',
    '一式3份',
  ],
  'near-relative-declaration': ['有上述亲属关系', '单独登记备案', '钱演九'],
  proxy: ['受托人不得转委托', '至2027年5月22日止'],
  'verification-request': ['2026年11月26日前启动', '被核对人及授权（共4人）', '授权〔2026〕17-4号'],
  'verification-report': ['不作是否符合救助条件的认定', '未申报', '未接入', '2027年5月30日'],
  'home-visit-form': ['2026年11月26日09:40', '86.5', '0a1b2c3d4e5f6071', '孙演三'],
  'neighbour-interview': ['被访问人信息保密', '1.问：这一家有几口人常住？', '答：四口人'],
  'letter-of-inquiry': ['请于2026年12月4日前填写回执', '回执', '授权〔2026〕17-2号'],
  'calculation-sheet': [
    '860.00元/月',
    '-2,800.00元/年',
    '待查明',
    '（620.00 − 405.00）× 4 人 = 860.00 元/月',
    '已符合最低生活保障',
    '对家庭的说明：您家按 4 口人计算',
    '示例府发〔2026〕8号',
    '2026-07-01',
  ],
  opinion: ['拟确认给予最低生活保障，保障4人，每月860.00元', '是（县级须入户）'],
  'notice-poster': [
    '至2026年12月14日止',
    '异议电话：0818-0000001',
    '12349',
    '未成年人（不公开姓名）',
  ],
  'objection-record': ['异议人身份不得告知被公示人', '2026年12月9日15:20', '形成新的初审意见'],
  'appraisal-record': ['同意9票，不同意0票，弃权1票', '参加人员（共10人）', '褚演二十七'],
  'filing-list': [
    '社会救助审核确认备案表',
    '示例县民政局：现将',
    '3件审核确认决定报送备案',
    '860.00元/月',
    '予以认定',
    '不予确认',
    '（逾期）',
  ],
  'dispatch-report': [
    '社会救助每月调度表',
    '2026年11月',
    '12.5',
    '从未不予确认',
    '1,286.00',
    '县级派两人上门复查',
    '数据指纹',
  ],
  'meeting-pack': [
    '第1件，共1件',
    '初审建议',
    '本人，58岁，残疾',
    '金额怎样算出来的',
    '经民主评议办结',
    '公示期内',
    '冯演八应当回避',
  ],
  'coordination-record': [
    '临时救助一事一议记录表',
    '副县长',
    '建议先用足医疗救助',
    '同意2人，不同意1人，弃权0人',
    '同意给予临时救助15,000.00元',
    '与申请人系姻亲',
  ],
  'meeting-minutes': [
    '同意3票，反对0票，弃权0票',
    '卫演三十一（不同意见）：证券信息源未接入',
    '蒋演三十二（与申请人系姻亲），12-1709:10离席，12-1709:25返回',
    '决定：同意给予最低生活保障，保障4人，每月860.00元',
    '决定：不予确认。理由：家庭财产超过规定',
    '决定：退回补充调查',
    '沈演三十三（外出培训）',
  ],
  'grant-notice': [
    '每月860.00元',
    '2027年1月',
    '重度残疾人增发100.00元',
    '2027年6月17日前',
    '超过三个月没有报告',
    '自知道本决定之日起60日内，向示例县人民政府申请行政复议',
    '受示例县民政局委托',
  ],
  'refusal-notice': [
    '高于现在的农村低保标准620.00元',
    '社会救助法第十八条',
    '您可以随时重新提出申请',
    '自知道本决定之日起6个月内，直接向示例县人民法院提起行政诉讼',
    '被告为示例县民政局',
  ],
  'announcement-poster': ['自2027年1月起发放', '监督电话：0818-0000001', '施演丑'],
  'service-receipt': ['留置送达', '示例民救〔2026〕17号', '见证人', '韩演三十四'],
  'extension-approval': ['20个工作日，至2026年12月21日', '45个工作日，至2027年1月26日'],
  'county-visit': ['不一致', '2026年12月第1次抽取，第14号', '2026-12-22'],
  'handover-list': ['移交单位', '移交以后由示例县民政局审核确认', '公示2份'],
  'reconfirmation-form': ['2026年度', '2026年9月30日前交回', '没有交回不会因此自动停发'],
  'archive-index': ['一户一档', '本卷共15件，25页', '23–24'],
  'closing-notice': ['不予受理告知书', '决定不予受理', '不受户籍限制'],
  'hearing-notice': ['拟减发社会救助告知书', '赵演一的监护人', '5个工作日内', '要求举行听证'],
  'near-relative-filing': ['名册比对', '不参加本件的受理', '该工作人员已经离任'],
  'self-care-assessment': [
    '不能自主完成的共4项',
    '照料护理标准按照全护理档次执行',
    '跌倒以后下不了床',
    '2026年11月23日前',
  ],
  'relief-register': [
    '1,500.00元',
    '手续应当在2026年12月4日前补齐',
    '附件：领款签字单；火灾事故认定书',
    '2026年11月30日向示例镇救助会〔2026〕12号报告',
  ],
  'temporary-relief-filing': ['2,000.00元', '每次不超过2,480.00元'],
  'passbook-custody': ['每月980.00元，自2027年1月起', '1234', '不得挪用、截留、抵扣救助金'],
  'support-file': ['完全丧失生活自理能力（全护理）', '1,280.00', '下次核查：2028年12月6日前'],
  referral: ['同意把以上情况转给你单位', '回执', '照料护理、心理等服务'],
  'hearing-record': ['渐退后停发', '2026年11月19日前', '2026年11月13日提出'],
  'termination-poster': ['公示期7天', '未成年人（不公开姓名）', '12349'],
  'training-certificate': [
    '测试合格，特发此证',
    '2026年11月23日至2027年11月22日',
    '2026年12月1日撤销',
  ],
  'adjustment-notice': ['社会救助渐退后停发决定书', '2026年12月', '2027年6月', '不服本决定怎么办'],
};

/** All texts of the data with Chinese in them; dates, codes and pictures are checked by sentences. */
function chineseTexts(value: unknown): string[] {
  if (typeof value === 'string') return /\p{Script=Han}/u.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  // The law behind the remedies is for the record; the letter prints the sentences.
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'citations' ? [] : chineseTexts(part),
  );
}

function expectInsidePage({ width, height, words }: PdfPage) {
  const outside = words.filter(
    ({ left, right, top, bottom }) =>
      left < 30 || top < 15 || right > width - 30 || bottom > height - 15,
  );
  expect(outside).toEqual([]);
}

describe.each(paperNames)('文书 %s', (name) => {
  const full = example[name];

  test('写明应当写明的内容', async () => {
    const text = await printed(name, full);
    for (const sentence of SENTENCES[name]) expect(text).toContain(squeezed(sentence));
  });

  test('数据里的每一段中文都印在纸上', async () => {
    const text = await printed(name, full);
    const lost = chineseTexts(full).filter((part) =>
      part.split('\n').some((one) => !text.includes(squeezed(one))),
    );
    expect(lost).toEqual([]);
  });

  test('只有必填内容时也能印，不出现空值字样', async () => {
    const least = minimalOf<(typeof papers)[PaperName]['schema']>(papers[name].schema, full);
    expect(JSON.stringify(least).length).toBeLessThan(JSON.stringify(full).length);
    const text = await printed(name, least);
    expect(text).toContain(squeezed(least.head.number));
    expect(text).not.toMatch(/none|null|undefined|NaN|\[object/);
  });

  test('页脚有编号、页次、核验码；文字都在页面以内', async () => {
    const pages = await pagesOf(await print(name, full));
    pages.forEach((page, index) => {
      const words = squeezed(page.words.map(({ text }) => text).join(''));
      expect(words).toContain(squeezed(full.head.number));
      expect(words).toContain(`第${index + 1}页/共${pages.length}页`);
      expect(words).toContain('7KQ2-M4XP');
      expectInsidePage(page);
    });
  });

  test('未列入的字段不能打印', async () => {
    const extra = { ...full, bankAccount: '6222000000000000000' };
    expect(() => print(name, extra)).toThrow(/bankAccount/);
    const inHead = { ...full, head: { ...full.head, applicantPhone: '00000000009' } };
    expect(() => print(name, inHead)).toThrow(/applicantPhone/);
  });

  test('演示数据每页都有标注，正式文书没有', async () => {
    const pages = await pagesOf(await print(name, full));
    for (const { words } of pages) {
      expect(words.map(({ text }) => text).join('')).toContain('演示数据');
    }
    const real = await printed(name, { ...full, head: { ...full.head, demo: false } });
    expect(real).not.toContain('演示数据');
  });

  test('同样的数据印出逐字节相同的 PDF/A-2b', async () => {
    const [first, second] = [await print(name, full), await print(name, full)];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    const raw = Buffer.from(first).toString('latin1');
    expect(raw).toMatch(/pdfaid:part>2<.*pdfaid:conformance>B</s);
  });
});

/** The text as it is read on from page to page, without what stands at the head and the foot of each. */
function readOn(text: string): string {
  const pageHead = '演示数据·人员和事项均为虚构·不具有任何效力';
  return text.replaceAll(/编号：.{0,200}?7KQ2-M4XP/g, '').replaceAll(pageHead, '');
}

/** The height most words have. */
function usualHeight(pages: readonly PdfPage[]): number {
  const heights = pages
    .flatMap(({ words }) => words)
    .map(({ top, bottom }) => bottom - top)
    .toSorted((one, other) => one - other);
  return heights[Math.floor(heights.length / 2)] ?? 0;
}

describe.each(paperNames.filter((name) => papers[name].audience === 'family'))(
  '大字版 %s',
  (name) => {
    const printLarge = (data: unknown) => printPaper(name, data as never, { date, large: true });

    test('一字不少，字比普通版大三分之一以上，都在页面以内，每页有页次、核验码', async () => {
      const pdf = await printLarge(example[name]);
      const text = await textOf(pdf);
      const pages = await pagesOf(pdf);
      const lost = chineseTexts(example[name]).filter((part) =>
        part
          .split('\n')
          .some((one) => ![text, readOn(text)].some((told) => told.includes(squeezed(one)))),
      );
      expect(lost).toEqual([]);
      pages.forEach((page, index) => {
        expectInsidePage(page);
        const words = squeezed(page.words.map(({ text: word }) => word).join(''));
        expect(words).toContain(`第${index + 1}页/共${pages.length}页`);
        expect(words).toContain('7KQ2-M4XP');
      });
      const usual = await pagesOf(await print(name, example[name]));
      expect(usualHeight(pages) / usualHeight(usual)).toBeGreaterThan(1.33);
    });

    test('只有必填内容时也能印', async () => {
      const least = minimalOf<(typeof papers)[PaperName]['schema']>(
        papers[name].schema,
        example[name],
      );
      expect(await textOf(await printLarge(least))).not.toMatch(/none|null|undefined|NaN/);
    });
  },
);

describe('难印的内容', () => {
  const letter = example['refusal-notice'];
  const form = example['home-visit-form'];
  const authorisation = example['authorisation-and-promise'];

  test('标记符号、反斜杠和引号原样打印', async () => {
    const reason = '#panic("x") $a$ *b* _c_ [d] `e` \\f <g> @h //i "j" {k} =l -m +n ~o';
    const text = await printed('refusal-notice', { ...letter, reasons: [reason] });
    expect(text).toContain(squeezed(reason));
  });

  test('三十人的家庭排成多页，表头每页重复，一人不少', async () => {
    const members = Array.from({ length: 30 }, (_, index) => ({
      name: `演${String(index + 101)}号成员`,
      relation: '其他',
      idNumber: '519999197001019001',
      ...(index % 3 === 0
        ? { guardian: { name: '赵演一', relation: '父亲', idNumber: '519999197001019001' } }
        : {}),
    }));
    const pdf = await print('authorisation-and-promise', { ...authorisation, members });
    const text = await textOf(pdf);
    for (const { name } of members) expect(text).toContain(name);
    const pages = await pagesOf(pdf);
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach(expectInsidePage);
    expect(text.split('签字日期').length - 1).toBeGreaterThanOrEqual(pages.length - 1);
  });

  test('很长的姓名和没有空格的长串都不出页面', async () => {
    const name = '阿卜杜热合曼·阿卜杜凯尤木·演示买买提艾力·吐尔逊那依演示名';
    const household = { ...form.household, applicant: name, address: 'A1-b/'.repeat(24) };
    const members = form.members.map((member) => ({ ...member, name, work: 'x'.repeat(60) }));
    const pdf = await print('home-visit-form', { ...form, household, members });
    (await pagesOf(pdf)).forEach(expectInsidePage);
    expect(await textOf(pdf)).toContain(name);
    expect(await textOf(pdf)).toContain('A1-b/'.repeat(24));
  });

  test('长段文字跨页，不丢字', async () => {
    const living = '屋后一垄麦地。'.repeat(200);
    const items = form.economy.map((one) => ({ ...one, seen: '很长的查看情况'.repeat(14) }));
    const pdf = await print('home-visit-form', { ...form, living, economy: items });
    (await pagesOf(pdf)).forEach(expectInsidePage);
    expect((await textOf(pdf)).split('麦').length - 1).toBe(200);
  });

  test('改变文字方向的隐藏字符被去掉，姓名不会倒着印', async () => {
    const text = await printed('refusal-notice', { ...letter, applicant: '赵\u202e演\u200b一' });
    expect(text).toContain('赵演一：');
  });

  test('字库没有的人名用字印成〓并说明', async () => {
    const text = await printed('refusal-notice', { ...letter, applicant: '赵\u{2A6D6}' });
    expect(text).toContain('赵〓：');
    expect(text).toContain('编码依次为U+2A6D6');
  });

  test('金额按分换算为元，与屏幕上的写法相同', async () => {
    const grant = example['grant-notice'];
    const amounts: [number, string][] = [
      [5, '0.05元'],
      [100, '1.00元'],
      [99_999, '999.99元'],
      [100_000, '1,000.00元'],
      [123_456_789, '1,234,567.89元'],
    ];
    for (const [amount, shown] of amounts) {
      const benefit = { kind: 'once' as const, amount: fen(amount) };
      expect(await printed('grant-notice', { ...grant, benefit })).toContain(`一次性${shown}`);
    }
  });

  test('会议议程与纪要同源：议程没有表决，纪要不能缺表决', async () => {
    const minutes = example['meeting-minutes'];
    const cases = minutes.cases.map(({ vote: _, result: __, ...rest }) => rest);
    const agenda = await printed('meeting-minutes', { ...minutes, kind: 'agenda', cases });
    expect(agenda).toContain('会议议程');
    expect(agenda).not.toContain('表决：');
    expect(() => print('meeting-minutes', { ...minutes, cases })).toThrow(/表决结果/);
  });

  test('终止和不予受理必须写救济途径，撤回可以不写', async () => {
    const { remedies: _, ...without } = example['closing-notice'];
    expect(() => print('closing-notice', without)).toThrow(/救济途径/);
    const withdrawn: DataOf<'closing-notice'> = { ...without, kind: 'withdrawn' };
    expect(await printed('closing-notice', withdrawn)).toContain('撤回申请确认书');
  });

  test('确认通知书不打印完整账号', () => {
    const grant = { ...example['grant-notice'], payment: '发放到账户6222000000001234' };
    expect(() => print('grant-notice', grant)).toThrow(/账号/);
  });

  test('预览图与文书同一来源', async () => {
    const png = await previewPaper('proxy', example.proxy, { date, dpi: 60 });
    expect([...png.slice(1, 4)]).toEqual([...Buffer.from('PNG')]);
  });
});
