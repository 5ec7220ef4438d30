import type { LocalDate, Month } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';
import type { Disposal, ownerTitles } from './anomaly.ts';
import type { FigureRow } from './figure.ts';
import type { FoundAnomaly } from './judge-anomaly.ts';
import type { TableStanding } from './monthly-table.ts';

/** An anomaly with who answers for it, and by when. */
export type RaisedAnomaly = FoundAnomaly & {
  readonly owner: keyof typeof ownerTitles;
  readonly dueOn: LocalDate;
};

export type Anomaly = RaisedAnomaly & {
  readonly foundOn: LocalDate;
  /** The person it was handed to; null while the owner's post answers. */
  readonly handedTo: string | null;
  readonly answered: {
    readonly disposal: Disposal;
    readonly note: string;
    readonly by: string;
    readonly on: LocalDate;
  } | null;
};

/** What was talked over and decided when the county met about the month. */
export type DispatchMeeting = {
  readonly heldOn: LocalDate;
  readonly place: string;
  readonly chair: string;
  readonly attendees: readonly string[];
  readonly notes: string;
  readonly decisions: readonly {
    readonly what: string;
    readonly who: string;
    readonly dueOn: LocalDate;
  }[];
};

/** A month as it stood when it was closed; later corrections of the record never change it. */
export type FrozenMonth = {
  readonly month: Month;
  readonly figures: readonly FigureRow[];
  readonly tables: readonly { readonly township: string; readonly standing: TableStanding }[];
  /** SM3 of county, month and figures. */
  readonly hash: string;
  readonly unanswered: readonly { readonly key: string; readonly reason: string }[];
  /** Why it is closed though tables of townships are missing; '' where none is. */
  readonly withoutTables: string;
};

export type DispatchEvent =
  | { readonly type: 'AnomaliesSought'; readonly found: readonly RaisedAnomaly[] }
  | {
      readonly type: 'AnomalyHanded';
      readonly key: string;
      readonly to: string;
      readonly dueOn: LocalDate;
      readonly reason: string;
    }
  | {
      readonly type: 'AnomalyAnswered';
      readonly key: string;
      readonly disposal: Disposal;
      readonly note: string;
    }
  | { readonly type: 'DispatchMet'; readonly meeting: DispatchMeeting }
  | ({ readonly type: 'DispatchClosed' } & FrozenMonth);

/** One county's 调度 of one month. */
export type DispatchState = {
  readonly anomalies: readonly Anomaly[];
  /** When the rules last looked through the month. */
  readonly soughtOn: LocalDate | null;
  readonly meetings: readonly (DispatchMeeting & { readonly by: string })[];
  readonly closed: (FrozenMonth & { readonly on: LocalDate; readonly by: string }) | null;
};

const changed = (state: DispatchState, key: string, change: Partial<Anomaly>): DispatchState => ({
  ...state,
  anomalies: state.anomalies.map((each) => (each.key === key ? { ...each, ...change } : each)),
});

export const dispatchSlot: Slot<DispatchState, DispatchEvent> = {
  initial: { anomalies: [], soughtOn: null, meetings: [], closed: null },
  evolve: {
    AnomaliesSought: (state, { found }, { occurredOn }) => ({
      ...state,
      soughtOn: occurredOn,
      anomalies: [
        ...state.anomalies,
        ...found.map((each) => ({
          ...{ ...each, foundOn: occurredOn, handedTo: null, answered: null },
        })),
      ],
    }),
    AnomalyHanded: (state, { key, to, dueOn }) => changed(state, key, { handedTo: to, dueOn }),
    AnomalyAnswered: (state, { key, disposal, note }, { actor, occurredOn }) =>
      changed(state, key, { answered: { disposal, note, by: actor, on: occurredOn } }),
    DispatchMet: (state, { meeting }, { actor }) => ({
      ...state,
      meetings: [...state.meetings, { ...meeting, by: actor }],
    }),
    DispatchClosed: (state, { type: _, ...frozen }, { actor, occurredOn }) => ({
      ...state,
      closed: { ...frozen, on: occurredOn, by: actor },
    }),
  },
  titles: {
    AnomaliesSought: '按规则查找异常',
    AnomalyHanded: '交办异常',
    AnomalyAnswered: '处置异常',
    DispatchMet: '登记调度会',
    DispatchClosed: '调度月结',
  },
};
