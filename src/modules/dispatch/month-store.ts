import { dayOf } from '../../kernel/clock.ts';
import { type Month } from '../../kernel/local-date.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { Asker, Context } from '../../platform/http/context.ts';
import { absent } from '../../platform/http/problem.ts';
import { requireArea } from '../../platform/http/route.ts';
import { findStream } from '../../platform/record/record.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import { isDrawPublished } from '../draw/store.ts';
import { countOpenFlags, isSeen } from '../inspection/flag-store.ts';
import type { Standards } from '../standards/store.ts';
import { townshipsIn } from '../standards/township.ts';
import type { CloseGiven } from './decide.ts';
import type { DispatchState } from './dispatch.ts';
import type { FigureRow } from './figure.ts';
import { countFigures } from './figure-store.ts';
import { type Span, spanOf } from './figure-source-store.ts';
import { dispatchKind, standingsOf } from './store.ts';

const MONTH = /^(\d{6})-(20\d\d-(?:0[1-9]|1[0-2]))$/;

/** The county and month an address names; anything else is no address of ours. */
export function spanIn(dispatchId: string): Span {
  const [, county = '', month = ''] = MONTH.exec(dispatchId) ?? [];
  if (county === '') throw absent();
  return spanOf(county, month as Month);
}

export type AskedMonth = {
  readonly tx: ReadTx;
  readonly asker: Asker;
  readonly context: Context;
  readonly params: { readonly dispatchId: string };
};

export type MonthPack = {
  readonly span: Span;
  readonly stream: Loaded<DispatchState>;
  readonly figures: readonly FigureRow[];
};

/** The month with its stream, whether or not anybody has begun it; months to come are not found. */
export async function findMonth({ tx, asker, context, params }: AskedMonth) {
  const span = spanIn(params.dispatchId);
  requireArea(context, asker, span.county);
  if (!(await isSeen(tx, span.county))) throw absent();
  if (dayOf(context.clock.now()) < span.from) throw absent();
  const found = await findStream(tx, dispatchKind, params.dispatchId);
  const fresh = { id: params.dispatchId, area: span.county, version: 0 };
  return { span, stream: found ?? { ...fresh, state: dispatchKind.initial } };
}

/** The same with its figures: frozen where it is closed, else as the record has them now. */
export async function packOf(asked: AskedMonth): Promise<MonthPack> {
  const { span, stream } = await findMonth(asked);
  const { closed } = stream.state;
  return { span, stream, figures: closed?.figures ?? (await countFigures(asked.tx, span)) };
}

/** What closing a month looks at besides the pack itself: the county's own supervision and the townships' tables. */
export async function closingFacts(
  tx: ReadTx,
  standards: Standards,
  { county, month, last }: Span,
): Promise<Pick<CloseGiven, 'county' | 'month' | 'openFlags' | 'isDrawPublished' | 'tables'>> {
  const standings = await standingsOf(tx, county, month);
  return {
    ...{ county, month },
    openFlags: await countOpenFlags(tx, county, last),
    isDrawPublished: await isDrawPublished(tx, `${county}-${month}`),
    tables: townshipsIn(standards, county).map(({ code }) => ({
      ...{ township: code, standing: standings.get(code) ?? 'none' },
    })),
  };
}
