import { dayOf } from '../../kernel/clock.ts';
import { formatDate } from '../../kernel/local-date.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { absent, invalid } from '../../platform/http/problem.ts';
import { queryRoute, requireArea, type Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { actorOf } from '../case/given.ts';
import { evidenceOf } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import {
  accountChangeKind,
  accountContext,
  findPaid,
  insertNotice,
  isChangeOpen,
  isOnItsWay,
  listChanges,
  type PaidPerson,
} from './account-store.ts';
import * as contract from './contract.ts';
import * as decide from './decide-account.ts';
import { fundSetting } from './fund-setting.ts';
import { lockOpenRuns } from './store.ts';

/** Accounts put right: entered at the township, checked at the county, in force some working days later. */
export function registerAccountChanges(router: Router, standards: Standards): void {
  registerAsking(router);
  registerCheck(router, standards);
  queryRoute(router, contract.accountChangeList, access.AccountChangeList, async (call) => {
    const { tx, asker } = call;
    const rows = await listChanges(tx, asker.area);
    const changes = rows.map(({ area, askedBy, ...row }) => ({
      ...row,
      villageName: standards.nameOf(area),
      isOwn: askedBy === asker.person,
    }));
    return { changes };
  });
}

async function getPaid(tx: ReadTx, grantId: string): Promise<PaidPerson> {
  const found = await findPaid(tx, grantId);
  if (!found) throw absent();
  return found;
}

function registerAsking(router: Router): void {
  const { sealer } = router.context;
  streamCommand(router, accountChangeKind, {
    contract: contract.askAccountChange,
    access: access.AskAccountChange,
    id: ({ body }) => body.changeId,
    begins: ({ asker }) => asker.area,
    anyVersion: true,
    given: async ({ tx, asker, body }) => {
      const paid = await getPaid(tx, body.grantId);
      requireArea(router.context, asker, paid.area);
      if ((await evidenceOf(tx, body.proof.hash)).length === 0) {
        throw invalid(['proof'], '没有收到这个文件，请重新上传。');
      }
      const { currentIndex } = paid;
      return { paid, currentIndex, isOpen: await isChangeOpen(tx, body.grantId) };
    },
    decide: ({ changeId, account, ...body }, state, given) => {
      const { number, payee } = given.paid;
      const sealed = sealer.seal('account', accountContext(changeId), account);
      return decide.askAccountChange({ ...body, number, payee, account: sealed }, state, given);
    },
    then: async ({ tx, act, body }, { area }, _, { paid }) => {
      if (!paid.phone) return;
      const day = formatDate(dayOf(act.recordedAt));
      const text = `您家的救助金发放账户于${day}申请更正为尾号${body.account.slice(-4)}的账户，县级核对后生效。不是本人办理的，请马上告诉乡镇或者县民政部门。`;
      const { phone, phoneAt } = paid;
      const { grantId } = body;
      await insertNotice(tx, { area, grantId, phone, phoneAt, text, at: act.recordedAt });
    },
  });
}

function registerCheck(router: Router, standards: Standards): void {
  const { sealer } = router.context;
  streamCommand(router, accountChangeKind, {
    contract: contract.checkAccountChange,
    access: access.CheckAccountChange,
    id: ({ params }) => params.changeId,
    // A roll that is frozen in this moment is frozen before or after, never beside.
    locks: ({ tx }, { area }) => lockOpenRuns(tx, area.slice(0, 6)),
    given: async ({ tx, act, asker }, { area, state }) => {
      if (!state) throw absent();
      return {
        by: actorOf(asker),
        today: dayOf(act.recordedAt),
        calendar: standards.calendarOf(area.slice(0, 9)),
        delay: fundSetting(standards, area).accountChangeWorkingDays,
        isOnItsWay: await isOnItsWay(tx, state.grantId),
      };
    },
    decide: ({ agrees, account, opinion }, state, given) =>
      decide.checkAccountChange(
        { agrees, opinion, accountIndex: sealer.indexOf('account', account) },
        state,
        given,
      ),
  });
}
