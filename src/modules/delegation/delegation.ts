import type { Instant } from '../../kernel/clock.ts';
import type { FileRef } from '../../kernel/evidence.ts';
import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { PlaceCode } from '../../kernel/place.ts';
import type { Slot } from '../../kernel/slot.ts';
import type { CheckedReadiness } from '../readiness/index.ts';

/** What may be handed down, and what officials call it (DL-02). */
export const matterTitles = {
  dibao: '最低生活保障',
  tekun: '特困人员救助供养',
  temporary: '临时救助',
  margin: '低保边缘家庭认定',
  rigid: '刚性支出困难家庭认定',
} as const;
export type Matter = keyof typeof matterTitles;

export const actTitles = { confirm: '审核确认', change: '变更', stop: '停发' } as const;
export type AuthorityAct = keyof typeof actTitles;

/** 赋权: the township decides in its own name. 委托: in the name of the county department (DL-04). */
export const modeTitles = {
  'own-name': '赋权（以乡镇名义）',
  entrusted: '委托（以县级民政部门名义）',
} as const;
export type AuthorityMode = keyof typeof modeTitles;

export const issuerLevels = { county: '县级', prefecture: '市级', province: '省级' } as const;
export type IssuerLevel = keyof typeof issuerLevels;

/** The written instrument as it reads, for one township (DL-02). */
export type InstrumentContent = {
  readonly township: PlaceCode;
  readonly title: string;
  readonly number: string;
  readonly issuer: string;
  readonly issuerLevel: IssuerLevel;
  readonly issuedOn: LocalDate;
  readonly scan: FileRef;
  readonly mode: AuthorityMode;
  readonly matters: readonly Matter[];
  readonly acts: readonly AuthorityAct[];
  /** Highest amount of one 临时救助; null when that matter is not handed down. */
  readonly temporaryCeiling: Fen | null;
  readonly from: LocalDate;
  /** The last day; null when the instrument names none. */
  readonly to: LocalDate | null;
  /** Title and number of the provincial provision (DL-03); null where there is none. */
  readonly provincialBasis: string | null;
};

export type InstrumentEvent =
  | { readonly type: 'InstrumentDrafted'; readonly content: InstrumentContent }
  | { readonly type: 'InstrumentCorrected'; readonly content: InstrumentContent }
  /** Entries of before readiness was scored name none. */
  | { readonly type: 'InstrumentChecked'; readonly readiness?: CheckedReadiness }
  | { readonly type: 'InstrumentSuspended'; readonly reason: string }
  | {
      readonly type: 'InstrumentResumed';
      readonly reason: string;
      readonly readiness?: CheckedReadiness;
    }
  | { readonly type: 'InstrumentWithdrawn'; readonly reason: string };

/** Expiry is no status: the day decides it, no job and no event. */
export type InstrumentStatus = 'draft' | 'in-force' | 'suspended' | 'withdrawn';

/** A time in which the instrument was in force in this record; `until` is null while it is. */
export type Span = { readonly from: Instant; readonly until: Instant | null };

export type InstrumentState = {
  readonly content: InstrumentContent | null;
  readonly status: InstrumentStatus;
  /** Everyone who wrote the content: none of them may check it. */
  readonly writtenBy: readonly string[];
  readonly checkedBy: string | null;
  readonly spans: readonly Span[];
  /** With what readiness of the township it last came into force. */
  readonly readiness?: CheckedReadiness;
};

const closed = (spans: readonly Span[], until: Instant): readonly Span[] =>
  spans.map((span) => (span.until === null ? { ...span, until } : span));

export const instrumentSlot: Slot<InstrumentState, InstrumentEvent> = {
  initial: { content: null, status: 'draft', writtenBy: [], checkedBy: null, spans: [] },
  evolve: {
    InstrumentDrafted: (state, { content }, { actor }) => ({
      ...state,
      content,
      writtenBy: [actor],
    }),
    InstrumentCorrected: (state, { content }, { actor }) => ({
      ...state,
      content,
      writtenBy: [...new Set([...state.writtenBy, actor])],
    }),
    InstrumentChecked: (state, { readiness }, { actor, recordedAt }) => ({
      ...state,
      ...(readiness && { readiness }),
      status: 'in-force',
      checkedBy: actor,
      spans: [{ from: recordedAt, until: null }],
    }),
    InstrumentSuspended: (state, _, { recordedAt }) => ({
      ...state,
      status: 'suspended',
      spans: closed(state.spans, recordedAt),
    }),
    InstrumentResumed: (state, { readiness }, { recordedAt }) => ({
      ...state,
      ...(readiness && { readiness }),
      status: 'in-force',
      spans: [...state.spans, { from: recordedAt, until: null }],
    }),
    InstrumentWithdrawn: (state, _, { recordedAt }) => ({
      ...state,
      status: 'withdrawn',
      spans: closed(state.spans, recordedAt),
    }),
  },
  titles: {
    InstrumentDrafted: '登记赋权书',
    InstrumentCorrected: '更正赋权书',
    InstrumentChecked: '复核生效',
    InstrumentSuspended: '中止赋权',
    InstrumentResumed: '恢复赋权',
    InstrumentWithdrawn: '撤回赋权',
  },
};

/** The word for where an instrument stands on a day. */
export function standingOf(
  state: InstrumentState,
  today: LocalDate,
): InstrumentStatus | 'expired' | 'not-yet' {
  const { content, status } = state;
  if (!content || status !== 'in-force') return status;
  if (content.to !== null && content.to < today) return 'expired';
  return today < content.from ? 'not-yet' : 'in-force';
}

export const standingTitles = {
  draft: '待复核',
  'in-force': '生效中',
  suspended: '已中止',
  withdrawn: '已撤回',
  expired: '已到期',
  'not-yet': '尚未到生效日',
} as const;
