import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { PlaceCode } from '../../kernel/place.ts';
import type { Slot } from '../../kernel/slot.ts';

/** Why an application is made where the family lives, though somebody of it is registered elsewhere. */
export const residenceGrounds = {
  'residence-permit': '持居住证在居住地申请',
  'split-hukou': '成员户籍分处多地，申请人户籍地与居住地一致',
} as const;
export type ResidenceGround = keyof typeof residenceGrounds;

export type ResidenceBasis = {
  readonly ground: ResidenceGround;
  /** Where the family, or the other members, are registered, in words. */
  readonly hukouPlace: string;
  /** 居住证; null where none is asked for. */
  readonly permit: FileRef | null;
};

/** What another place is asked to do. */
export const askedTitles = {
  registration: '核实户籍和家庭成员',
  assistance: '是否在当地申请或者享受救助',
  economy: '在当地的收入、财产',
  'home-visit': '入户调查',
  neighbours: '邻里访问',
} as const;
export type AskedItem = keyof typeof askedTitles;

export type CooperationAnswer = {
  readonly on: LocalDate;
  /** The office that answered. */
  readonly from: string;
  readonly text: string;
  /** Whether somebody of the family applies for or receives assistance there; null where that was not asked. */
  readonly assisted: boolean | null;
  readonly scan: FileRef | null;
  readonly via: 'system' | 'letter';
};

export type CooperationRequest = {
  readonly id: string;
  /** A township of this installation; null for a place outside it. */
  readonly to: PlaceCode | null;
  readonly toName: string;
  readonly members: readonly string[];
  readonly asked: readonly AskedItem[];
  readonly note: string;
  readonly sentOn: LocalDate;
  readonly replyBy: LocalDate;
  readonly answer: CooperationAnswer | null;
  /** No answer came by its day, and the investigation went on without; why. */
  readonly waived: { readonly on: LocalDate; readonly by: string; readonly reason: string } | null;
};

export type CooperationEvent =
  | { readonly type: 'ResidenceBasisRecorded'; readonly basis: ResidenceBasis }
  | {
      readonly type: 'CooperationRequested';
      readonly request: Omit<CooperationRequest, 'answer' | 'waived'>;
    }
  | {
      readonly type: 'CooperationAnswered';
      readonly requestId: string;
      readonly answer: CooperationAnswer;
    }
  | {
      readonly type: 'CooperationWaived';
      readonly requestId: string;
      readonly reason: string;
    };

export type CooperationState = {
  readonly basis: ResidenceBasis | null;
  readonly requests: readonly CooperationRequest[];
};

export const cooperationSlot: Slot<CooperationState, CooperationEvent> = {
  initial: { basis: null, requests: [] },
  evolve: {
    ResidenceBasisRecorded: (state, { basis }) => ({ ...state, basis }),
    CooperationRequested: (state, { request }) => ({
      ...state,
      requests: [...state.requests, { ...request, answer: null, waived: null }],
    }),
    CooperationAnswered: (state, { requestId, answer }) => ({
      ...state,
      requests: state.requests.map((each) => (each.id === requestId ? { ...each, answer } : each)),
    }),
    CooperationWaived: (state, { requestId, reason }, { actor, occurredOn }) => ({
      ...state,
      requests: state.requests.map((each) =>
        each.id === requestId ? { ...each, waived: { on: occurredOn, by: actor, reason } } : each,
      ),
    }),
  },
  titles: {
    ResidenceBasisRecorded: '登记在居住地申请的依据',
    CooperationRequested: '请外地协助调查',
    CooperationAnswered: '收到协助调查答复',
    CooperationWaived: '未收到答复，继续办理',
  },
};

/** Whether the family may apply where it lives: with a residence permit, where the place has opened that (DB-05c). */
export function residenceStands(
  { basis }: CooperationState,
  { acceptAtResidence }: { readonly acceptAtResidence: { readonly value: boolean } },
): boolean {
  return acceptAtResidence.value && basis?.ground === 'residence-permit' && basis.permit !== null;
}

/** A request nobody has answered and nobody gave up. */
export function openRequests({ requests }: CooperationState): readonly CooperationRequest[] {
  return requests.filter(({ answer, waived }) => answer === null && waived === null);
}

/**
 * What keeps an investigation from being over: the other place was not asked though somebody is registered there, has
 * not answered yet, or says that it helps the family already (DB-15b, OT-09).
 */
export function whyNotCooperated(
  state: CooperationState,
): 'not-asked' | 'unanswered' | 'assisted-there' | null {
  if (state.basis !== null && state.requests.length === 0) return 'not-asked';
  if (openRequests(state).length > 0) return 'unanswered';
  const said = state.requests.findLast(({ answer }) => answer !== null && answer.assisted !== null);
  return said?.answer?.assisted ? 'assisted-there' : null;
}
