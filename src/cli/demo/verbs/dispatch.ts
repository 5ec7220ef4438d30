import type { LocalDate } from '../../../kernel/local-date.ts';
import * as contract from '../../../modules/dispatch/contract.ts';
import * as table from '../../../modules/dispatch/table-contract.ts';
import type { Desk, Reply } from '../desk.ts';

/** The fixed notes of a meeting about the month. */
export function meetingBody(heldOn: LocalDate, dueOn: LocalDate) {
  return {
    ...{ heldOn, place: '县民政局会议室', chair: '吴演六', attendees: ['吴演六', '郑演七'] },
    notes: '通报本月数字和异常，逐条研究处置意见。',
    decisions: [{ what: '县级派两人复查办结过快的案件', who: '县监督检查', dueOn }],
  };
}

/** What the township reports where the record is right: every 低保 household poor by illness. */
export async function reportMonth(
  officer: Desk,
  tableId: string,
  changed: readonly unknown[] = [],
): Promise<Reply> {
  const { body } = await officer.ask(table.tableView, { tableId });
  const households = body.lines.find(
    ({ scheme, code }) => scheme === 'dibao' && code === 'households',
  );
  const none = { disability: 0, schooling: 0, disaster: 0, labour: 0, other: 0 };
  return officer.give(
    table.reportTable,
    { tableId },
    {
      ...{ changed, head: '王演镇', deputy: '赵演副', phone: '0818-2345678' },
      filled: { ...none, illness: households?.recorded ?? 0, population: 32_000 },
    },
    { ifMatch: body.version },
  );
}

/** Every anomaly without an answer, explained by whoever owns it. */
export async function answerAll(desks: readonly Desk[], dispatchId: string): Promise<void> {
  for (const desk of desks) {
    const { body } = await desk.ask(contract.dispatchView, { dispatchId });
    for (const { key, answered } of body.anomalies) {
      if (answered) continue;
      const note = '已经核对办件和佐证材料，情况属实。';
      await desk.give(contract.answerAnomaly, { dispatchId }, { key, disposal: 'explained', note });
    }
  }
}
