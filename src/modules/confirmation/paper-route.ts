import { getCase } from '../case/get-case.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { Asker, Context } from '../../platform/http/context.ts';
import { refusedBy } from '../../platform/http/problem.ts';
import type { Router } from '../../platform/http/route.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import { type CaseState } from '../case/index.ts';
import { casePaper, type Open } from '../case/case-paper.ts';
import type { CasePaper } from '../case/paper-head.ts';
import { sealContext } from '../household/index.ts';
import { caseGiven } from '../case/given.ts';
import { paperRoute } from '../issuance/paper-route.ts';
import { officesOf } from '../standards/office.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import { type NoticeContext, noticeOf } from './notice.ts';
import { receiptOf } from './receipt.ts';
import { referralOf, reliefRegisterOf, temporaryReliefFilingOf } from './relief-paper.ts';
import { refusals } from './refusal.ts';

/** The letters of a decided case as PDF, and the records of help that came first. */
export function registerPapers(router: Router, standards: Standards): void {
  registerRelief(router, standards);
  paperRoute(
    router,
    contract.decisionNotice,
    access.DecisionNotice,
    async ({ tx, asker, params, context }) => {
      const { loaded, notice } = await decidedCase(tx, standards, context, asker, params.caseId);
      return { ...noticeOf(loaded.state, notice), area: loaded.area };
    },
  );
  paperRoute(
    router,
    contract.serviceReceipt,
    access.ServiceReceipt,
    async ({ tx, asker, params, context }) => {
      const { loaded, notice } = await decidedCase(tx, standards, context, asker, params.caseId);
      const data = receiptOf(loaded.state, notice);
      return { paper: 'service-receipt', data, area: loaded.area };
    },
  );
}

function registerRelief(router: Router, standards: Standards): void {
  casePaper(router, standards, {
    contract: contract.reliefRegister,
    access: access.ReliefRegisterPaper,
    paper: 'relief-register',
    dataOf: reliefRegisterOf,
  });
  casePaper(router, standards, {
    contract: contract.temporaryReliefFiling,
    access: access.TemporaryReliefFilingPaper,
    paper: 'temporary-relief-filing',
    dataOf: temporaryReliefFilingOf,
  });
  casePaper(router, standards, {
    contract: contract.referralPaper,
    access: access.ReferralPaper,
    paper: 'referral',
    dataOf: (sheet, open) => referralOf(sheet, phoneIn(sheet, open)),
  });
}

/** Whoever is to help calls the family: the number in full, where the family gave one. */
function phoneIn({ caseId, state }: CasePaper<unknown>, open: Open): string {
  const { facts, declaration } = state.household;
  const self = facts?.members.find(({ relation }) => relation === 'self')?.id ?? '';
  const sealed = declaration?.people.find(({ memberId }) => memberId === self)?.phone;
  return sealed ? open(sealContext(caseId, 'phone', self), sealed) : '（未登记）';
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
