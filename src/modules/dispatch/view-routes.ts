import { dayOf } from '../../kernel/clock.ts';
import { addMonths, localDate, type Month, monthOf } from '../../kernel/local-date.ts';
import { findArticle } from '../../law/index.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import type { Standards } from '../standards/store.ts';
import { townshipsIn } from '../standards/township.ts';
import { access } from './access.ts';
import { anomalyTitles } from './anomaly.ts';
import type { AnomalyCatalogue } from './anomaly-catalogue.ts';
import { anomalyLines } from './anomaly-view.ts';
import * as contract from './contract.ts';
import { whyNotClosable } from './decide.ts';
import type { DispatchState } from './dispatch.ts';
import { averageDays, figureCodes, figures, type FigureRow, totalOf } from './figure.ts';
import { countFigures, listBehind } from './figure-store.ts';
import { type Span, spanOf } from './figure-source-store.ts';
import { closingFacts, findMonth, packOf } from './month-store.ts';
import { refusals } from './refusal.ts';
import { frozenSums, listMonths } from './store.ts';

const MOST = 500;
const MONTHS_BACK = 5;

/** The pack as the county reads it: figures by township or village, what is behind each, and how it went before. */
export function registerDispatchReading(
  router: Router,
  standards: Standards,
  catalogue: AnomalyCatalogue,
): void {
  queryRoute(router, contract.dispatchList, access.DispatchList, async ({ tx, asker, context }) => {
    const county = asker.area.slice(0, 6);
    const today = dayOf(context.clock.now());
    const known = await listMonths(tx, county);
    const due = [monthOf(today), monthOf(addMonths(localDate(`${monthOf(today)}-01`), -1))];
    const fresh = due
      .filter((month) => !known.some((each) => each.month === month))
      .map((month) => ({
        ...{ dispatchId: `${county}-${month}`, month, closedOn: '', hash: '', found: 0, open: 0 },
      }));
    return { months: [...known, ...fresh].toSorted((a, b) => (a.month < b.month ? 1 : -1)) };
  });
  registerView(router, standards, catalogue);
  registerFigure(router, standards);
  queryRoute(router, contract.dispatchTrend, access.DispatchTrend, async (call) => {
    const { tx, search } = call;
    const { span } = await findMonth(call);
    const { county } = span;
    const frozen = await frozenSums(tx, { county, ...search });
    const months = [];
    for (let back = MONTHS_BACK; back >= 0; back -= 1) {
      const month = monthOf(addMonths(span.from, -back));
      const closed = frozen.get(month);
      const value = closed ?? (await sumNow(call, spanOf(county, month)));
      months.push({ month, value, isFrozen: closed !== undefined });
    }
    return { months };
  });
}

type AskedFigure = {
  readonly tx: Parameters<typeof countFigures>[0];
  readonly search: { readonly code: (typeof figureCodes)[number]; place: string; scheme: string };
};

async function sumNow({ tx, search }: AskedFigure, span: Span): Promise<number> {
  const rows = await countFigures(tx, span, [search.code]);
  return totalOf(below(rows, search))[search.code];
}

const below = (rows: readonly FigureRow[], asked: { place: string; scheme: string }) =>
  rows.filter(
    ({ area, scheme }) =>
      area.startsWith(asked.place) && (asked.scheme === '' || scheme === asked.scheme),
  );

const articleOf = (code: (typeof figureCodes)[number]) => {
  const { instrument, article } = findArticle(figures[code].law);
  return `${instrument}${article}`;
};

function rowOf(place: string, name: string, rows: readonly FigureRow[]) {
  const sums = totalOf(rows);
  return { place, name, sums, averageDays: averageDays(sums) };
}

function rowsOf(
  standards: Standards,
  { county }: Span,
  rows: readonly FigureRow[],
  township: string,
) {
  if (township === '') {
    return townshipsIn(standards, county).map(({ code, name }) =>
      rowOf(code, name, below(rows, { place: code, scheme: '' })),
    );
  }
  const own = below(rows, { place: township, scheme: '' });
  const villages = [...new Set(own.map(({ area }) => area))];
  return villages.map((area) =>
    rowOf(area, standards.nameOf(area), below(own, { place: area, scheme: '' })),
  );
}

function registerView(router: Router, standards: Standards, catalogue: AnomalyCatalogue): void {
  queryRoute(router, contract.dispatchView, access.DispatchView, async (call) => {
    const { tx, context, search } = call;
    const { span, stream, figures: all } = await packOf(call);
    const { county, month, last } = span;
    const { state, version } = stream;
    const today = dayOf(context.clock.now());
    const rows = below(all, { place: '', scheme: search.scheme });
    const facts = await closingFacts(tx, standards, span);
    const names = await context.namesOf(tx, state.closed ? [state.closed.by] : []);
    return {
      ...{ dispatchId: stream.id, month, version, today },
      closed: state.closed && {
        ...{ on: state.closed.on, byName: names.get(state.closed.by) ?? '' },
        ...{ hash: state.closed.hash, withoutTables: state.closed.withoutTables },
      },
      obstacle: obstacleOf(state, { ...facts, today }),
      total: rowOf(county, standards.nameOf(county), rows),
      rows: rowsOf(standards, span, rows, search.township),
      definitions: figureCodes.map((code) => ({
        ...{ code, title: figures[code].title, definition: figures[code].definition },
        article: articleOf(code),
      })),
      anomalies: await anomalyLines(call, standards, state, today),
      rules: catalogue(county, last).map(({ rule, basis, source, from }) => ({
        ...{ title: anomalyTitles[rule], basis, source, from },
      })),
      soughtOn: state.soughtOn ?? '',
      meetings: state.meetings.map(({ attendees, decisions, heldOn, place, chair, notes }) => ({
        ...{ heldOn, place, chair, notes, attendees: [...attendees], decisions: [...decisions] },
      })),
      tables: (state.closed?.tables ?? facts.tables).map(({ township, standing }) => ({
        ...{ tableId: `${township}-${month}`, name: standards.nameOf(township), standing },
      })),
    };
  });
}

type Around = Omit<Parameters<typeof whyNotClosable>[2], 'month'> & { readonly month: Month };

/** What a reason does not get round: everything but anomalies without an answer and tables that are missing. */
function obstacleOf(state: DispatchState, around: Around): string {
  if (state.closed) return '';
  const explained = state.anomalies.map(({ key }) => ({ key, reason: '' }));
  const fault = whyNotClosable({ unanswered: explained, withoutTables: '—' }, state, around);
  return fault ? refusals[fault].message : '';
}

function registerFigure(router: Router, standards: Standards): void {
  queryRoute(router, contract.dispatchFigure, access.DispatchFigure, async (call) => {
    const { tx, search } = call;
    const { code } = search;
    const { span, stream } = await findMonth(call);
    const place = search.place === '' ? span.county : search.place;
    const asked = { place, scheme: search.scheme };
    const rows = await listBehind(tx, span, { ...asked, code, limit: MOST });
    const closed = stream.state.closed?.figures;
    const { title, unit, definition } = figures[code];
    return {
      ...{ title, unit, definition, article: articleOf(code), month: span.month },
      placeName: standards.nameOf(place),
      frozen: closed ? totalOf(below(closed, asked))[code] : null,
      now: await sumNow({ tx, search: { code, ...asked } }, span),
      rows: rows.map(({ area, ...row }) => ({ ...row, villageName: standards.nameOf(area) })),
    };
  });
}
