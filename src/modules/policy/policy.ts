import type { LocalDate, Month } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

/** A figure of the rules as it is to be laid down; in fen or the parameter's own unit. */
export type DraftedFigure = {
  readonly parameter: string;
  /** Null: for town and country alike. */
  readonly residence: 'urban' | 'rural' | null;
  readonly value: number;
};

/** What is drafted: figures from a day on, or the locality file as text. */
export type PolicyChange =
  | {
      readonly kind: 'figures';
      readonly figures: readonly DraftedFigure[];
      readonly effective: LocalDate;
    }
  | { readonly kind: 'file'; readonly text: string };

export type PolicyContent = {
  readonly title: string;
  readonly issuer: string;
  readonly change: PolicyChange;
  /** Questions about figures that look like a slip, each with why it is right all the same. */
  readonly answers: readonly { readonly question: string; readonly reason: string }[];
};

/** What the bulk engine found on the real caseload, kept with the draft for whoever decides. */
export type PolicyPreview = {
  readonly previewId: string;
  readonly day: LocalDate;
  readonly months: readonly Month[];
  readonly households: number;
  /** How much had been published when it was begun: what it was compared with. */
  readonly base: number;
  /** `Sums` of the preview module. */
  readonly sums: unknown;
};

/** One difference in words; old or new is null where it was not there. */
export type PolicyDifference = {
  readonly title: string;
  readonly residence: 'urban' | 'rural' | null;
  readonly effective: string;
  readonly old: string | null;
  readonly now: string | null;
};

export type Publication = {
  readonly document: string;
  readonly issuedOn: LocalDate;
  readonly effective: LocalDate;
  readonly inUseFrom: LocalDate;
  /** Against what was in force that day. */
  readonly changes: readonly PolicyDifference[];
};

export type PolicyEvent =
  | { readonly type: 'PolicyDrafted'; readonly content: PolicyContent }
  | { readonly type: 'PolicyPreviewed'; readonly preview: PolicyPreview }
  | { readonly type: 'PolicyCommented'; readonly text: string }
  | { readonly type: 'PolicySubmitted'; readonly note: string }
  | { readonly type: 'PolicySentBack'; readonly reason: string }
  | { readonly type: 'PolicyApproved'; readonly opinion: string }
  | ({ readonly type: 'PolicyPublished' } & Publication)
  | { readonly type: 'PolicyGivenUp'; readonly reason: string };

export const policyStatuses = {
  drafted: '起草中',
  submitted: '待批准',
  approved: '已批准，待公布',
  published: '已公布',
  'given-up': '已放弃',
} as const;
export type PolicyStatus = keyof typeof policyStatuses;

type Mark = { readonly by: string; readonly on: LocalDate };

export type PolicyState = {
  readonly status: PolicyStatus;
  readonly content: PolicyContent;
  /** Everybody who wrote in it: none of them approves or publishes it. */
  readonly writers: readonly string[];
  readonly drafted: Mark;
  /** Of the content as it stands; another content needs another preview. */
  readonly preview: (Mark & PolicyPreview) | null;
  readonly comments: readonly (Mark & { readonly text: string })[];
  readonly submitted: (Mark & { readonly words: string }) | null;
  readonly sentBack: (Mark & { readonly words: string }) | null;
  readonly approved: (Mark & { readonly words: string }) | null;
  readonly published: (Mark & Publication) | null;
  readonly givenUp: (Mark & { readonly words: string }) | null;
} | null;

/** A change of a county's standards and rules, from the first draft until it is published. */
export const policySlot: Slot<PolicyState, PolicyEvent> = {
  initial: null,
  evolve: {
    PolicyDrafted: (state, { content }, { actor, occurredOn }): PolicyState => ({
      ...(state ?? { ...blank, drafted: { by: actor, on: occurredOn } }),
      content,
      writers: [...new Set([...(state?.writers ?? []), actor])],
      preview: null,
    }),
    PolicyPreviewed: (state, { preview }, { actor, occurredOn }) =>
      state && { ...state, preview: { ...preview, by: actor, on: occurredOn } },
    PolicyCommented: (state, { text }, { actor, occurredOn }) =>
      state && { ...state, comments: [...state.comments, { text, by: actor, on: occurredOn }] },
    PolicySubmitted: (state, { note }, { actor, occurredOn }) =>
      state && {
        ...state,
        ...{ status: 'submitted', sentBack: null },
        submitted: { words: note, by: actor, on: occurredOn },
      },
    PolicySentBack: (state, { reason }, { actor, occurredOn }) =>
      state && {
        ...state,
        ...{ status: 'drafted', submitted: null, approved: null },
        sentBack: { words: reason, by: actor, on: occurredOn },
      },
    PolicyApproved: (state, { opinion }, { actor, occurredOn }) =>
      state && {
        ...state,
        status: 'approved',
        approved: { words: opinion, by: actor, on: occurredOn },
      },
    PolicyPublished: (state, { type: _, ...publication }, { actor, occurredOn }) =>
      state && {
        ...state,
        status: 'published',
        published: { ...publication, by: actor, on: occurredOn },
      },
    PolicyGivenUp: (state, { reason }, { actor, occurredOn }) =>
      state && {
        ...state,
        status: 'given-up',
        givenUp: { words: reason, by: actor, on: occurredOn },
      },
  },
  titles: {
    PolicyDrafted: '保存草案',
    PolicyPreviewed: '附上测算结果',
    PolicyCommented: '提出意见',
    PolicySubmitted: '送请批准',
    PolicySentBack: '退回修改',
    PolicyApproved: '批准',
    PolicyPublished: '公布',
    PolicyGivenUp: '放弃草案',
  },
};

const blank: Omit<NonNullable<PolicyState>, 'content' | 'writers' | 'drafted'> = {
  ...{ status: 'drafted', preview: null, comments: [], submitted: null, sentBack: null },
  ...{ approved: null, published: null, givenUp: null },
};
