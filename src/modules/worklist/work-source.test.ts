import { describe, expect, it } from 'vitest';
import { access as archive } from '../archive/access.ts';
import { access as complaint } from '../complaint/access.ts';
import { access as delegation } from '../delegation/access.ts';
import { access as discovery } from '../discovery/access.ts';
import { access as dispatch } from '../dispatch/access.ts';
import { access as draw } from '../draw/access.ts';
import { access as evaluation } from '../evaluation/access.ts';
import { access as filing } from '../filing/access.ts';
import { access as funds } from '../funds/access.ts';
import { type AccessRule, allRoles } from '../identity/index.ts';
import { access as inspection } from '../inspection/access.ts';
import { access as ledger } from '../ledger/access.ts';
import { access as policy } from '../policy/access.ts';
import { access as procurement } from '../procurement/access.ts';
import { access as reserve } from '../reserve/access.ts';
import { access as review } from '../review/access.ts';
import { access as verification } from '../verification/access.ts';
import { countyWork } from './county-work.ts';
import { householdWork } from './household-work.ts';
import { moneyWork } from './money-work.ts';
import { flowTitles, type WorkFlow } from './work-source.ts';

const sources = [...householdWork, ...countyWork, ...moneyWork];

/** What the work of a flow is done by; flows whose rows carry their posts themselves are not among them. */
const commands: { readonly [Flow in WorkFlow]?: readonly AccessRule[] } = {
  complaint: [complaint.AcceptComplaint, complaint.ConcludeComplaint, complaint.AnswerReporter],
  flag: [inspection.OrderCheck, inspection.ClearFlag],
  check: [inspection.RecordCountyCheck],
  correction: [inspection.AnswerCorrection, inspection.RecheckCorrection],
  accountability: [inspection.ConcludeAccountability],
  draw: [draw.FreezeFrame],
  anomaly: [dispatch.AnswerAnomaly],
  dispatch: [dispatch.CloseDispatch],
  table: [dispatch.TakeMonthlyTable, dispatch.ReportMonthlyTable],
  evaluation: [evaluation.ScoreTownship, evaluation.AnswerAppeal],
  source: [verification.SourceTasks],
  policy: [policy.DraftPolicy, policy.ApprovePolicy, policy.PublishPolicy],
  raise: [policy.ApproveRaises],
  subsidy: [policy.ApproveSubsidy],
  instrument: [delegation.CheckInstrument],
  handover: [delegation.ReceiveHandover],
  destruction: [archive.ApproveDestruction, archive.CarryOutDestruction],
  export: [ledger.ApproveExport],
  roll: [funds.FreezeRoll, funds.ReviewRoll, funds.ReleaseBatch],
  request: [funds.ReviewFundRequest, funds.ApproveFundRequest],
  books: [funds.FundChecks],
  budget: [funds.ApproveBudget],
  recovery: [funds.DecideRecovery, funds.RecordRepayment],
  account: [funds.CheckAccountChange],
  till: [reserve.ApproveReserve, reserve.PayReserve, reserve.SettleDifference],
  settlement: [procurement.DecideSettlement],
  service: [procurement.HandInWork, procurement.AcceptTask, procurement.RecordRecheck],
  recheck: [procurement.DrawRecheck],
  transfer: [review.AcceptTransfer],
  challenge: [review.ReplyToChallenge],
  discovery: [discovery.TellFamily, discovery.OpenFromReport],
  filing: [filing.ReceiveFiling],
};

const rolesIn = (text: string) =>
  [...text.matchAll(/'([a-z-]+)'/g)].flatMap(
    ([, name]) => allRoles.find((each) => each === name) ?? [],
  );

describe('DL-11 每一种工作都分到人', () => {
  it('列出的每一种工作都有来源，每个来源都有中文名', () => {
    expect([...new Set(sources.map(({ flow }) => flow))].toSorted()).toEqual(
      Object.keys(flowTitles).toSorted(),
    );
  });
  it('只分给办得了的岗位，办得了的每个环节都有岗位', () => {
    for (const { flow, roles } of sources) {
      const rules = commands[flow];
      if (!rules) continue;
      const given = rolesIn(roles);
      const able = rules.flatMap((rule) => rule.roles);
      expect(
        given.filter((role) => !able.includes(role)),
        flow,
      ).toEqual([]);
      const left = rules.filter((rule) => !rule.roles.some((role) => given.includes(role)));
      expect(left, flow).toEqual([]);
    }
  });
  it('举报的任务只给看得到举报清单的岗位看，别的工作不限', () => {
    const kept = sources.filter(({ readers = [] }) => readers.length > 0);
    expect(kept.map(({ flow }) => flow)).toEqual(['complaint']);
    expect(kept[0]?.readers?.toSorted()).toEqual(complaint.ComplaintList.roles.toSorted());
    expect(kept[0]?.recused).toBe('accused');
  });
});
