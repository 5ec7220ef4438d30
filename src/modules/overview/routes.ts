import { dayOf } from '../../kernel/clock.ts';
import { addDays, addMonths, type LocalDate } from '../../kernel/local-date.ts';
import { addWorkingDays } from '../../kernel/working-day.ts';
import { absent } from '../../platform/http/problem.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import { shortagesIn } from '../funds/standing-store.ts';
import { scoreTownships } from '../readiness/score-townships.ts';
import type { Standards } from '../standards/store.ts';
import { townshipsIn } from '../standards/township.ts';
import { access } from './access.ts';
import { figuresByCounty } from './city-store.ts';
import * as contract from './contract.ts';
import { figuresOf, headlineOf } from './headline.ts';
import {
  casesByTownship,
  findingsByTownship,
  mattersByTownship,
  paidShare,
} from './township-store.ts';
import { type Counted, nextOf, sentenceOf, type Waiting, waiting } from './waiting.ts';
import { type Asked, countWaiting, listWaiting } from './waiting-store.ts';

const MOST = 500;

export function registerOverview(router: Router, standards: Standards): void {
  registerCity(router, standards);
  queryRoute(router, contract.countyHome, access.CountyHome, async (call) => {
    const { tx, asker, context, search } = call;
    const { area } = asker;
    const today = dayOf(context.clock.now());
    const since = addMonths(today, -search.months);
    const counted = await countWaiting(tx, askedOf(standards, area, today));
    const cases = await casesByTownship(tx, { area, since, today });
    const findings = await findingsByTownship(tx, area);
    const matters = await mattersByTownship(tx, area, today);
    const places = townshipsIn(standards, area);
    const townships = places.map(({ code }) => code);
    const scored = await scoreTownships(tx, { area, townships, today });
    const scores = new Map(scored.map(({ township, score }) => [township, score.score]));
    const byCode = new Map(cases.map((each) => [each.township, each]));
    const next = nextOf(counted, asker.role);
    return {
      sentence: sentenceOf(counted),
      since,
      next: next && groupOf(next),
      waiting: counted.map(groupOf),
      shortages: [...(await shortagesIn(tx, standards, { area, today }))],
      figures: headlineOf(cases, await paidShare(tx, area)),
      townships: places.map(({ code, name }) => ({
        ...{ township: code, name },
        figures: figuresOf(byCode.get(code), {
          findings: findings.get(code) ?? 0,
          matters: matters.get(code) ?? 0,
          score: scores.get(code) ?? null,
        }),
      })),
    };
  });
  queryRoute(router, contract.countyHomeList, access.CountyHomeList, async (call) => {
    const { tx, asker, context, params } = call;
    if (!Object.hasOwn(waiting, params.group)) throw absent();
    const code = params.group as Waiting;
    const today = dayOf(context.clock.now());
    const asked = askedOf(standards, asker.area, today);
    const rows = await listWaiting(tx, code, { ...asked, limit: MOST });
    const counted = (await countWaiting(tx, asked)).find((each) => each.code === code);
    return {
      title: waiting[code].title,
      total: counted?.count ?? rows.length,
      rows: rows.map(({ township, ...row }) => ({
        ...row,
        late: row.due !== '' && row.due < today,
        townshipName: township === '' ? '' : standards.nameOf(township),
      })),
    };
  });
}

function groupOf(counted: Counted) {
  const { title, act } = waiting[counted.code];
  return { ...counted, title, act };
}

function registerCity(router: Router, standards: Standards): void {
  queryRoute(router, contract.cityView, access.CityView, async ({ tx, asker, context, search }) => {
    const today = dayOf(context.clock.now());
    const since = addMonths(today, -search.months);
    const figures = await figuresByCounty(tx, { since, today });
    const city = asker.area.slice(0, 4);
    const counties = standards.divisions.flatMap((each) => each.children(city));
    return {
      city: standards.nameOf(asker.area),
      since,
      counties: counties.map(({ code, name }) => ({
        ...{ county: code, name },
        figures: figures.get(code) ?? null,
      })),
    };
  });
}

/** Decisions taken before `filedSince` have had their working days to be filed (DL-17). */
function askedOf(standards: Standards, area: string, today: LocalDate): Asked {
  const days = standards.procedureOf(area, today).filingWorkingDays.value;
  const calendar = standards.calendarOf(area);
  let filedSince = today;
  while (addWorkingDays(calendar, filedSince, days).date >= today) {
    filedSince = addDays(filedSince, -1);
  }
  return { area, today, filedSince: addDays(filedSince, 1) };
}
