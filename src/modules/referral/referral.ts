import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

/** What a family needs besides, which another office or a charity gives (LS-20). */
export const needTitles = {
  medical: '医疗救助',
  education: '教育资助',
  housing: '住房保障',
  work: '就业援助',
  disaster: '受灾救助',
  legal: '法律援助',
  charity: '慈善帮扶',
  care: '照料护理、心理等服务',
  other: '其他',
} as const;
export type Need = keyof typeof needTitles;

/** What came of it there. */
export const outcomeTitles = {
  done: '已提供帮助',
  working: '正在办理',
  unfit: '不符合条件',
} as const;
export type ReferralOutcome = keyof typeof outcomeTitles;

export type ReferralAnswer = {
  readonly on: LocalDate;
  readonly outcome: ReferralOutcome;
  readonly text: string;
  /** Who filled in the return slip there. */
  readonly from: string;
  readonly scan: FileRef | null;
};

export type PreparedReferral = {
  readonly id: string;
  /** The department or charity, by name. */
  readonly to: string;
  readonly needs: readonly Need[];
  /** What exactly is needed, and why it is passed on. */
  readonly what: string;
};

export type Referral = PreparedReferral & {
  readonly preparedOn: LocalDate;
  readonly preparedBy: string;
  /** Sent with the family's signature; nothing of it leaves the office before. */
  readonly sent: {
    readonly on: LocalDate;
    readonly by: string;
    readonly signedBy: string;
    readonly consent: FileRef;
  } | null;
  /** The newest answer comes last: an office that is at it answers again. */
  readonly answers: readonly ReferralAnswer[];
  /** Given up: the family does not want it, or the need is gone. */
  readonly dropped: { readonly on: LocalDate; readonly reason: string } | null;
};

export type ReferralEvent =
  | { readonly type: 'ReferralPrepared'; readonly referral: PreparedReferral }
  | {
      readonly type: 'ReferralSent';
      readonly id: string;
      readonly on: LocalDate;
      readonly signedBy: string;
      readonly consent: FileRef;
    }
  | { readonly type: 'ReferralAnswered'; readonly id: string; readonly answer: ReferralAnswer }
  | { readonly type: 'ReferralDropped'; readonly id: string; readonly reason: string };

export type ReferralState = { readonly referrals: readonly Referral[] };

const changed = (
  { referrals }: ReferralState,
  id: string,
  change: (referral: Referral) => Partial<Referral>,
): ReferralState => ({
  referrals: referrals.map((each) => (each.id === id ? { ...each, ...change(each) } : each)),
});

export const referralSlot: Slot<ReferralState, ReferralEvent> = {
  initial: { referrals: [] },
  evolve: {
    ReferralPrepared: ({ referrals }, { referral }, { actor, occurredOn }) => ({
      referrals: [
        ...referrals,
        {
          ...referral,
          ...{ preparedOn: occurredOn, preparedBy: actor, sent: null, answers: [], dropped: null },
        },
      ],
    }),
    ReferralSent: (state, { id, on, signedBy, consent }, { actor }) =>
      changed(state, id, () => ({ sent: { on, by: actor, signedBy, consent } })),
    ReferralAnswered: (state, { id, answer }) =>
      changed(state, id, ({ answers }) => ({ answers: [...answers, answer] })),
    ReferralDropped: (state, { id, reason }, { occurredOn }) =>
      changed(state, id, () => ({ dropped: { on: occurredOn, reason } })),
  },
  titles: {
    ReferralPrepared: '填写转介单',
    ReferralSent: '转介到其他部门',
    ReferralAnswered: '收到转介回执',
    ReferralDropped: '不再转介',
  },
};

/** Nobody expects anything of it any more: given up, helped, or found unfit. */
export function isSettled({ dropped, answers }: Pick<Referral, 'dropped' | 'answers'>): boolean {
  const last = answers.at(-1)?.outcome;
  return dropped !== null || last === 'done' || last === 'unfit';
}
