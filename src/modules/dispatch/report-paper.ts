import { fen } from '../../kernel/fen.ts';
import { localDate } from '../../kernel/local-date.ts';
import type { DataOf } from '../../paper/index.ts';
import { disposalTitles, ownerTitles } from './anomaly.ts';
import type { AnomalyLine } from './contract.ts';
import type { DispatchState } from './dispatch.ts';
import { averageDays, type FigureRow, totalOf } from './figure.ts';

type Paper = DataOf<'dispatch-report'>;

type About = {
  readonly county: string;
  readonly organ: string;
  readonly places: readonly { readonly code: string; readonly name: string }[];
  readonly anomalies: readonly AnomalyLine[];
  readonly demo: boolean;
};

/** 社会救助每月调度表: the month as it was closed, for the leader's signature; null while it is open. */
export function reportPaperOf(state: DispatchState, about: About): Paper | null {
  const { closed, meetings } = state;
  if (!closed) return null;
  const { county, organ, places, anomalies, demo } = about;
  const lineOf = (name: string, rows: readonly FigureRow[]) => {
    const sums = totalOf(rows);
    const tenths = averageDays(sums);
    return {
      ...{ name, accepted: sums.accepted, granted: sums.granted, refused: sums.refused },
      ...(tenths === null ? {} : { averageTenths: tenths }),
      late: sums.lateDecided + sums.lateOpen,
      ...{ objections: sums.objections, checksDue: sums.checksDue, checksDone: sums.checksDone },
      corrections: sums.correctionsOrdered,
      ...{ households: sums.households, persons: sums.persons },
      ...{ entered: sums.enteredHouseholds, left: sums.leftHouseholds, paid: fen(sums.paid) },
    };
  };
  const [year = '', month = ''] = closed.month.split('-');
  return {
    head: {
      number: `${county}救助调度〔${year}〕${Number(month)}号`,
      ...{ organ, date: closed.on, demo },
    },
    month: closed.month,
    lines: places.map(({ code, name }) =>
      lineOf(
        name,
        closed.figures.filter(({ area }) => area.startsWith(code)),
      ),
    ),
    total: lineOf('合计', closed.figures),
    anomalies: anomalies.map(anomalyOf),
    meetings: meetings.map(({ heldOn, place, chair, attendees, notes, decisions }) => ({
      ...{ heldOn, place, chair, attendees: attendees.join('、'), notes },
      decisions: [...decisions],
    })),
    ...(closed.withoutTables === '' ? {} : { withoutTables: closed.withoutTables }),
    hash: closed.hash,
  };
}

function anomalyOf(each: AnomalyLine): Paper['anomalies'][number] {
  const { answered, leftOpen } = each;
  return {
    ...{ title: each.title, place: each.placeName || '县级', sentence: each.sentence },
    owner: each.handedToName || ownerTitles[each.owner],
    dueOn: localDate(each.dueOn),
    disposal: answered
      ? `${disposalTitles[answered.disposal]}：${answered.note}`
      : `未处置：${leftOpen}`,
  };
}
