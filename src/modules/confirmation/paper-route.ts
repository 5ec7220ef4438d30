import { getCase } from '../case/get-case.ts';
import { printPaper } from '../../paper/print.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { Asker, Context } from '../../platform/http/context.ts';
import { absent, refusedBy } from '../../platform/http/problem.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import { type CaseState } from '../case/index.ts';
import { caseGiven } from '../case/given.ts';
import { officesOf } from '../standards/office.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import { type NoticeContext, noticeOf } from './notice.ts';
import { receiptOf } from './receipt.ts';
import { refusals } from './refusal.ts';

/** The letters of a decided case as PDF. */
export function registerPapers(router: Router, standards: Standards): void {
  queryRoute(
    router,
    contract.decisionNotice,
    access.DecisionNotice,
    async ({ tx, asker, params, context, reply }) => {
      const { loaded, notice } = await decidedCase(tx, standards, context, asker, params.caseId);
      const date = loaded.state.confirmation.decision?.on;
      if (!date) throw absent();
      const { paper, data } = noticeOf(loaded.state, notice);
      const pdf =
        paper === 'grant-notice'
          ? await printPaper(paper, data, { date })
          : await printPaper(paper, data, { date });
      reply.type('application/pdf');
      return Buffer.from(pdf);
    },
  );
  queryRoute(
    router,
    contract.serviceReceipt,
    access.ServiceReceipt,
    async ({ tx, asker, params, context, reply }) => {
      const { loaded, notice } = await decidedCase(tx, standards, context, asker, params.caseId);
      const data = receiptOf(loaded.state, notice);
      const pdf = await printPaper('service-receipt', data, { date: data.head.date });
      reply.type('application/pdf');
      return Buffer.from(pdf);
    },
  );
}

async function decidedCase(
  tx: ReadTx,
  standards: Standards,
  context: Context,
  asker: Asker,
  caseId: string,
): Promise<{ loaded: Loaded<CaseState>; notice: NoticeContext }> {
  const loaded = await getCase(standards, { tx, asker, context }, caseId);
  const at = context.clock.now();
  const { procedure } = caseGiven(standards, { asker, act: { recordedAt: at } }, loaded);
  if (!loaded.state.confirmation.decision) throw refusedBy(refusals['not-decided']);
  const township = loaded.area.slice(0, 9);
  const offices = officesOf(standards.nameOf(township), standards.nameOf(township.slice(0, 6)));
  return {
    loaded,
    notice: {
      procedure,
      villageName: standards.nameOf(loaded.area),
      townshipOrgan: offices.township.name,
      window: windowOf(standards, township),
      demo: context.demo,
    },
  };
}

/** The national hotline (OT-02) stands in until a township's own number is entered. */
function windowOf(standards: Standards, township: string): NoticeContext['window'] {
  return {
    place: `${standards.nameOf(township)}便民服务中心社会救助窗口`,
    phone: '12349',
    hotline: '12349',
  };
}
