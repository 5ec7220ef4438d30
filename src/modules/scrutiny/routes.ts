import { dayOf } from '../../kernel/clock.ts';
import { absent } from '../../platform/http/problem.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { readingFields } from '../case/index.ts';
import { actorOf } from '../case/given.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import { curiousLooks, lookRuleTitles } from './curious-look.ts';
import * as decide from './decide.ts';
import { lookRulesFor } from './look-rule.ts';
import { listLooks, type LookRow, scrutinyKind } from './store.ts';

/** Looks older than this were long seen, or never will be. */
const DAYS = 90;
const DAY_MS = 86_400_000;

export function registerScrutiny(router: Router, standards: Standards): void {
  registerList(router, standards);
  streamCommand(router, scrutinyKind, {
    contract: contract.reviewLook,
    access: access.ReviewLook,
    id: ({ params }) => params.readingId,
    begins: ({ asker }) => asker.area,
    given: async ({ tx, act, asker, params: { readingId } }) => {
      const since = act.recordedAt - DAYS * DAY_MS;
      const looks = await listLooks(tx, { area: asker.area, since, readingId });
      const look = looks.find((each) => each.readingId === readingId);
      if (!look) throw absent();
      const rules = lookRulesFor(asker.area.slice(0, 6), dayOf(act.recordedAt));
      const hits = curiousLooks(looks, rules).get(readingId) ?? [];
      return {
        ...{ by: actorOf(asker), readingId, reader: look.person },
        rules: hits.map(({ rule }) => rule),
      };
    },
    decide: decide.reviewLook,
  });
}

function registerList(router: Router, standards: Standards): void {
  queryRoute(router, contract.curiousLookList, access.CuriousLookList, async (call) => {
    const { tx, asker, context } = call;
    const now = context.clock.now();
    const rules = lookRulesFor(asker.area.slice(0, 6), dayOf(now));
    const looks = await listLooks(tx, { area: asker.area, since: now - DAYS * DAY_MS });
    const hits = curiousLooks(looks, rules);
    const odd = looks.filter(({ readingId, verdict }) => hits.has(readingId) || verdict !== '');
    const names = await context.namesOf(tx, [...new Set(odd.map(({ reviewedBy }) => reviewedBy))]);
    return {
      days: DAYS,
      looks: odd.map((look) => ({
        ...lineOf(look, standards),
        hits: [...(hits.get(look.readingId) ?? [])],
        reviewer: names.get(look.reviewedBy) ?? '',
      })),
      rules: rules.map(({ rule, basis, doubt }) => ({ title: lookRuleTitles[rule], basis, doubt })),
    };
  });
}

function lineOf(
  { readingId, at, reader, field, purpose, number, area, verdict, note, reviewedOn }: LookRow,
  standards: Standards,
) {
  return {
    ...{ readingId, at, reader, purpose, number, note, reviewedOn },
    what: readingFields[field as keyof typeof readingFields],
    placeName: standards.nameOf(area.slice(0, 9)),
    verdict: verdict as contract.CuriousLine['verdict'],
  };
}
