import { sql } from 'kysely';
import type { ReadTx } from '../../platform/database/database.ts';
import type { Scheme } from '../../rules/scheme.ts';
import {
  type FigureCode,
  figureCodes,
  figures,
  type FigureRow,
  type FigureSource,
  orderedRows,
} from './figure.ts';
import { counted, type Span, sources } from './figure-source-store.ts';

type SourceRow = { readonly area: string; readonly scheme: Scheme } & {
  readonly [Code in FigureCode]?: number;
};

/** Every figure of a county's month by village and scheme, one statement per part of the record. */
export async function countFigures(
  tx: ReadTx,
  span: Span,
  codes: readonly FigureCode[] = figureCodes,
): Promise<readonly FigureRow[]> {
  const rows = new Map<string, FigureRow>();
  for (const source of new Set(codes.map((code) => figures[code].source))) {
    for (const { area, scheme, ...values } of await countSource(tx, span, source, codes)) {
      const key = `${area} ${scheme}`;
      rows.set(key, { area, scheme, values: { ...rows.get(key)?.values, ...values } });
    }
  }
  return orderedRows([...rows.values()]);
}

async function countSource(
  tx: ReadTx,
  span: Span,
  source: FigureSource,
  codes: readonly FigureCode[],
): Promise<readonly SourceRow[]> {
  const own = codes.filter((code) => figures[code].source === source);
  const sums = own.map((code) => {
    const { when, value = sql`1` } = counted[code](span);
    return sql`coalesce(sum(${value}) filter (where ${when}), 0)::float8 as ${sql.id(code)}`;
  });
  const found = await sql<SourceRow>`
    select s.area, s.scheme, ${sql.join(sums)} from (${sources[source](span)}) s group by 1, 2`.execute(
    tx,
  );
  return found.rows;
}

export type BehindRow = {
  readonly what: string;
  readonly area: string;
  readonly day: string;
  readonly path: string;
  readonly value: number;
};

/** What a figure is made of, below a place; a relative of a family finds it in no list (JT-05). */
export async function listBehind(
  tx: ReadTx,
  span: Span,
  asked: { code: FigureCode; place: string; scheme: string; limit: number },
): Promise<readonly BehindRow[]> {
  const { when, value = sql`1` } = counted[asked.code](span);
  const found = await sql<BehindRow>`
    select s.what, s.area, s.day, s.path, (${value})::float8 as value
    from (${sources[figures[asked.code].source](span)}) s
    where ${when} and starts_with(s.area, ${asked.place})
      and (${asked.scheme} = '' or s.scheme = ${asked.scheme})
      and not (coalesce(current_setting('yimen.person', true), '') = any (s.recused))
    order by s.day, s.path limit ${asked.limit}`.execute(tx);
  return found.rows;
}
