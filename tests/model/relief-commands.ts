import { addDays, addMonths } from '../../src/kernel/local-date.ts';
import { goOrdinary } from '../../src/modules/assessment/go-ordinary.ts';
import * as assessmentAccess from '../../src/modules/assessment/access.ts';
import * as assessmentContract from '../../src/modules/assessment/contract.ts';
import { latestAssessment } from '../../src/modules/assessment/index.ts';
import * as coordinationAccess from '../../src/modules/coordination/access.ts';
import * as coordinationContract from '../../src/modules/coordination/contract.ts';
import * as coordination from '../../src/modules/coordination/decide.ts';
import * as instalmentAccess from '../../src/modules/instalment/access.ts';
import * as instalmentContract from '../../src/modules/instalment/contract.ts';
import * as instalment from '../../src/modules/instalment/decide.ts';
import { nextInstalment } from '../../src/modules/instalment/index.ts';
import * as referralAccess from '../../src/modules/referral/access.ts';
import * as referralContract from '../../src/modules/referral/contract.ts';
import * as referral from '../../src/modules/referral/decide.ts';
import * as reserveAccess from '../../src/modules/reserve/access.ts';
import * as reserveContract from '../../src/modules/reserve/contract.ts';
import { useReserve } from '../../src/modules/reserve/decide.ts';
import { type Ask, type Command, either, REASON } from './command.ts';
import { coveredFor } from './intake-commands.ts';
import { newFile, procedureOnDay } from './world.ts';

/** 临时救助: beyond the standard, paid in stages, and help first that turns into the ordinary way. */

const accessOf = <Access extends object>(access: Access, name: string) =>
  access[`${name.charAt(0).toUpperCase()}${name.slice(1)}` as keyof Access] as Command['access'];

function asking(ask: Ask) {
  const computed = latestAssessment(ask.world.state.assessment)?.result.monthlyAmount ?? 0;
  return {
    amount: either(ask, computed + 100_000, computed, 1),
    opinion: '房屋全部烧毁，家庭无力承担',
  };
}

function record(ask: Ask) {
  const { world, random } = ask;
  const { asked } = world.state.coordination;
  const views = ['agree', 'agree', random.pick(['agree', 'disagree'] as const)] as const;
  const isAgreed = random.chance(0.7);
  const said = isAgreed ? views : (['agree', 'disagree', 'abstain'] as const);
  const names = either(ask, ['演甲', '演乙', '演丙'], ['演甲', '演甲', '演丙'], ['演甲', '演乙']);
  const result = isAgreed ? 'agreed' : random.pick(['by-standard', 'by-standard', 'returned']);
  return {
    heldOn: either(ask, world.day, addDays(world.day, 1), addDays(world.day, -400)),
    ...{ place: '县政府会议室', convener: { name: '演召集', post: '副县长' } },
    participants: names.map((name, at) => ({
      ...{ name, unit: '县民政局', view: said[at] ?? 'agree', opinion: '按规定办理' },
    })),
    ...{ recused: [], minutesNumber: '演协调〔2026〕1号', minutes: newFile(world) },
    result: either(ask, result, 'agreed', 'by-standard'),
    amount: either(ask, isAgreed ? (asked?.amount ?? 1) : null, null, 1),
    reason: REASON,
  };
}

function look(ask: Ask) {
  const next = nextInstalment(ask.world.state)?.no ?? 2;
  return {
    no: either(ask, next, next + 1),
    on: either(ask, ask.world.day, addDays(ask.world.day, 1), addDays(ask.world.day, -400)),
    fit: ask.random.chance(0.8),
    ...{ finding: '生活仍然困难', files: [] },
  };
}

function answer(ask: Ask) {
  const { world, random } = ask;
  const kind = random.pick(['statement', 'hearing', 'waived', 'none'] as const);
  return {
    kind,
    on: either(ask, world.day, addDays(world.day, 1)),
    content: '家庭表示同意',
    proof: either(ask, kind === 'none' ? null : newFile(world), null),
  };
}

const pay = (
  name: keyof typeof instalment & keyof typeof instalmentContract,
  body: Command['body'],
): Command => ({
  on: 'case',
  contract: instalmentContract[name],
  access: accessOf(instalmentAccess.access, name),
  body,
  more: ({ world }) => ({ procedureToday: procedureOnDay(world) }),
  decide: instalment[name] as Command['decide'],
});

const refer = (
  name: keyof typeof referral & keyof typeof referralContract,
  body: Command['body'],
): Command => ({
  on: 'case',
  contract: referralContract[name],
  access: accessOf(referralAccess.access, name),
  body,
  decide: referral[name] as Command['decide'],
});

const lastReferral = ({ world }: Ask) => world.state.referral.referrals.at(-1)?.id ?? newUuid(0);
const newUuid = (count: number) => `00000000-0000-4000-8000-${`${count}`.padStart(12, '0')}`;

const referralCommands: readonly Command[] = [
  refer('prepareReferral', (ask) => ({
    id: newUuid(ask.world.state.referral.referrals.length + 1),
    ...{ to: ask.random.pick(['演县医保局', '演县慈善会']), needs: ['medical'], what: REASON },
  })),
  refer('sendReferral', (ask) => ({
    id: lastReferral(ask),
    on: either(ask, ask.world.day, addDays(ask.world.day, 1), addDays(ask.world.day, -400)),
    ...{ signedBy: '演m1', consent: newFile(ask.world) },
  })),
  refer('recordReferralAnswer', (ask) => ({
    id: lastReferral(ask),
    on: either(ask, ask.world.day, addDays(ask.world.day, 1)),
    outcome: ask.random.pick(['done', 'working', 'unfit'] as const),
    ...{ text: REASON, from: '演答复', scan: null },
  })),
  refer('dropReferral', (ask) => ({ id: lastReferral(ask), reason: REASON })),
];

export const reliefCommands: readonly Command[] = [
  ...referralCommands,
  {
    on: 'case',
    contract: assessmentContract.goOrdinary,
    access: assessmentAccess.access.GoOrdinary,
    body: () => ({ reason: REASON }),
    more: ({ world }) => ({
      coveredMembers: coveredFor(world, world.state.course.scheme),
      notCounted: [],
    }),
    decide: goOrdinary as Command['decide'],
  },
  {
    on: 'case',
    contract: coordinationContract.askCoordination,
    access: coordinationAccess.access.AskCoordination,
    body: asking,
    decide: coordination.askCoordination as Command['decide'],
  },
  {
    on: 'case',
    contract: coordinationContract.recordCoordination,
    access: coordinationAccess.access.RecordCoordination,
    body: record,
    decide: coordination.recordCoordination as Command['decide'],
  },
  {
    on: 'case',
    contract: reserveContract.useReserve,
    access: reserveAccess.access.UseReserve,
    body: (ask) => ({
      amount: either(ask, 10_000, 300_000, 200_000),
      on: either(ask, ask.world.day, addDays(ask.world.day, 1), addDays(ask.world.day, -400)),
      ...{ handedOutBy: '演甲', receivedBy: '演乙' },
      ...{ witness: either(ask, '演丙', '演甲'), voucher: newFile(ask.world) },
    }),
    more: ({ random }) => ({
      balance: random.pick([2_000_000, 2_000_000, 2_000_000, 9_999]),
      isLined: random.chance(0.1),
    }),
    decide: useReserve as Command['decide'],
  },
  pay('lookAtInstalment', look),
  pay('releaseInstalment', (ask) => {
    const next = nextInstalment(ask.world.state)?.no ?? 2;
    return { no: either(ask, next, next + 1) };
  }),
  pay('proposeInstalmentStop', (ask) => ({
    ...{ reason: REASON, recipient: '演m1', proof: newFile(ask.world) },
    on: either(ask, ask.world.day, addDays(ask.world.day, 1), addDays(ask.world.day, -400)),
  })),
  pay('answerInstalmentStop', answer),
  pay('decideInstalmentStop', ({ random }) => ({ stops: random.chance(0.6), reasons: REASON })),
];

/** A plan for the sum that would be proposed now, in two stages; sometimes one that cannot stand. */
export function planFor(ask: Ask, amount: number) {
  if (amount < 2 || !ask.random.chance(0.35)) return null;
  const { day } = ask.world;
  const first = Math.trunc(amount / 2);
  const later = either(ask, addMonths(day, 1), day, addMonths(day, 14));
  return [
    { on: day, amount: first, condition: '' },
    { on: later, amount: either(ask, amount - first, amount), condition: '困难仍未缓解' },
  ];
}
