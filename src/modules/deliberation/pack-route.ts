import { dayOf } from '../../kernel/clock.ts';
import { getOwn } from '../../platform/http/own-stream.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { Asker, Context } from '../../platform/http/context.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import { findStream } from '../../platform/record/record.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import { isRecused } from '../case/index.ts';
import { caseGiven } from '../case/given.ts';
import { caseKind } from '../case/store.ts';
import { paperRoute } from '../issuance/paper-route.ts';
import { officesOf } from '../standards/office.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { recusalsFound } from './agenda.ts';
import * as contract from './contract.ts';
import { bodyTitles, type MeetingState, recusedFrom } from './meeting.ts';
import { type PackPage, packPageOf } from './pack.ts';
import { meetingKind } from './store.ts';

/** 会议材料: one page a case, on screen and as PDF; a member who must leave a case gets no page of it (I-15). */
export function registerPack(router: Router, standards: Standards): void {
  queryRoute(router, contract.meetingPack, access.MeetingPack, async (call) => {
    const { tx, asker, params, context } = call;
    const loaded = await getOwn(call, meetingKind, params.meetingId);
    const pages = await pagesOf(tx, standards, { asker, context }, loaded);
    return { pages: [...pages].map(([caseId, page]) => ({ caseId, ...page })) };
  });
  paperRoute(router, contract.meetingPackPaper, access.MeetingPackPaper, async (call) => {
    const { tx, asker, params, context } = call;
    const loaded = await getOwn(call, meetingKind, params.meetingId);
    const { state, area } = loaded;
    const pages = [...(await pagesOf(tx, standards, { asker, context }, loaded)).values()];
    if (!state.on || pages.length === 0) return null;
    const township = standards.nameOf(area);
    const organ = officesOf(township, standards.nameOf(area.slice(0, 6))).township.name;
    const date = dayOf(context.clock.now());
    const data = {
      head: { number: state.number, organ, date, demo: context.demo },
      body: `${township}${bodyTitles[state.kind]}`,
      ...{ session: state.number, from: `${state.on} ${state.at}`, pages },
    };
    return { paper: 'meeting-pack', data, area };
  });
}

async function pagesOf(
  tx: ReadTx,
  standards: Standards,
  { asker, context }: { asker: Asker; context: Context },
  { state }: Loaded<MeetingState>,
): Promise<Map<string, PackPage>> {
  const pages = new Map<string, PackPage>();
  for (const item of state.agenda) {
    const found = await findStream(tx, caseKind(standards), item.caseId);
    if (!found || isRecused(found.state, asker.person)) continue;
    const leaves = [
      ...recusedFrom(state, item.caseId),
      ...recusalsFound(item.caseId, found.state, state).map(({ person }) => person),
    ];
    if (leaves.includes(asker.person)) continue;
    const given = caseGiven(standards, { asker, act: { recordedAt: context.clock.now() } }, found);
    pages.set(item.caseId, packPageOf(item, found.state, state, given));
  }
  return pages;
}
