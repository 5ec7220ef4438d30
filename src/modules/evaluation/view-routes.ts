import { dayOf } from '../../kernel/clock.ts';
import { findArticle } from '../../law/index.ts';
import { absent } from '../../platform/http/problem.ts';
import { queryRoute, requireArea, type Router } from '../../platform/http/route.ts';
import { findStream } from '../../platform/record/record.ts';
import { isWithinSight } from '../readiness/store.ts';
import type { Standards } from '../standards/store.ts';
import { townshipsIn } from '../standards/township.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import { type ResultLine, resultOf, stageOf } from './evaluation.ts';
import { listBehind, measuredOf } from './indicator-store.ts';
import { isMeasured } from './measured-code.ts';
import { resultFrom } from './result-from.ts';
import { definitionOf, evaluationKind, evaluationsIn } from './store.ts';

type Address = { readonly params: { readonly township: string; readonly year: string } };
export const idOf = ({ params }: Address) => `${params.township}-${params.year}`;

/** A township the program knows and a year; anything else is no address of ours. */
export function townshipOf(standards: Standards, { township, year }: Address['params']): string {
  const isAddress = /^\d{9}$/.test(township) && /^20\d\d$/.test(year);
  if (!isAddress || standards.nameOf(township) === township) throw absent();
  return township;
}

/** The year as whoever may see it reads it, and what each of its measured figures rests on. */
export function registerEvaluationReading(router: Router, standards: Standards): void {
  registerReading(router, standards);
  registerIndicator(router, standards);
}

/** The county's visits lie with the county: a township reads of them in its result (TH-05). */
const forTownship = (line: ResultLine): ResultLine =>
  line.code === 'sample-fit'
    ? { ...line, points: null, because: '由县里评分时按已经公开的抽查计入' }
    : line;

function registerReading(router: Router, standards: Standards): void {
  queryRoute(router, contract.evaluationList, access.EvaluationList, async (call) => {
    const { tx, asker, context, search } = call;
    const today = dayOf(context.clock.now());
    const year = search.year || String(Number(today.slice(0, 4)) - 1);
    const states = await evaluationsIn(tx, asker.area, year);
    return {
      year,
      document: definitionOf(asker.area.slice(0, 6), today)?.document ?? '',
      townships: townshipsIn(standards, asker.area).map(({ code, name }) => {
        const state = states.get(code);
        const result = state ? resultOf(state) : null;
        return {
          ...{ township: code, name, stage: state ? stageOf(state) : ('open' as const) },
          ...{ total: result?.total ?? null, band: result?.band ?? '' },
        };
      }),
    };
  });
  queryRoute(router, contract.evaluationView, access.EvaluationView, async (call) => {
    const { tx, asker, context, params } = call;
    requireArea(context, asker, params.township);
    const township = townshipOf(standards, params);
    if (!(await isWithinSight(tx, township))) throw absent();
    const today = dayOf(context.clock.now());
    const definition = definitionOf(township.slice(0, 6), today);
    const stream = await findStream(tx, evaluationKind, idOf({ params }));
    const { selfScored, scored, appeal, answered } = stream?.state ?? evaluationKind.initial;
    const steps = [selfScored, scored, appeal, answered].flatMap((step) => step ?? []);
    const names = await context.namesOf(tx, [...new Set(steps.map(({ by }) => by))]);
    const named = <Step extends { readonly by: string }>({ by, ...step }: Step) => ({
      ...step,
      byName: names.get(by) ?? '',
    });
    const measured = await measuredOf(tx, { township, year: params.year, today });
    const now = definition && resultFrom(definition, measured, new Map(), today);
    const shownResult = <R extends { readonly lines: readonly object[] }>(result: R) => ({
      ...result,
      lines: [...result.lines] as R['lines'][number][],
    });
    return {
      version: stream?.version ?? 0,
      name: standards.nameOf(township),
      stage: stream ? stageOf(stream.state) : ('open' as const),
      document: definition?.document ?? '',
      measured: (now?.lines ?? [])
        .filter(({ code }) => isMeasured(code))
        .map((line) => (asker.area.length > 6 ? forTownship(line) : line)),
      asked: (definition?.indicators ?? [])
        .filter(({ code }) => !isMeasured(code))
        .map(({ code, title, weight, basis }) => ({ code, title, weight, basis })),
      selfScored: selfScored && {
        ...named(selfScored),
        items: selfScored.items.map((each) => ({ ...each, files: namesOf(each.files) })),
      },
      scored: scored && { ...named(scored), result: shownResult(scored.result) },
      appeal: appeal && { ...named(appeal), files: namesOf(appeal.files) },
      answered: answered && {
        ...named(answered),
        result: answered.result && shownResult(answered.result),
      },
    };
  });
}

function registerIndicator(router: Router, standards: Standards): void {
  queryRoute(router, contract.evaluationIndicator, access.EvaluationIndicator, async (call) => {
    const { tx, asker, context, params, search } = call;
    requireArea(context, asker, params.township);
    const township = townshipOf(standards, params);
    if (!(await isWithinSight(tx, township))) throw absent();
    const asked = { township, year: params.year, today: dayOf(context.clock.now()) };
    const defined = definitionOf(township.slice(0, 6), asked.today)?.indicators;
    const indicator = defined?.find(({ code }) => code === search.code);
    if (!indicator) throw absent();
    const { instrument, article } = findArticle(indicator.law);
    const measured = await measuredOf(tx, asked);
    const rows = await listBehind(tx, asked, search.code);
    return {
      name: standards.nameOf(township),
      ...{ title: indicator.title, definition: indicator.basis },
      article: `${instrument}${article}`,
      ...measured[search.code],
      rows: rows.map(({ area, ...row }) => ({ ...row, villageName: standards.nameOf(area) })),
    };
  });
}

const namesOf = (files: readonly { readonly hash: string; readonly name: string }[]) =>
  files.map(({ hash, name }) => ({ hash, name }));
