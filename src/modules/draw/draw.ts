import type { FileRef } from '../../kernel/evidence.ts';
import type { Instant } from '../../kernel/clock.ts';
import type { LocalDate, Month } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';
import { drawStrengthTitles } from '../../rules/procedure.ts';
import type { FrameEntry } from './cbs.ts';
import type { Outcome } from './widened-sample.ts';

/** The parties of a draw. */
export const partyTitles = {
  'county-civil-affairs': '县民政局',
  'county-discipline': '县纪检监察',
  'city-civil-affairs': '市民政局',
} as const;

export type Party = keyof typeof partyTitles;

/** Whose post brings a party's secret, and who has no account here and sends a sealed letter. */
export const PARTY: {
  readonly [P in Party]: { readonly role: string; readonly byLetter: boolean };
} = {
  'county-civil-affairs': { role: 'county-leader', byLetter: false },
  'county-discipline': { role: 'auditor', byLetter: false },
  'city-civil-affairs': { role: 'inspector', byLetter: true },
};

export const strengthTitles = drawStrengthTitles;

export type Strength = keyof typeof strengthTitles;

export const beaconTitles = {
  ssq: '福利彩票双色球',
  balls: '现场摇号（20 位数字）',
  none: '不用公开号码',
} as const;

export type BeaconKind = keyof typeof beaconTitles;

export type FrameCase = FrameEntry & { readonly caseId: string };

export type DrawEvent =
  | {
      readonly type: 'FrameFrozen';
      readonly period: Month;
      readonly county: string;
      readonly percent: number;
      readonly strength: Strength;
      readonly parties: readonly Party[];
      readonly beaconKind: BeaconKind;
      readonly beaconId: string;
      /** Before this instant no number counts. */
      readonly beaconFrom: Instant;
      /** Keeps a leaf from telling why its case is checked; published with the result. */
      readonly blind: string;
      readonly root: string;
      readonly leaves: readonly string[];
      readonly frame: readonly FrameCase[];
    }
  | {
      readonly type: 'SecretCommitted';
      readonly party: Party;
      readonly commitment: string;
      readonly letter: FileRef | null;
    }
  | { readonly type: 'BeaconTyped'; readonly value: string; readonly from: string }
  | {
      readonly type: 'SecretRevealed';
      readonly party: Party;
      readonly secret: string;
      readonly openedFrom: 'party' | 'envelope';
      readonly reason: string;
      readonly proof: FileRef | null;
    }
  | { readonly type: 'SampleDrawn'; readonly seed: string; readonly sample: readonly string[] }
  | {
      readonly type: 'DrawPublished';
      readonly sample: readonly string[];
      readonly results: readonly { readonly ref: string; readonly outcome: Outcome }[];
    };

type Frozen = Omit<Extract<DrawEvent, { type: 'FrameFrozen' }>, 'type'> & {
  readonly on: LocalDate;
  readonly by: string;
};

export type DrawState = {
  readonly frozen: Frozen | null;
  readonly commitments: readonly {
    readonly party: Party;
    readonly commitment: string;
    readonly by: string;
    readonly on: LocalDate;
  }[];
  /** The newest entry of each person; two persons from two sources must agree. */
  readonly typed: readonly { readonly by: string; readonly value: string; readonly from: string }[];
  readonly secrets: readonly {
    readonly party: Party;
    readonly secret: string;
    readonly openedFrom: 'party' | 'envelope';
    readonly by: string;
  }[];
  readonly drawn: {
    readonly seed: string;
    readonly sample: readonly string[];
    readonly on: LocalDate;
    readonly by: string;
  } | null;
  readonly published: {
    readonly on: LocalDate;
    readonly sample: readonly string[];
    readonly results: readonly { readonly ref: string; readonly outcome: Outcome }[];
  } | null;
};

export const drawSlot: Slot<DrawState, DrawEvent> = {
  initial: {
    ...{ frozen: null, commitments: [], typed: [], secrets: [] },
    ...{ drawn: null, published: null },
  },
  evolve: {
    FrameFrozen: (state, { type: _, ...frozen }, { actor, occurredOn }) => ({
      ...state,
      frozen: { ...frozen, on: occurredOn, by: actor },
    }),
    SecretCommitted: (state, { party, commitment }, { actor, occurredOn }) => ({
      ...state,
      commitments: [...state.commitments, { party, commitment, by: actor, on: occurredOn }],
    }),
    BeaconTyped: (state, { value, from }, { actor }) => ({
      ...state,
      typed: [...state.typed.filter(({ by }) => by !== actor), { by: actor, value, from }],
    }),
    SecretRevealed: (state, { party, secret, openedFrom }, { actor }) => ({
      ...state,
      secrets: [...state.secrets, { party, secret, openedFrom, by: actor }],
    }),
    SampleDrawn: (state, { seed, sample }, { actor, occurredOn }) => ({
      ...state,
      drawn: { seed, sample, on: occurredOn, by: actor },
    }),
    DrawPublished: (state, { sample, results }, { occurredOn }) => ({
      ...state,
      published: { on: occurredOn, sample, results },
    }),
  },
  titles: {
    FrameFrozen: '冻结抽查名单',
    SecretCommitted: '交承诺值',
    BeaconTyped: '录入公开号码',
    SecretRevealed: '交密数',
    SampleDrawn: '抽签',
    DrawPublished: '公开抽签过程',
  },
};

/** The public number once two people typed the same from two sources; '' where the setting has none; else null. */
export function beaconOf({ frozen, typed }: DrawState): string | null {
  if (frozen?.strength === 'two-party') return '';
  const agreed = typed.find((one) =>
    typed.some((other) => other.value === one.value && other.from !== one.from),
  );
  return agreed?.value ?? null;
}

/** Every party has committed: from here on the number may be typed. */
export function isCommitted({ frozen, commitments }: DrawState): boolean {
  return frozen !== null && commitments.length === frozen.parties.length;
}
