import { example } from './example.ts';

const long = (length: number) => '困难家庭情况核实'.repeat(40).slice(0, length);
const many = <T>(length: number, each: (at: number) => T) =>
  Array.from({ length }, (_, at) => each(at));

const [page] = example['meeting-pack'].pages;
if (!page) throw new Error('the example has a page');

/** A case with everything as long and as much as the pack takes: it must still be one page. */
export const fullPage: typeof page = {
  ...page,
  proposal: long(260),
  people: many(9, (at) => ({ name: `演某${at}`, what: long(24) })),
  facts: many(8, (at) => ({ label: `项目${at}`, value: long(30) })),
  result: long(120),
  trace: many(7, (at) => ({
    ...{ depth: at % 3, label: long(30), figure: '1,620.00 元/月', article: long(40) },
  })),
  evidence: many(9, () => long(64)),
  objections: many(3, () => long(120)),
  checks: many(10, () => ({ title: '县级核查', holds: true, because: long(44) })),
  recusals: many(6, () => long(60)),
};
