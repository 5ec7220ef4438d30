import { addDays } from '../../src/kernel/local-date.ts';
import * as archiveAccess from '../../src/modules/archive/access.ts';
import * as archiveContract from '../../src/modules/archive/contract.ts';
import { archiveCase } from '../../src/modules/archive/decide.ts';
import * as confirmationAccess from '../../src/modules/confirmation/access.ts';
import * as confirmationContract from '../../src/modules/confirmation/contract.ts';
import * as confirmation from '../../src/modules/confirmation/decide.ts';
import * as relief from '../../src/modules/confirmation/relief.ts';
import * as delegationAccess from '../../src/modules/delegation/access.ts';
import * as delegation from '../../src/modules/delegation/decide.ts';
import * as publicityAccess from '../../src/modules/publicity/access.ts';
import * as publicityContract from '../../src/modules/publicity/contract.ts';
import * as publicity from '../../src/modules/publicity/decide.ts';
import { openObjections } from '../../src/modules/publicity/index.ts';
import { noticeTasks } from '../../src/modules/publicity/notice-task.ts';
import { officesOf } from '../../src/modules/standards/office.ts';
import { remediesOf } from '../../src/paper/remedy.ts';
import { type Ask, type Command, either, REASON } from './command.ts';
import { handoverCommands } from './handover-commands.ts';
import { authorityFor, contentFrom } from './instrument.ts';
import { calendar, fen, newFile, nextId, procedureOf, sealed } from './world.ts';

/** Publicity, objections, the decision and what follows it; the instrument of authority. */

const accessOf = <Access extends object>(access: Access, name: string) =>
  access[`${name.charAt(0).toUpperCase()}${name.slice(1)}` as keyof Access] as Command['access'];

const publish = (
  name: keyof typeof publicity & keyof typeof publicityContract,
  body: Command['body'],
  more?: Command['more'],
): Command => ({
  on: 'case',
  contract: publicityContract[name],
  access: accessOf(publicityAccess.access, name),
  body,
  decide: publicity[name] as Command['decide'],
  ...(more ? { more } : {}),
});

/** What is to be posted and taken down today, as the list of the poster has it. */
export function tasksOf({ world }: Pick<Ask, 'world'>) {
  const { state, day } = world;
  return noticeTasks(state, { today: day, calendar, procedure: procedureOf(world) });
}

function posting(ask: Ask) {
  const { world } = ask;
  const task = tasksOf(ask).find(({ act }) => act === 'post');
  const old = world.state.publicity.notices[0]?.photo;
  const kind = task?.kind ?? (world.state.confirmation.decision ? 'after' : 'before');
  return {
    id: `notice-${nextId(world)}`,
    kind: either(ask, kind, 'before', 'after'),
    level: either(ask, task?.level ?? 'village', 'village', 'township'),
    photo: either(ask, newFile(world), old ?? newFile(world)),
  };
}

function takingDown(ask: Ask) {
  const { notices } = ask.world.state.publicity;
  const due = tasksOf(ask).find(({ act }) =>
    ['void', 'take-down', 'take-down-overdue'].includes(act),
  );
  const one = notices.length > 0 ? ask.random.pick(notices).id : 'notice-none';
  return { noticeId: either(ask, due?.noticeId ?? one, one), photo: newFile(ask.world) };
}

function appraisal(ask: Ask) {
  const { world } = ask;
  const villagers = either(ask, 6, 4);
  const groups = [
    ...Array.from({ length: villagers }, () => 'villager'),
    'party-member',
    'township',
  ];
  return {
    id: `appraisal-${nextId(world)}`,
    on: either(ask, world.day, addDays(world.day, 1), addDays(world.day, -50)),
    ...{ from: '09:30', place: '村委会', chair: '罗主任', recorder: '李记录' },
    participants: groups.map((name, index) => ({
      ...{ name: `${name}${index}`, group: name as 'villager' },
      signed: either(ask, true, index > 0),
    })),
    ...{ presented: '申请家庭情况', opinions: [] },
    agree: either(ask, 5, 9),
    ...{ disagree: 1, conclusion: '同意纳入', record: newFile(world) },
  };
}

function handling(ask: Ask) {
  const { state } = ask.world;
  const open = openObjections(state.publicity)[0] ?? state.publicity.objections[0];
  const { appraisals } = state.publicity;
  const isAppraised = appraisals.some((each) => open !== undefined && each.seq > open.seq);
  return {
    objectionId: either(ask, open?.id ?? 'objection-none', 'objection-none'),
    how: either(ask, isAppraised ? 'appraisal' : 'reinvestigation', 'appraisal', 'reinvestigation'),
    upheld: ask.random.chance(0.4),
    reply: REASON,
  };
}

const publicityCommands: readonly Command[] = [
  publish('postNotice', posting),
  publish('takeDownNotice', takingDown),
  publish(
    'receiveObjection',
    (ask) => ({
      id: either(
        ask,
        `objection-${nextId(ask.world)}`,
        ask.world.state.publicity.objections[0]?.id ?? 'objection-0',
      ),
      ...{ channel: 'phone', objector: null, content: '家里有车' },
    }),
    () => ({ objector: null, content: sealed('家里有车') }),
  ),
  publish('holdAppraisal', appraisal),
  publish('handleObjection', handling),
];

const offices = officesOf('罗江镇', '通川区');

/** Who decides now, and what the letter says: what the route resolves in the deciding transaction. */
function standing({ world }: Ask) {
  const { state, instrument, day } = world;
  const amount = state.assessment.opinion?.monthlyAmount ?? fen(0);
  const fault =
    state.course.route === 'county'
      ? null
      : authorityFor(instrument, { matter: state.course.scheme, amount }, day);
  const mode = state.course.route === 'county' || fault ? 'county' : 'own-name';
  const authority =
    state.course.route === 'county'
      ? { ok: true, instrumentId: null, mode: 'county' }
      : fault
        ? { ok: false, because: fault }
        : { ok: true, instrumentId: 'instrument-1', mode: 'own-name' };
  const remedies = remediesOf({ mode, act: 'decision', ...offices });
  return { authority, organ: remedies.decidedBy, number: '罗江镇决字〔2026〕1号', remedies };
}

const decideOn = (
  name: 'countyReview' | 'confirmDecision' | 'serveNotice',
  body: Command['body'],
  more?: Command['more'],
): Command => ({
  on: 'case',
  contract: confirmationContract[name],
  access: accessOf(confirmationAccess.access, name),
  body,
  decide: confirmation[name] as Command['decide'],
  ...(more ? { more } : {}),
});

const confirmationCommands: readonly Command[] = [
  decideOn('countyReview', ({ random }) => ({ agrees: random.chance(0.85), opinion: REASON })),
  decideOn('confirmDecision', () => ({}), standing),
  decideOn('serveNotice', (ask) => ({
    ...{ method: 'in-person', recipient: '演m1', proof: newFile(ask.world) },
    on: either(ask, ask.world.day, addDays(ask.world.day, 1), addDays(ask.world.day, -30)),
  })),
  {
    on: 'case',
    contract: confirmationContract.completeRelief,
    access: confirmationAccess.access.CompleteRelief,
    body: ({ world }) => ({
      ...{ situation: '家中失火，已经安置，生活恢复正常', recipient: '演m1' },
      ...{ handlers: ['钱演田', '孙演山'], papers: [newFile(world)] },
    }),
    decide: relief.completeRelief as Command['decide'],
  },
  {
    on: 'case',
    contract: confirmationContract.reportRelief,
    access: confirmationAccess.access.ReportRelief,
    body: (ask) => {
      const decided = ask.world.state.confirmation.decision?.on ?? '';
      const { meetings } = ask.world;
      const fit = meetings.findLast(
        ({ state: { on, attended, calledOff, signedBy } }) =>
          on !== null &&
          on >= decided &&
          attended.length > 0 &&
          !calledOff &&
          signedBy.length === 0,
      );
      const unknown = '00000000-0000-4000-8000-ffffffffffff';
      return { meetingId: either(ask, (fit ?? meetings[0])?.id ?? unknown, unknown) };
    },
    more: ({ world }, { meetingId }: { meetingId: string }) => {
      const found = world.meetings.find(({ id }) => id === meetingId)?.state;
      if (!found?.on) return { meeting: null };
      const { number, on, attended, calledOff, endedOn, signedBy } = found;
      const held = attended.length > 0 && calledOff === null;
      const closed = endedOn !== null || signedBy.length > 0;
      return { meeting: { id: meetingId, number, on, held, closed } };
    },
    decide: relief.reportRelief as Command['decide'],
  },
  {
    on: 'case',
    contract: archiveContract.archiveCase,
    access: archiveAccess.access.ArchiveCase,
    body: () => ({}),
    decide: archiveCase as Command['decide'],
  },
];

const instrumentOf = (
  name:
    | 'suspendInstrument'
    | 'resumeInstrument'
    | 'withdrawInstrument'
    | 'draftInstrument'
    | 'checkInstrument',
  body: Command['body'],
): Command => ({
  on: 'instrument',
  contract: { name: `${name.charAt(0).toUpperCase()}${name.slice(1)}`, body: anyBody },
  access: accessOf(delegationAccess.access, name),
  isRead: true,
  body,
  more: () => ({ numberTaken: false, readiness: READY }),
  decide: delegation[name] as Command['decide'],
});

/** A township that may take the work over. */
const READY = {
  ...{ score: 9_000, threshold: 75, judgedWeight: 100, passes: true, because: '', lines: [] },
};

const anyBody = { parse: (value: unknown) => value };

const instrumentCommands: readonly Command[] = [
  instrumentOf('suspendInstrument', () => ({ reason: REASON })),
  instrumentOf('resumeInstrument', () => ({ reason: REASON, override: null })),
  instrumentOf('withdrawInstrument', () => ({ reason: REASON })),
  instrumentOf('draftInstrument', (ask) => {
    const content = contentFrom(ask.world.day);
    return either(ask, content, { ...content, issuer: '罗江镇人民政府' });
  }),
  instrumentOf('checkInstrument', () => ({ override: null })),
];

export const decisionCommands: readonly Command[] = [
  ...handoverCommands,
  ...publicityCommands,
  ...confirmationCommands,
  ...instrumentCommands,
];
