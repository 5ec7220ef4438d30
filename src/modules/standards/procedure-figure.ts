import {
  certifiedActTitles,
  drawStrengthTitles,
  meetingBodyTitles,
  procedureParameters,
  relativeTitles,
  sourceTitles,
} from '../../rules/procedure.ts';
import type { Figure } from './contract.ts';

const PLACES: Readonly<Record<string, string>> = {
  village: '村（社区）',
  township: '乡镇（街道）',
};
const CHOICES: Readonly<Record<string, string>> = {
  calendar: '自然日',
  working: '工作日',
  entitled: '应到人数',
  present: '到会人数',
  ...drawStrengthTitles,
};
const CODES: Readonly<Record<string, string>> = {
  ...PLACES,
  ...relativeTitles,
  ...sourceTitles,
  ...meetingBodyTitles,
  ...certifiedActTitles,
};

type Share = { readonly is: 'moreThan' | 'atLeast'; readonly of: readonly [number, number] };

/** A value of the procedure as people read it; its unit stands in the title. */
export function procedureFigure(name: string, value: unknown): Figure {
  return { text: wordsOf(name, value), table: null };
}

function wordsOf(name: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return `${value}${unitIn(name)}`;
  if (typeof value === 'string') return CHOICES[value] ?? value;
  if (Array.isArray(value)) return value.map((each) => CODES[String(each)] ?? each).join('、');
  const { is, of } = value as Share;
  return `${is === 'moreThan' ? '超过' : '不少于'} ${of[0]}/${of[1]}`;
}

/** `办结的总期限（工作日）` is counted in 工作日; a title without a unit counts days, persons or a day of the month. */
function unitIn(name: string): string {
  const title = procedureParameters.find((each) => each.name === name)?.title ?? '';
  const [, unit] = /（(工作日|月|%)）$/.exec(title) ?? [];
  if (unit === '工作日') return ' 个工作日';
  if (unit === '月') return ' 个月';
  if (unit === '%') return '%';
  if (title.endsWith('人数')) return ' 人';
  if (title.endsWith('月数')) return ' 个月';
  return title.endsWith('天数') ? ' 天' : ' 日';
}
