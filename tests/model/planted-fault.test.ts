import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../src/modules/case/index.ts';
import { evolveCase } from '../../src/modules/case/index.ts';
import { addMonths, type LocalDate } from '../../src/kernel/local-date.ts';
import { run } from './walk-campaign.ts';
import { type Program, program, type Seen } from './walk.ts';

/** What a decider is shown instead of the state, as if it had forgotten to look. */
type Blind = (state: CaseState, given: Seen['given']) => Partial<Seen>;

type Planted = {
  readonly title: string;
  readonly commands?: readonly string[];
  readonly blind?: Blind;
  readonly evolve?: Program['evolve'];
  readonly finds: RegExp;
  /** How many faulty walks are looked through for it; one where left out. */
  readonly among?: number;
};

const without = (state: CaseState, slot: keyof CaseState, changed: object): Partial<Seen> => ({
  state: { ...state, [slot]: { ...state[slot], ...changed } },
});

/** Deciders that overlook one thing each, and a record that is told wrongly. */
const planted: readonly Planted[] = [
  {
    title: '受理不看材料',
    commands: ['AcceptApplication'],
    blind: (state) => without(state, 'course', { channel: 'help-first' }),
    finds: /DB-10/,
  },
  {
    title: '受理、转办不看是否已在别处享受',
    commands: ['AcceptApplication', 'ChangeScheme'],
    blind: (_, given) => ({ given: { ...given, coveredMembers: [] } }),
    finds: /I-18/,
  },
  {
    title: '转办不看户籍和材料',
    commands: ['ChangeScheme'],
    blind: (state) => without(state, 'intake', { accepted: null }),
    finds: /DB-04|DB-10|I-18/,
  },
  {
    title: '核对不看授权',
    commands: ['AnswerSource'],
    blind: (state) =>
      without(state, 'intake', {
        authorisations: state.intake.authorisations.map((each) => ({ ...each, revokedOn: null })),
      }),
    finds: /I-16/,
  },
  {
    title: '有异议照样公示',
    commands: ['PostNotice'],
    blind: (state) => without(state, 'publicity', { objections: [] }),
    finds: /DB-19b|I-4/,
  },
  {
    title: '有异议照样决定',
    commands: ['ConfirmDecision'],
    blind: (state) => without(state, 'publicity', { objections: [] }),
    finds: /I-1 异议办结|I-4/,
  },
  {
    title: '不看赋权书就决定',
    commands: ['ConfirmDecision'],
    blind: (_, given) => ({
      given: { ...given, authority: { ok: true, instrumentId: 'i', mode: 'own-name' } },
    }),
    finds: /I-2/,
  },
  {
    title: '超过时限照样决定',
    commands: ['ConfirmDecision'],
    blind: (state) => without(state, 'intake', withLaterAcceptance(state)),
    finds: /I-6/,
  },
  {
    title: '不等县级核查',
    commands: ['ListCase', 'OpenVoting', 'ConfirmDecision'],
    blind: (state, given) => ({
      ...('disclosure' in state ? without(state, 'disclosure', { registered: false }) : {}),
      // What has ended stays ended: only what waits is taken for ready.
      given:
        'notReady' in given && given.notReady === '已终止办理'
          ? given
          : { ...given, notReady: null },
    }),
    finds: /I-3|跳过：county-visit|异议/,
  },
  {
    title: '不经集体研究',
    commands: ['ConfirmDecision'],
    blind: (state) => {
      const proposalHash = state.assessment.opinion?.hash;
      const vote = { resolution: 'approve', proposalHash, seq: 1e9, voters: [], recused: [] };
      return without(state, 'deliberation', { deliberations: [vote] });
    },
    finds: /集体研究|跳过：deliberation/,
  },
  {
    title: '近亲属参加表决',
    commands: ['OpenVoting', 'ConfirmDecision'],
    blind: (state, given) => ({
      ...('disclosure' in state ? without(state, 'disclosure', { hits: [] }) : {}),
      given: { ...given, found: [] },
    }),
    // Whoever must not vote and is on the list anyway also keeps a voting from ever ending.
    among: 4,
    finds: /I-15|不表决|跳过|应当回避/,
  },
  {
    title: '特困不评估自理能力',
    commands: ['Assess', 'FormOpinion'],
    blind: (state) =>
      without(state, 'investigation', {
        care: state.household.facts?.members.map((each) => ({ memberId: each.id, can: each })),
      }),
    finds: /未查清|I-13/,
  },
  {
    title: '已经决定的再决定一次',
    commands: ['ConfirmDecision'],
    blind: (state) => without(state, 'confirmation', { decision: null }),
    finds: /决定后：DecisionMade/,
  },
  {
    title: '决定以后还能撤回申请',
    commands: ['WithdrawApplication'],
    blind: (state) => without(state, 'confirmation', { decision: null }),
    finds: /决定后：CaseClosed/,
  },
  {
    title: '手续没有补齐就归档',
    commands: ['ArchiveCase'],
    blind: (state) => without(state, 'confirmation', { completion: {}, reported: {} }),
    finds: /I-17|跳过/,
  },
  {
    title: '异议办结以后意见没有作废',
    evolve: (state, event, meta) =>
      event.type === 'OpinionSetAside' && event.because.startsWith('异议')
        ? state
        : evolveCase(state, event, meta),
    finds: /I-4|TK-15b|重算/,
  },
  {
    title: '重新调查丢了以前的入户记录',
    evolve: (state, event, meta) => {
      const next = evolveCase(state, event, meta);
      if (event.type !== 'InvestigationReopened') return next;
      return { ...next, investigation: { ...next.investigation, visits: [] } };
    },
    finds: /丢失：访问/,
  },
  {
    title: '会议结果记了两次',
    evolve: (state, event, meta) => {
      const next = evolveCase(state, event, meta);
      return event.type === 'Deliberated' ? evolveCase(next, event, meta) : next;
    },
    finds: /重复|重算/,
  },
];

/** Acceptance that looks as if it had been two months later. */
function withLaterAcceptance({ intake: { accepted } }: CaseState) {
  return { accepted: accepted && { ...accepted, on: addMonths(accepted.on as LocalDate, 2) } };
}

const ENOUGH = 60_000;

describe('走查本身：去掉一道关口，必须查得出来', () => {
  it.each(planted)(
    '$title',
    { timeout: 600_000 },
    ({ commands, blind, evolve, finds, among = 1 }) => {
      const bend = (command: string, seen: Seen): Seen =>
        blind && commands?.includes(command)
          ? { ...seen, ...blind(seen.state as CaseState, seen.given) }
          : seen;
      const walked: Program = {
        ...program,
        ...(blind ? { bend } : {}),
        ...(evolve ? { evolve } : {}),
      };
      const { found } = run({ seed: 7, commands: ENOUGH, faults: among }, walked);
      expect(found.flatMap(({ faults }) => faults).join('；')).toMatch(finds);
    },
  );
});
