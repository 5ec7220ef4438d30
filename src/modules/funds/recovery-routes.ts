import { dayOf } from '../../kernel/clock.ts';
import { formatYuan } from '../../kernel/fen.ts';
import { formatDate, type LocalDate } from '../../kernel/local-date.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import { absent, invalid } from '../../platform/http/problem.ts';
import { queryRoute, requireArea, type Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import type { Act } from '../../platform/record/record.ts';
import { actorOf } from '../case/given.ts';
import { evidenceOf } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { findPaid, insertNotice } from './account-store.ts';
import * as decide from './decide-recovery.ts';
import { book, lockFunds, piecesOf } from './ledger-store.ts';
import { takePieces } from './take-pieces.ts';
import { moved } from './posting.ts';
import {
  askedSum,
  type RecoveryEvent,
  type RecoveryState,
  repaidSum,
  restOf,
  nextDue,
} from './recovery.ts';
import * as contract from './recovery-contract.ts';
import {
  correctionsDue,
  findPayee,
  type ListedRecovery,
  listRecoveries,
  overpaidDue,
  paidParts,
  recoveryKind,
} from './recovery-store.ts';

const idOf = ({ params }: { params: { recoveryId: string } }) => params.recoveryId;

/** 追回: proposed, decided by another, repaid in instalments, waived as far as the law lets it. */
export function registerRecoveries(router: Router, standards: Standards): void {
  registerProposal(router);
  registerDecisions(router);
  registerRepayments(router);
  queryRoute(router, contract.recoveryList, access.RecoveryList, async ({ tx, asker, context }) => {
    const today = dayOf(context.clock.now());
    const due = [
      ...(await correctionsDue(tx, asker.area)),
      ...(await overpaidDue(tx, asker.area)),
    ].map(({ area, ...each }) => ({ ...each, villageName: standards.nameOf(area) }));
    const recoveries = (await listRecoveries(tx, asker.area)).map((each) => ({
      ...shown(each, today),
      villageName: standards.nameOf(each.area),
      isOwn: each.state.proposed.by === asker.person,
    }));
    return { due, recoveries };
  });
}

function registerProposal(router: Router): void {
  streamCommand(router, recoveryKind, {
    contract: contract.proposeRecovery,
    access: access.ProposeRecovery,
    id: ({ body }) => body.recoveryId,
    begins: ({ asker }) => asker.area,
    anyVersion: true,
    given: async ({ tx, act, body, asker, context }) => {
      const payee = await findPayee(tx, body.grantId);
      if (!payee) throw absent();
      requireArea(context, asker, payee.area);
      await requireFile(tx, body.file.hash, 'file');
      const { area: _, ...paidTo } = payee;
      return {
        today: dayOf(act.recordedAt),
        payee: paidTo,
        paid: await paidParts(tx, body.grantId, body),
      };
    },
    decide: decide.proposeRecovery,
  });
}

async function requireFile(tx: ReadTx, hash: string, field: string): Promise<void> {
  if ((await evidenceOf(tx, hash)).length > 0) return;
  throw invalid([field], '没有收到这个文件，请重新上传。');
}

function registerDecisions(router: Router): void {
  const by = async ({ asker, act }: { asker: Parameters<typeof actorOf>[0]; act: Act }) => ({
    by: actorOf(asker),
    today: dayOf(act.recordedAt),
  });
  streamCommand(router, recoveryKind, {
    contract: contract.decideRecovery,
    access: access.DecideRecovery,
    id: idOf,
    given: by,
    decide: decide.decideRecovery,
    then: ({ tx, act }, { area, state }, events) => tell(tx, { area, state }, events, act),
  });
  streamCommand(router, recoveryKind, {
    contract: contract.waiveRecovery,
    access: access.WaiveRecovery,
    id: idOf,
    given: by,
    decide: decide.waiveRecovery,
    then: ({ tx, act }, { area, state }, events) => tell(tx, { area, state }, events, act),
  });
}

/** The family is told what is asked back, by when, or that nothing more is. */
async function tell(
  tx: WriteTx,
  { area, state }: { area: string; state: RecoveryState },
  events: readonly RecoveryEvent[],
  act: Act,
): Promise<void> {
  const text = state && noticeOf(state, events);
  const paid = text && (await findPaid(tx, state.grantId));
  if (!paid || !paid.phone) return;
  const { phone, phoneAt } = paid;
  await insertNotice(tx, {
    ...{ area, grantId: state.grantId, phone, phoneAt, text, at: act.recordedAt },
  });
}

function noticeOf(
  state: NonNullable<RecoveryState>,
  events: readonly RecoveryEvent[],
): string | null {
  const [event] = events;
  const first = state.instalments[0];
  if (event?.type === 'RecoveryDecided' && first) {
    const plan =
      state.instalments.length === 1 ? '一次退回' : `分 ${state.instalments.length} 个月退回`;
    return `您家多领的救助金 ${formatYuan(askedSum(state))} 元需要退回，依据${state.basis}，${plan}，第一期 ${formatYuan(first.amount)} 元，请于${formatDate(first.dueOn)}前办理。有不同意见或者有困难的，请找乡镇或者县民政部门。`;
  }
  if (event?.type === 'RecoveryWaived') {
    return `您家还没有退回的救助金 ${formatYuan(event.amount)} 元，经批准不再要求退回。`;
  }
  return null;
}

function registerRepayments(router: Router): void {
  streamCommand(router, recoveryKind, {
    contract: contract.recordRepayment,
    access: access.RecordRepayment,
    id: idOf,
    locks: ({ tx }, { area }) => lockFunds(tx, area, true),
    given: async ({ tx, act, asker, body }) => {
      await requireFile(tx, body.receipt.hash, 'receipt');
      return { by: actorOf(asker), today: dayOf(act.recordedAt) };
    },
    decide: decide.recordRepayment,
    then: async ({ tx, act }, { id, area, version, state }, [event]) => {
      if (!state || event?.type !== 'RepaymentRecorded') throw absent();
      const ids = event.lines.map(({ lineId }) => lineId);
      const pieces = await piecesOf(tx, 'paid', ids);
      const back = event.lines.flatMap(({ lineId, amount }) =>
        takePieces(pieces.get(lineId) ?? [], amount),
      );
      const entry = {
        area: area.slice(0, 6),
        kind: 'recovery',
        cause: `${id}:${version}`,
      } as const;
      await book(tx, entry, moved('paid', 'recovered', state.scheme, back), act);
    },
  });
}

function shown({ recoveryId, version, state }: ListedRecovery, today: LocalDate) {
  const { number, payee, scheme, ground, basis, status, instalments, repayments } = state;
  const due = nextDue(state);
  return {
    ...{ recoveryId, version, number, payee, scheme, ground, basis, status },
    ...{ amount: askedSum(state), repaid: repaidSum(state), waived: state.waived?.amount ?? 0 },
    rest: status === 'declined' ? 0 : restOf(state),
    dueOn: due ?? '',
    isLate: due !== null && due < today,
    instalments: [...instalments],
    repayments: repayments.map(({ on, amount, reference }) => ({ on, amount, reference })),
  };
}
