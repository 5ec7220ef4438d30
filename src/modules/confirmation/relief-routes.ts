import { dayOf } from '../../kernel/clock.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import { lockStream } from '../../platform/record/record.ts';
import { caseCommand } from '../case/case-command.ts';
import { meetingKind } from '../deliberation/store.ts';
import { requireCaseFiles } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import { reportRelief, completeRelief } from './relief.ts';
import { listOwedRelief } from './store.ts';

/** 先行救助: its papers, its report to a meeting, and the list of what is owed. */
export function registerRelief(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: contract.completeRelief,
    access: access.CompleteRelief,
    more: ({ tx, body, params }) => requireCaseFiles(tx, params.caseId, body.papers, 'papers'),
    decide: completeRelief,
  });
  caseCommand(router, standards, {
    contract: contract.reportRelief,
    access: access.ReportRelief,
    more: async ({ tx, body }, { area }) => {
      // Held until this is recorded: a meeting told of help can no longer be called off.
      const found = await lockStream(tx, meetingKind, body.meetingId);
      if (!found || found.area !== area.slice(0, 9)) return { meeting: null };
      const { number, on, attended, calledOff, endedOn, signedBy } = found.state;
      const held = attended.length > 0 && calledOff === null;
      const closed = endedOn !== null || signedBy.length > 0;
      return { meeting: on ? { id: body.meetingId, number, on, held, closed } : null };
    },
    decide: reportRelief,
  });
  queryRoute(router, contract.reliefList, access.ReliefList, async ({ tx, asker, context }) => {
    const today = dayOf(context.clock.now());
    const { rows, total } = await listOwedRelief(tx, asker.area);
    const relief = rows.map(({ area, meetingId: _, ...row }) => ({
      ...row,
      townshipName: standards.nameOf(area.slice(0, 9)),
      villageName: standards.nameOf(area),
    }));
    const late = relief.filter((each) => each.completedOn === '' && each.papersDue < today);
    return { relief, total, late: late.length };
  });
}
