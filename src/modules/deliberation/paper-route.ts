import { getOwn } from '../../platform/http/own-stream.ts';
import type { Router } from '../../platform/http/route.ts';
import { findStream } from '../../platform/record/record.ts';
import { fen, formatYuan } from '../../kernel/fen.ts';
import { formatDate, localDate } from '../../kernel/local-date.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { isRecused } from '../case/index.ts';
import { listReportedRelief } from '../confirmation/store.ts';
import { caseKind } from '../case/store.ts';
import { paperRoute } from '../issuance/paper-route.ts';
import { officesOf } from '../standards/office.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import type { MeetingState } from './meeting.ts';
import { meetingPaperOf } from './paper-data.ts';
import { meetingKind } from './store.ts';

/** 会议议程 or 会议纪要 as PDF; a relative of a family reads it without that family's case. */
export function registerPaper(router: Router, standards: Standards): void {
  paperRoute(router, contract.meetingPaper, access.MeetingPaper, async (call) => {
    const { tx, asker, params, search, context } = call;
    const loaded = await getOwn(call, meetingKind, params.meetingId);
    const { area } = loaded;
    const state = search.caseId ? onlyCase(loaded.state, search.caseId) : loaded.state;
    const hiddenCases: string[] = [];
    for (const { caseId } of state.agenda) {
      const found = await findStream(tx, caseKind(standards), caseId);
      if (!found || isRecused(found.state, asker.person)) hiddenCases.push(caseId);
    }
    const township = standards.nameOf(area);
    const names = await context.namesOf(tx, [state.recorder]);
    const data = meetingPaperOf(state, {
      townshipName: township,
      organ: officesOf(township, standards.nameOf(area.slice(0, 6))).township.name,
      recorderName: names.get(state.recorder) ?? '',
      reader: asker.person,
      hiddenCases,
      reported: search.caseId ? [] : await reportedTo(tx, standards, loaded.id, asker.person),
      demo: context.demo,
    });
    return data && { paper: 'meeting-minutes', data, area };
  });
}

/** Urgent help given before the meeting, in a sentence each. */
async function reportedTo(
  tx: ReadTx,
  standards: Standards,
  meetingId: string,
  reader: string,
): Promise<string[]> {
  const told: string[] = [];
  for (const each of await listReportedRelief(tx, meetingId)) {
    const { caseId, decidedOn, area, applicant, amount, number } = each;
    const found = await findStream(tx, caseKind(standards), caseId);
    if (!found || isRecused(found.state, reader)) continue;
    told.push(
      `${formatDate(localDate(decidedOn))}对${standards.nameOf(area)}${applicant}先行救助` +
        `${formatYuan(fen(amount))}元（${number}）。`,
    );
  }
  return told;
}

/** The meeting as one household's file has it: what concerns other families is not its business. */
function onlyCase(meeting: MeetingState, caseId: string): MeetingState {
  return { ...meeting, agenda: meeting.agenda.filter((each) => each.caseId === caseId) };
}
