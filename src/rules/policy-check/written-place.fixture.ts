/** A locality as somebody writes it: enough to decide 低保, with everything else adopted by name. */

type Json = Record<string, unknown>;

export function entryOf(parameter: string, value: unknown, more: Json = {}): Json {
  return {
    parameter,
    value,
    effective: '2021-07-01',
    document: 'notice',
    rule: 'DB-23',
    source: '测试通知第一条',
    ...more,
  };
}

const YUAN = { unit: '元/人/月' };

export function standardOf(urban: number, rural: number, more: Json = {}): Json[] {
  return [
    entryOf('standard', urban, { ...YUAN, residence: 'urban', ...more }),
    entryOf('standard', rural, { ...YUAN, residence: 'rural', ...more }),
  ];
}

export const documentOfNotice = {
  number: '测民发〔2021〕1号',
  title: '测试县救助标准通知',
  issuer: '测试县民政局',
  known: '2021-06-30',
};

export function writtenPlace(entries: readonly Json[] = [], more: Json = {}): Json {
  return {
    place: '990101',
    name: '测试县',
    documents: { notice: documentOfNotice },
    adopts: [
      {
        set: 'reference',
        effective: '2021-07-01',
        document: 'notice',
        why: '测试县自己的核算办法未查到',
      },
    ],
    entries: [...standardOf(640, 440), ...entries],
    ...more,
  };
}
