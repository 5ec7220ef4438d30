import { fen } from '../../kernel/fen.ts';
import { localDate } from '../../kernel/local-date.ts';
import type { DataOf } from '../../paper/index.ts';
import { GIVES, SCHEME } from '../../rules/scheme.ts';
import type { Sheet } from '../../platform/table-file/write-xlsx.ts';
import type { FilingLine } from './contract.ts';
import type { FilingState } from './filing.ts';

type Paper = DataOf<'filing-list'>;

/** 审核确认备案表: the decisions of one filing, with when they were made and when they were sent. */
export function filingPaperOf(
  state: FilingState,
  lines: readonly FilingLine[],
  about: { organ: string; county: string; sender: string; demo: boolean },
): Paper | null {
  if (!state.sent) return null;
  return {
    head: { number: state.number, organ: about.organ, date: state.sent.on, demo: about.demo },
    to: about.county,
    ...(about.sender !== '' && { sender: about.sender }),
    lines: lines.map((each) => ({
      ...{ number: each.number, applicant: each.applicant, village: each.villageName },
      ...{ scheme: each.scheme, outcome: each.outcome },
      ...(GIVES[each.scheme] === 'recognition' ? {} : { amount: fen(each.amount) }),
      monthly: GIVES[each.scheme] === 'monthly',
      ...{ decidedOn: localDate(each.decidedOn), dueOn: localDate(each.dueOn) },
      late: state.sent !== null && state.sent.on > each.dueOn,
    })),
    ...(state.note !== '' && { note: state.note }),
  };
}

export function filingSheetOf(state: FilingState, lines: readonly FilingLine[]): Sheet {
  const sentOn = state.sent?.on ?? '';
  return {
    name: '备案表',
    heading: [
      ...['乡镇（街道）', '村（社区）', '申请人', '救助类别', '决定', '金额（元）', '决定文号'],
      ...['办件编号', '决定日期', '应报日期', '报送日期', '是否逾期'],
    ],
    rows: lines.map((each) => [
      ...[each.townshipName, each.villageName, each.applicant, SCHEME[each.scheme]],
      ...[each.outcome === 'grant' ? '确认' : '不予确认', each.amount / 100, each.number],
      ...[each.caseNumber, each.decidedOn, each.dueOn, sentOn],
      sentOn > each.dueOn ? '逾期' : '',
    ]),
  };
}
