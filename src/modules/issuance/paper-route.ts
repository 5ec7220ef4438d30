import type { PathValues, QueryContract } from '../../kernel/contract.ts';
import { localDate } from '../../kernel/local-date.ts';
import type { DataOf, PaperName } from '../../paper/index.ts';
import { papers } from '../../paper/index.ts';
import { printPaper } from '../../paper/print.ts';
import { read, type ReadTx } from '../../platform/database/database.ts';
import { type Asker, type Context, principalOf } from '../../platform/http/context.ts';
import { absent } from '../../platform/http/problem.ts';
import { type Access, parsed, rawRoute, type Router } from '../../platform/http/route.ts';
import { typeSearch } from './contract.ts';
import { issued } from './issue.ts';

/** A paper ready to be printed, and the area it lies in. */
export type Sheet = {
  readonly [Name in PaperName]: {
    readonly paper: Name;
    readonly data: DataOf<Name>;
    readonly area: string;
  };
}[PaperName];

export type PaperCall<Path extends string, Search> = {
  readonly tx: ReadTx;
  readonly asker: Asker;
  readonly params: PathValues<Path>;
  readonly search: Search;
  readonly context: Context;
};

/**
 * The one way a paper is printed: GET answers the PDF, or "not found" while there is nothing to print. Each text
 * that leaves the office is recorded once, by the same hand that prints it, and carries the code of that record;
 * printed again it is the same page. `type=large` sets what families and boards read in large type.
 */
export function paperRoute<Path extends string, Search>(
  router: Router,
  contract: QueryContract<unknown, Search> & { readonly path: Path },
  access: Access,
  load: (call: PaperCall<Path, Search>) => Promise<Sheet | null>,
): void {
  rawRoute(router, contract, access, async ({ request, reply, asker, params, context }) => {
    const { type, ...rest } = request.query as Record<string, unknown>;
    const isLarge = parsed(typeSearch, { type }).type === 'large';
    const search = (contract.query ? parsed(contract.query, rest) : {}) as Search;
    const sheet = await read(context.database, principalOf(asker), (tx) =>
      load({ tx, asker, params, search, context }),
    );
    if (!sheet) throw absent();
    const address = addressOf(request.url, search);
    const data = await issued(context, asker, { ...sheet, address });
    const large = isLarge && mayBeLarge(sheet.paper);
    // The date of the paper, not of the printing: the same paper is the same file.
    const options = { date: localDate(data.head.date), large };
    const pdf = await printPaper(sheet.paper, data as never, options);
    return reply
      .header('content-disposition', 'inline')
      .header('x-content-type-options', 'nosniff')
      .type('application/pdf')
      .send(Buffer.from(pdf));
  });
}

function mayBeLarge(paper: PaperName): boolean {
  return papers[paper].audience === 'family';
}

/** What names one paper for good: its path and, in a fixed order, what chooses among several. */
function addressOf(url: string, search: unknown): string {
  const chosen = Object.entries(search as Record<string, unknown>)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([key, value]): [string, string] => [key, String(value)])
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  const query = new URLSearchParams(chosen).toString();
  return `${url.split('?')[0] ?? ''}${query === '' ? '' : `?${query}`}`;
}
