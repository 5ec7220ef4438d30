import { dayOf } from '../../kernel/clock.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { absent, invalid } from '../../platform/http/problem.ts';
import { queryRoute, requireArea, type Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { findStream } from '../../platform/record/record.ts';
import { actorOf } from '../case/given.ts';
import { evidenceOf } from '../investigation/store.ts';
import { isWithinSight } from '../readiness/store.ts';
import type { Standards } from '../standards/store.ts';
import { townshipsIn } from '../standards/township.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { isMeasured } from './definition.ts';
import { resultOf, stageOf } from './evaluation.ts';
import { resultFrom } from './result-from.ts';
import { definitionOf, evaluationKind, evaluationsIn, measuredOf } from './store.ts';

type Address = { readonly params: { readonly township: string; readonly year: string } };
const idOf = ({ params }: Address) => `${params.township}-${params.year}`;

export function registerEvaluation(router: Router, standards: Standards): void {
  registerTownship(router, standards);
  registerCounty(router);
  registerReading(router, standards);
}

/** A township the program knows and a year; anything else is no address of ours. */
function townshipOf(standards: Standards, { township, year }: Address['params']): string {
  const isAddress = /^\d{9}$/.test(township) && /^20\d\d$/.test(year);
  if (!isAddress || standards.nameOf(township) === township) throw absent();
  return township;
}

async function requireFiles(
  tx: ReadTx,
  field: string,
  hashes: readonly { readonly hash: string }[],
): Promise<void> {
  for (const { hash } of hashes) {
    const found = await evidenceOf(tx, hash);
    if (found.some(({ caseId }) => caseId === '')) continue;
    throw invalid([field], '没有收到这个文件，请重新上传。');
  }
}

function registerTownship(router: Router, standards: Standards): void {
  streamCommand(router, evaluationKind, {
    contract: contract.selfScore,
    access: access.SelfScore,
    id: idOf,
    begins: ({ params }) => townshipOf(standards, params),
    given: async ({ tx, act, body, params }) => {
      const today = dayOf(act.recordedAt);
      await requireFiles(
        tx,
        'items',
        body.items.flatMap(({ files }) => files),
      );
      return { today, definition: definitionOf(params.township.slice(0, 6), today), ...params };
    },
    decide: ({ items }, state, given) =>
      decide.selfScore({ items, year: given.year }, state, given),
  });
  streamCommand(router, evaluationKind, {
    contract: contract.appealScore,
    access: access.AppealScore,
    id: idOf,
    given: async ({ tx, act, body }) => {
      await requireFiles(tx, 'files', body.files);
      return { today: dayOf(act.recordedAt) };
    },
    decide: decide.appealScore,
  });
}

function registerCounty(router: Router): void {
  streamCommand(router, evaluationKind, {
    contract: contract.scoreTownship,
    access: access.ScoreTownship,
    id: idOf,
    given: async ({ tx, act, params }) => {
      const today = dayOf(act.recordedAt);
      return {
        ...{ today, definition: definitionOf(params.township.slice(0, 6), today) },
        measured: await measuredOf(tx, params.township, params.year),
      };
    },
    decide: decide.scoreTownship,
  });
  streamCommand(router, evaluationKind, {
    contract: contract.answerAppeal,
    access: access.AnswerAppeal,
    id: idOf,
    given: async ({ act, asker, params }) => {
      const today = dayOf(act.recordedAt);
      const definition = definitionOf(params.township.slice(0, 6), today);
      return { today, definition, by: actorOf(asker) };
    },
    decide: decide.answerAppeal,
  });
}

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
    const measured = await measuredOf(tx, township, params.year);
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
      measured: now?.lines.filter(({ code }) => isMeasured(code)) ?? [],
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

const namesOf = (files: readonly { readonly hash: string; readonly name: string }[]) =>
  files.map(({ hash, name }) => ({ hash, name }));
