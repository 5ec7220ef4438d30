import { dayOf } from '../../kernel/clock.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { absent, invalid } from '../../platform/http/problem.ts';
import { queryRoute, requireArea, type Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { findStream } from '../../platform/record/record.ts';
import { findArticle } from '../../law/index.ts';
import { actorOf } from '../case/given.ts';
import { latestResults } from '../evaluation/result-store.ts';
import { evidenceOf } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { assessedTitles, indicatorTitles, isAssessed, lookedFor } from './indicator.ts';
import type { ReadinessAssessment } from './readiness.ts';
import type { Score } from './score.ts';
import { definitionOf, scoreTownships } from './score-townships.ts';
import { isWithinSight, measuredIn, readinessKind } from './store.ts';
import { townshipsIn } from '../standards/township.ts';

export function registerReadiness(router: Router, standards: Standards): void {
  registerAssessing(router, standards);
  registerList(router, standards);
  registerView(router, standards);
}

function registerAssessing(router: Router, standards: Standards): void {
  streamCommand(router, readinessKind, {
    contract: contract.assessReadiness,
    access: access.AssessReadiness,
    id: ({ params }) => params.township,
    begins: ({ params }) => townshipOf(standards, params.township),
    given: async ({ tx, act, asker, body, params }) => {
      const { township } = params;
      const today = dayOf(act.recordedAt);
      await requireEvidence(tx, body.items);
      const definition = definitionOf(township.slice(0, 6), today);
      const caseMonths = definition?.caseMonths ?? 12;
      const asked = { area: township, townships: [township], today, caseMonths };
      const measured = (await measuredIn(tx, asked)).get(township);
      if (!measured) throw absent();
      return { now: act.recordedAt, today, by: actorOf(asker), definition, measured };
    },
    decide: decide.assessReadiness,
  });
}

/** A township the program knows; anything else is no address of ours. */
function townshipOf(standards: Standards, township: string): string {
  if (!/^\d{9}$/.test(township) || standards.nameOf(township) === township) throw absent();
  return township;
}

/** Every paper was uploaded where the assessor may see it, and hangs on no case. */
async function requireEvidence(
  tx: ReadTx,
  items: readonly { readonly files: readonly { readonly hash: string }[] }[],
): Promise<void> {
  const seen = new Set<string>();
  for (const [place, { files }] of items.entries()) {
    for (const { hash } of files) {
      if (seen.has(hash)) continue;
      const found = await evidenceOf(tx, hash);
      if (!found.some(({ caseId }) => caseId === '')) {
        throw invalid(['items', String(place), 'files'], '没有收到这个文件，请重新上传。');
      }
      seen.add(hash);
    }
  }
}

function registerList(router: Router, standards: Standards): void {
  queryRoute(router, contract.readinessList, access.ReadinessList, async (call) => {
    const { tx, asker, context } = call;
    const today = dayOf(context.clock.now());
    const townships = townshipsIn(standards, asker.area);
    const scored = await scoreTownships(tx, {
      area: asker.area,
      townships: townships.map(({ code }) => code),
      today,
    });
    const byCode = new Map(scored.map((each) => [each.township, each]));
    return {
      document: definitionOf(asker.area.slice(0, 6), today)?.document ?? '',
      townships: townships.map(({ code, name }) => {
        const own = byCode.get(code);
        const score = own ? headOf(own.score) : null;
        return { township: code, name, score, assessedOn: own?.assessments.at(-1)?.on ?? '' };
      }),
    };
  });
}

function registerView(router: Router, standards: Standards): void {
  queryRoute(router, contract.readinessView, access.ReadinessView, async (call) => {
    const { tx, asker, context, params } = call;
    requireArea(context, asker, params.township);
    const township = townshipOf(standards, params.township);
    if (!(await isWithinSight(tx, township))) throw absent();
    const today = dayOf(context.clock.now());
    const definition = definitionOf(township.slice(0, 6), today);
    const stream = await findStream(tx, readinessKind, township);
    const asked = { area: township, townships: [township], today };
    const [scored] = await scoreTownships(tx, asked);
    const state = stream?.state ?? [];
    const names = await context.namesOf(tx, [...new Set(state.map(({ by }) => by))]);
    const items = (definition?.indicators ?? []).flatMap(({ indicator }) =>
      isAssessed(indicator) ? indicator : [],
    );
    return {
      township,
      name: standards.nameOf(township),
      version: stream?.version ?? 0,
      today,
      document: definition?.document ?? '',
      leastWeight: definition?.leastWeight ?? 0,
      score: scored ? { ...headOf(scored.score), lines: linesOf(scored.score) } : null,
      evaluation: (await latestResults(tx, township)).get(township) ?? null,
      checklist: items.map((item) => ({
        ...{ item, title: assessedTitles[item], lookedFor: lookedFor[item] },
      })),
      history: state.toReversed().map((each) => pastOf(each, names.get(each.by) ?? '')),
    };
  });
}

function headOf({ score, threshold, judgedWeight, passes, because }: Score) {
  return { score, threshold, judgedWeight, passes, because };
}

function linesOf({ lines }: Score) {
  return lines.map(({ indicator, weight, points, because, law }) => {
    const { instrument, article } = findArticle(law);
    const title = indicatorTitles[indicator];
    return { indicator, title, weight, points, because, article: `${instrument}${article}` };
  });
}

function pastOf({ on, assessors, items, opinion, score }: ReadinessAssessment, by: string) {
  return {
    ...{ on, by, opinion, assessors: [...assessors], score: headOf(score) },
    lines: linesOf(score),
    items: items.map(({ item, found, note, files }) => ({
      ...{ item, title: assessedTitles[item], found, note },
      files: files.map(({ hash, name }) => ({ hash, name })),
    })),
  };
}
