import type { Sheet } from '../../platform/table-file/write-xlsx.ts';
import type { ComparedFigure, PilotCase } from './contract.ts';
import { type FigureCode, figureWords } from './figure.ts';

type Compared = {
  readonly name: string;
  readonly figures: readonly {
    readonly code: FigureCode;
    readonly before: number | null;
    readonly after: number | null;
  }[];
};

/** The comparison of the whole batch with the definition of each figure. */
export function totalSheet(total: readonly ComparedFigure[]): Sheet {
  return {
    name: '前后对比',
    heading: ['指标', '试点前', '试点后', '口径'],
    rows: total.map(({ code, title, before, after, definition }) => [
      ...[title, figureWords(code, before), figureWords(code, after), definition],
    ]),
  };
}

export function townshipSheet(
  total: readonly ComparedFigure[],
  townships: readonly Compared[],
): Sheet {
  return {
    name: '分乡镇',
    heading: [
      '乡镇（街道）',
      ...total.flatMap(({ title }) => [`${title}（试点前）`, `${title}（试点后）`]),
    ],
    rows: townships.map(({ name, figures }) => [
      name,
      ...figures.flatMap(({ code, before, after }) => [
        figureWords(code, before),
        figureWords(code, after),
      ]),
    ]),
  };
}

const outcomes: Readonly<Record<string, string>> = { grant: '给予救助', refuse: '不予救助' };

/** Every case behind the figures of a period: whoever counts again comes to the same. */
export function caseSheet(name: string, cases: readonly PilotCase[]): Sheet {
  return {
    name,
    heading: [
      ...['受理编号', '申请人', '乡镇（街道）', '受理日期', '决定日期', '法定期限', '结果'],
      ...['自然日', '工作日', '跑动次数', '异议', '成立', '退回重办'],
    ],
    rows: cases.map((each) => [
      ...[each.number, each.applicant, each.townshipName, each.acceptedOn, each.decidedOn],
      ...[each.dueOn, outcomes[each.outcome] ?? '在办', each.calendarDays, each.workingDays],
      ...[each.trips, each.objections, each.upheld, each.returned ? '是' : '否'],
    ]),
  };
}
