import type { Sheet } from '../../platform/table-file/write-xlsx.ts';
import { SCHEME_SHORT } from '../../rules/scheme.ts';
import { disposalTitles, ownerTitles } from './anomaly.ts';
import type { AnomalyLine, DispatchView } from './contract.ts';
import {
  averageDays,
  type FigureCode,
  figureCodes,
  figureHeading,
  figures,
  type FigureRow,
  groupTitles,
  totalOf,
} from './figure.ts';
import { type HandCode, handTitles, standingTitles, type summedTables } from './monthly-table.ts';
import { isSmall, type PublicCode, publicCodes, publicTable } from './public-table.ts';

const cellOf = (code: FigureCode, value: number) =>
  figures[code].unit === '元' ? value / 100 : value;

/** Sums of money stand in a column of their own, so that they are written as money. */
const numberOrSum = (code: FigureCode, value: number) =>
  figures[code].unit === '元' ? ['', value / 100] : [value, ''];

const averageOf = (rows: readonly FigureRow[]) => {
  const tenths = averageDays(totalOf(rows));
  return tenths === null ? '' : tenths / 10;
};

/** Every figure by township, a sheet a page wide for each group; by village and scheme; and what each means. */
export function figureSheets(
  rows: readonly FigureRow[],
  places: readonly Place[],
  nameOf: (place: string) => string,
): readonly Sheet[] {
  return [
    ...groupCodes.map((group) => townshipSheet(rows, places, group)),
    {
      name: '各村明细',
      heading: ['乡镇（街道）', '村（社区）', '救助类别', '指标', '单位', '数字', '金额（元）'],
      rows: rows.flatMap(({ area, scheme, values }) =>
        figureCodes
          .filter((code) => values[code])
          .map((code) => [
            ...[nameOf(area.slice(0, 9)), nameOf(area), SCHEME_SHORT[scheme]],
            ...[figures[code].title, figures[code].unit, ...numberOrSum(code, values[code] ?? 0)],
          ]),
      ),
    },
    {
      name: '指标说明',
      heading: ['指标', '单位', '含义'],
      rows: figureCodes.map((code) => [
        ...[figures[code].title, figures[code].unit, figures[code].definition],
      ]),
    },
  ];
}

type Place = { readonly code: string; readonly name: string };
const groupCodes = Object.keys(groupTitles) as (keyof typeof groupTitles)[];

function townshipSheet(
  rows: readonly FigureRow[],
  places: readonly Place[],
  group: keyof typeof groupTitles,
): Sheet {
  const codes = figureCodes.filter((code) => figures[code].group === group);
  const hasAverage = group === 'handling';
  const line = (name: string, own: readonly FigureRow[]) => {
    const sums = totalOf(own);
    return [
      name,
      ...codes.map((code) => cellOf(code, sums[code])),
      ...(hasAverage ? [averageOf(own)] : []),
    ];
  };
  return {
    name: groupTitles[group],
    heading: [
      '乡镇（街道）',
      ...codes.map(figureHeading),
      ...(hasAverage ? ['平均用时（天）'] : []),
    ],
    rows: [
      ...places.map(({ code, name }) =>
        line(
          name,
          rows.filter(({ area }) => area.startsWith(code)),
        ),
      ),
      line('合计', rows),
    ],
  };
}

export function anomalySheet(anomalies: readonly AnomalyLine[]): Sheet {
  return {
    name: '异常',
    heading: ['规则', '乡镇、村', '情况', '承办', '期限', '处置', '处置说明', '处置日期'],
    rows: anomalies.map((each) => [
      ...[each.title, each.placeName, each.sentence],
      ...[each.handedToName || ownerTitles[each.owner], each.dueOn],
      each.answered ? disposalTitles[each.answered.disposal] : '未处置',
      ...[each.answered?.note ?? each.leftOpen, each.answered?.on ?? ''],
    ]),
  };
}

/** The county's statutory table: the sum of the tables it took, and who has not reported. */
export function tableSheet(
  { lines, filled }: ReturnType<typeof summedTables>,
  tables: DispatchView['tables'],
): Sheet {
  return {
    name: '月报汇总',
    heading: ['类别', '项目', '数字', '金额（元）'],
    rows: [
      ...lines.map(({ scheme, code, reported }) => [
        ...[SCHEME_SHORT[scheme], figureHeading(code), ...numberOrSum(code, reported)],
      ]),
      ...Object.entries(filled).map(([code, value]) => [
        ...['乡镇填报', handTitles[code as HandCode], value],
      ]),
      ...tables.map(({ name, standing }) => ['报送情况', name, standingTitles[standing]]),
    ],
  };
}

/** What may hang on a wall: townships, small figures hidden, the county's own sums. */
export function publicSheet(rows: readonly FigureRow[], places: readonly Place[]): Sheet {
  const table = publicTable(
    places.map(({ code, name }) => ({
      name,
      sums: totalOf(rows.filter(({ area }) => area.startsWith(code))),
    })),
  );
  const total = totalOf(rows);
  const shown = (code: PublicCode, value: number | null) =>
    value === null ? '＊' : cellOf(code, value);
  return {
    name: '社会救助每月数字',
    heading: ['乡镇（街道）', ...publicCodes.map(figureHeading)],
    rows: [
      ...table.map(({ name, values }) => [
        name,
        ...publicCodes.map((code) => shown(code, values[code])),
      ]),
      [
        '合计',
        ...publicCodes.map((code) => shown(code, isSmall(total, code) ? null : total[code])),
      ],
      ['＊ 数字较小，为保护家庭隐私不公开'],
    ],
  };
}
