import { meetingBody } from '../../src/cli/demo/verbs/dispatch.ts';
import { addDays } from '../../src/kernel/local-date.ts';
import * as contract from '../../src/modules/dispatch/contract.ts';
import type { CountyYear } from './county-year.ts';
import { COUNTY } from './year-office.ts';

/** Rules that look at how a township decides: they point at a meeting. */
const OF_MEETINGS = ['all-agree', 'same-minute', 'fast-decision'];

/** The county sits down over the month: its anomalies, an answer to each, the meeting, the close. */
export async function dispatchMonth(year: CountyYear, month: string): Promise<void> {
  const { office, today, ledger } = year;
  const dispatchId = `${COUNTY}-${month}`;
  const leader = office.desk('county-leader', COUNTY);
  const inspector = office.desk('inspector', COUNTY);
  await inspector.must(contract.seekAnomalies, { dispatchId }, {});
  const { anomalies } = (await leader.ask(contract.dispatchView, { dispatchId })).body;
  for (const { key, rule, placeName, about, answered } of anomalies) {
    if (answered) continue;
    const stamps = year.meetings.filter(
      ({ isStamp, on, township, caseIds }) =>
        isStamp &&
        OF_MEETINGS.includes(rule) &&
        on.startsWith(month) &&
        office.app.standards.nameOf(township) === placeName &&
        (about.length === 0 || about.some(({ path }) => caseIds.some((id) => path.includes(id)))),
    );
    if (stamps.length === 0) ledger.point(key, 'anomaly', today, rule);
    for (const { meetingId } of stamps) ledger.point(meetingId, 'anomaly', today, rule);
    const disposal = stamps.length > 0 ? 'accountability' : 'explained';
    const note = stamps.length > 0 ? '逐件复查会议，约谈主持人。' : '已经核对，情况正常。';
    await leader.must(contract.answerAnomaly, { dispatchId }, { key, disposal, note });
  }
  const meeting = meetingBody(today, addDays(today, 15));
  await inspector.must(contract.recordMeeting, { dispatchId }, meeting);
  const withoutTables = '模拟中乡镇不报月报。';
  await leader.must(contract.closeDispatch, { dispatchId }, { unanswered: [], withoutTables });
}
