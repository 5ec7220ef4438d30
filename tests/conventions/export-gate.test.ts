import { expect, it } from 'vitest';
import { CODE, isTest, readSources } from './source.ts';

/** Workbooks that do not pass the gate of `recordTaken`, each with why. May only become shorter. */
const OTHER: Readonly<Record<string, string>> = {
  'src/modules/dispatch/file-routes.ts': 'sums by village and scheme, nobody in them',
  'src/modules/funds/forecast-routes.ts': 'sums by month and township, nobody in them',
  'src/modules/matching/snapshot-routes.ts':
    'line numbers of a file somebody brought, nobody in them',
  'src/modules/verification/batch-routes.ts':
    'the list for a source, drawn by a recorded act of the same person on the same day (HD-10)',
};

it('每一个做电子表格的接口都经过同一道门：记录是谁、超过五十人要批准（TH-09）', () => {
  const makers = readSources(CODE)
    .filter(({ path }) => /^src\/(modules|server)\//.test(path) && !isTest(path))
    .filter(({ text }) => /\bwrite(Sheets|Xlsx)\(/.test(text));
  const ungated = makers.filter(({ text }) => !/\brecordTaken\(/.test(text));
  expect(makers.length).toBeGreaterThan(6);
  expect(ungated.map(({ path }) => path).toSorted()).toEqual(Object.keys(OTHER).toSorted());
});

it('经过这道门的表格都写明导出人：做表时带上那一行字', () => {
  const gated = readSources(CODE)
    .filter(({ path }) => path.startsWith('src/modules/') && !isTest(path))
    .filter(({ text }) => /\brecordTaken\(/.test(text) && /\bwrite(Sheets|Xlsx)\(/.test(text));
  const unmarked = gated.filter(({ text }) => !/write(Sheets|Xlsx)\([^;]*, mark\)/s.test(text));
  expect(gated.length).toBeGreaterThan(5);
  expect(unmarked.map(({ path }) => path)).toEqual([]);
});
