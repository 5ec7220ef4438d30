import type { Given } from '../../kernel/given.ts';
import { addMonths, type LocalDate, localDate, type Month } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import { hexOf, sm3Of } from '../../kernel/sm3.ts';
import type { Disposal } from './anomaly.ts';
import type {
  Anomaly,
  DispatchEvent,
  DispatchMeeting,
  DispatchState,
  RaisedAnomaly,
} from './dispatch.ts';
import { type FigureRow, orderedRows } from './figure.ts';
import type { TableStanding } from './monthly-table.ts';
import { type DispatchRefusal, refusals } from './refusal.ts';

type Answer = Decision<DispatchEvent, DispatchRefusal>;
type InMonth = Given & { readonly county: string; readonly month: Month };

const firstAfter = (month: Month) => addMonths(localDate(`${month}-01`), 1);

/** The rules look through the month; what was found before stays as it is, with its owner and its answer. */
export function seekAnomalies(
  _: object,
  state: DispatchState,
  { month, today, found }: InMonth & { readonly found: readonly RaisedAnomaly[] },
): Answer {
  if (state.closed) return refused(refusals['dispatch-closed']);
  if (today < `${month}-01`) return refused(refusals['dispatch-month-ahead']);
  const known = new Set(state.anomalies.map(({ key }) => key));
  const fresh = found.filter(({ key }) => !known.has(key));
  return happened({ type: 'AnomaliesSought', found: fresh });
}

const openOf = (state: DispatchState, key: string): Anomaly | DispatchRefusal => {
  if (state.closed) return 'dispatch-closed';
  const anomaly = state.anomalies.find((each) => each.key === key);
  if (!anomaly) return 'anomaly-unknown';
  return anomaly.answered ? 'anomaly-answered' : anomaly;
};

type Handing = {
  readonly key: string;
  readonly to: string;
  readonly dueOn: LocalDate;
  readonly reason: string;
};

/** Handed to one person of the county who is not the one it is about. */
export function handAnomaly(
  { key, to, dueOn, reason }: Handing,
  state: DispatchState,
  { today, staff }: InMonth & { readonly staff: readonly string[] },
): Answer {
  const anomaly = openOf(state, key);
  if (typeof anomaly === 'string') return refused(refusals[anomaly]);
  if (!staff.includes(to)) return refused(refusals['anomaly-stranger']);
  if (anomaly.people.includes(to)) return refused(refusals['anomaly-own']);
  if (dueOn < today) return refused(refusals['anomaly-due-past']);
  return happened({ type: 'AnomalyHanded', key, to, dueOn, reason });
}

/** What came of it. It names what follows; checks, corrections and accountability are opened where they belong. */
export function answerAnomaly(
  { key, disposal, note }: { key: string; disposal: Disposal; note: string },
  state: DispatchState,
  { by }: InMonth,
): Answer {
  const anomaly = openOf(state, key);
  if (typeof anomaly === 'string') return refused(refusals[anomaly]);
  if (anomaly.people.includes(by.person)) return refused(refusals['anomaly-own']);
  const isOwner =
    anomaly.handedTo === null ? by.role === anomaly.owner : by.person === anomaly.handedTo;
  if (!isOwner && by.role !== 'county-leader') return refused(refusals['anomaly-not-yours']);
  return happened({ type: 'AnomalyAnswered', key, disposal, note });
}

/** The notes and decisions of a 调度会. */
export function recordMeeting(
  meeting: DispatchMeeting,
  state: DispatchState,
  { month, today }: InMonth,
): Answer {
  if (state.closed) return refused(refusals['dispatch-closed']);
  if (meeting.heldOn < `${month}-01`) return refused(refusals['dispatch-met-early']);
  if (meeting.heldOn > today) return refused(refusals['dispatch-met-ahead']);
  if (meeting.decisions.some(({ dueOn }) => dueOn < meeting.heldOn)) {
    return refused(refusals['dispatch-decision-past']);
  }
  return happened({ type: 'DispatchMet', meeting });
}

export type CloseGiven = InMonth & {
  readonly openFlags: number;
  readonly isDrawPublished: boolean;
  readonly figures: readonly FigureRow[];
  readonly tables: readonly { readonly township: string; readonly standing: TableStanding }[];
};

type Closing = {
  readonly unanswered: readonly { readonly key: string; readonly reason: string }[];
  readonly withoutTables: string;
};

/** What keeps a month open, in the order it is told; null where nothing does. */
export function whyNotClosable(
  { unanswered, withoutTables }: Closing,
  state: DispatchState,
  {
    month,
    today,
    openFlags,
    isDrawPublished,
    tables,
  }: Omit<CloseGiven, 'figures' | keyof Given> & Pick<Given, 'today'>,
): DispatchRefusal | null {
  if (state.closed) return 'dispatch-closed';
  if (today < firstAfter(month)) return 'dispatch-month-not-over';
  if (openFlags > 0) return 'dispatch-flag-open';
  if (!isDrawPublished) return 'dispatch-draw-open';
  if (state.soughtOn === null || state.soughtOn < firstAfter(month)) return 'dispatch-not-sought';
  const explained = unanswered.map(({ key }) => key);
  const open = state.anomalies.filter(({ answered }) => answered === null);
  if (open.some(({ key }) => !explained.includes(key))) return 'dispatch-anomaly-open';
  if (state.meetings.length === 0) return 'dispatch-not-met';
  const isMissing = tables.some(({ standing }) => standing !== 'taken');
  return isMissing && withoutTables === '' ? 'dispatch-table-open' : null;
}

/** The month is closed: its figures are frozen with a hash and never counted again. */
export function closeDispatch(closing: Closing, state: DispatchState, given: CloseGiven): Answer {
  const fault = whyNotClosable(closing, state, given);
  if (fault) return refused(refusals[fault]);
  const { county, month, tables } = given;
  const figures = orderedRows(given.figures);
  const open = state.anomalies.filter(({ answered }) => answered === null).map(({ key }) => key);
  return happened({
    ...{ type: 'DispatchClosed', month, figures, tables },
    hash: hashOf({ county, month, figures }),
    unanswered: closing.unanswered.filter(({ key }) => open.includes(key)),
    withoutTables: tables.every(({ standing }) => standing === 'taken')
      ? ''
      : closing.withoutTables,
  });
}

/** The fingerprint of a month's figures: whoever has the workbook can count it again. */
export function hashOf(of: {
  readonly county: string;
  readonly month: Month;
  readonly figures: readonly FigureRow[];
}): string {
  const { county, month, figures } = of;
  const text = JSON.stringify([county, month, orderedRows(figures)]);
  return hexOf(sm3Of(new TextEncoder().encode(text)));
}
