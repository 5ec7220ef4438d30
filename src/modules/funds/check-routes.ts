import { dayOf } from '../../kernel/clock.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import { access } from './access.ts';
import { fundChecks } from './check-contract.ts';
import { fundCheckOf } from './check-funds.ts';
import { listChecks } from './fund-check-store.ts';

const DAYS = 31;

export function registerChecking(router: Router): void {
  queryRoute(router, fundChecks, access.FundChecks, async ({ tx, asker, context }) => {
    const area = asker.area.slice(0, 6);
    const today = dayOf(context.clock.now());
    const { checked, open, returned, differences } = await fundCheckOf(tx, { area, today });
    return {
      ...{ open, returned, differences: [...differences] },
      rolls: checked.map(({ books, ...roll }) => ({
        ...roll,
        ...{ sent: books.sent, paid: books.paid, returned: books.returned, open: books.open },
      })),
      days: [...(await listChecks(tx, area, DAYS))],
    };
  });
}
