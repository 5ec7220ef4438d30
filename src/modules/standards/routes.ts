import { dayOf } from '../../kernel/clock.ts';
import { absent } from '../../platform/http/problem.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import { localityOf } from './locality.ts';
import { localityFor, type Standards } from './store.ts';

export function registerStandards(router: Router, standards: Standards): void {
  queryRoute(router, contract.localities, access.Localities, async ({ asker }) => ({
    own: localityFor(standards, asker.area)?.code ?? null,
    places: [...standards.localities],
  }));
  queryRoute(
    router,
    contract.localityValues,
    access.LocalityValues,
    async ({ params, search, context }) => {
      const found = standards.localities.find(({ code }) => code === params.place);
      if (!found) throw absent();
      const today = dayOf(context.clock.now());
      const { on, knownOn = on > today ? on : today } = search;
      return { ...localityOf(standards.regionOf(found.code), on, knownOn), name: found.name };
    },
  );
}
