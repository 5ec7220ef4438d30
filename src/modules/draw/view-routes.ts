import { dayOf } from '../../kernel/clock.ts';
import { addMonths, daysBetween, localDate, monthOf } from '../../kernel/local-date.ts';
import { getOwn } from '../../platform/http/own-stream.ts';
import { absent } from '../../platform/http/problem.ts';
import { queryRoute, type QueryCall, type Router } from '../../platform/http/route.ts';
import { SCHEME, type Scheme } from '../../rules/scheme.ts';
import { resultsOfDraw } from '../inspection/check-store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { quotaOf } from './cbs.ts';
import * as contract from './contract.ts';
import { MOST_DAYS, wantedNow } from './decide.ts';
import { beaconOf, type DrawState, PARTY, partyTitles } from './draw.ts';
import { phaseOf, phaseTitles } from './proof.ts';
import { applicantsOf, drawKind, listDraws, listNotices } from './store.ts';
import type { Outcome } from './widened-sample.ts';

/** What the county sees of its draws, and what everybody in it may read. */
export function registerDrawReading(router: Router, standards: Standards): void {
  queryRoute(router, contract.drawList, access.DrawList, async ({ tx, asker, context }) => {
    const county = asker.area.slice(0, 6);
    const today = dayOf(context.clock.now());
    const draws = await listDraws(tx, county);
    const period = monthOf(addMonths(localDate(`${monthOf(today)}-01`), -1));
    const isFrozen = draws.some((each) => each.period === period);
    return {
      draws: draws.map((each) => ({
        ...each,
        phase: (phaseTitles as Record<string, string>)[each.phase] ?? each.phase,
      })),
      next: isFrozen ? null : { drawId: `${county}-${period}`, period },
      strength: standards.procedureOf(county, today).drawStrength.value,
    };
  });
  queryRoute(router, contract.drawView, access.DrawView, (call) => viewOf(call, standards));
  queryRoute(router, contract.drawNoticeList, access.DrawNoticeList, async ({ tx, asker }) => ({
    notices: [...(await listNotices(tx, asker.area.slice(0, 6)))],
  }));
}

async function viewOf(call: QueryCall<'/draws/:drawId', unknown>, standards: Standards) {
  const { tx, params, context } = call;
  const loaded = await getOwn(call, drawKind, params.drawId);
  const { frozen, commitments, typed, secrets, drawn, published } = loaded.state;
  if (!frozen) throw absent();
  const names = await context.namesOf(tx, [frozen.by, ...typed.map(({ by }) => by)]);
  const results = await resultsOfDraw(tx, loaded.id);
  const wanted = new Set(published?.sample ?? wantedNow(loaded.state, results));
  const listed = await casesOf(call, loaded.state, { wanted, results }, standards);
  const today = dayOf(context.clock.now());
  const held = listed.openVisits > 0 && drawn !== null && daysBetween(drawn.on, today) < MOST_DAYS;
  const { period, county, percent, strength, beaconKind, beaconId, beaconFrom, root } = frozen;
  return {
    ...{ drawId: loaded.id, version: loaded.version, period, county, percent, strength },
    ...{ beaconKind, beaconId, beaconFrom, root, count: frozen.frame.length },
    ...{ frozenOn: frozen.on, frozenBy: names.get(frozen.by) ?? '', phase: phaseOf(loaded.state) },
    parties: frozen.parties.map((party) => {
      const secret = secrets.find((each) => each.party === party);
      return {
        ...{ party, title: partyTitles[party], ...PARTY[party] },
        commitment: commitments.find((each) => each.party === party)?.commitment ?? '',
        ...{ isRevealed: secret !== undefined, openedFrom: secret?.openedFrom ?? '' },
      };
    }),
    typed: typed.map(({ by, value, from }) => ({ byName: names.get(by) ?? '', value, from })),
    beacon: beaconOf(loaded.state),
    ...{ seed: drawn?.seed ?? '', drawnOn: drawn?.on ?? '', publishedOn: published?.on ?? '' },
    strata: strataOfView(loaded.state, { wanted, results }, standards),
    ...listed,
    heldBecause: held ? `还有 ${listed.openVisits} 户没有核查，也没有满 30 天` : '',
  };
}

type Standing = {
  readonly wanted: ReadonlySet<string>;
  readonly results: ReadonlyMap<string, Outcome>;
};

function strataOfView({ frozen }: DrawState, { wanted, results }: Standing, standards: Standards) {
  const frame = frozen?.frame ?? [];
  return [...Map.groupBy(frame, ({ stratum }) => stratum)].map(([stratum, cases]) => {
    const [township = '', scheme = ''] = stratum.split('|');
    const base = cases.filter(({ forced }) => forced === '');
    const taken = cases.filter(({ ref }) => wanted.has(ref));
    return {
      townshipName: standards.nameOf(township),
      scheme: SCHEME[scheme as Scheme] ?? scheme,
      count: cases.length,
      forced: cases.length - base.length,
      quota: quotaOf(base.length, frozen?.percent ?? 0),
      drawn: taken.length,
      visited: cases.filter(({ ref }) => results.has(ref)).length,
    };
  });
}

/** The households to be visited; before the draw nobody is one of them, and relatives of the reader are not named. */
async function casesOf(
  { tx }: QueryCall<'/draws/:drawId', unknown>,
  { frozen, drawn }: DrawState,
  { wanted, results }: Standing,
  standards: Standards,
) {
  const listed = drawn
    ? (frozen?.frame ?? []).filter(({ ref, forced }) => wanted.has(ref) || forced !== '')
    : [];
  const applicants = await applicantsOf(
    tx,
    listed.map(({ caseId }) => caseId),
  );
  const cases = listed.flatMap(({ ref, caseId, stratum, forced }) => {
    const applicant = applicants.get(caseId);
    if (applicant === undefined) return [];
    const [township = '', scheme = ''] = stratum.split('|');
    return [
      {
        ...{ ref, caseId, applicant, forced, drawn: wanted.has(ref) },
        townshipName: standards.nameOf(township),
        scheme: SCHEME[scheme as Scheme] ?? scheme,
        outcome: results.get(ref) ?? '',
      },
    ];
  });
  return { cases, openVisits: listed.filter(({ ref }) => !results.has(ref)).length };
}
