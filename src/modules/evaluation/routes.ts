import { dayOf } from '../../kernel/clock.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { invalid } from '../../platform/http/problem.ts';
import type { Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { actorOf } from '../case/given.ts';
import { evidenceOf } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { measuredOf } from './indicator-store.ts';
import { definitionOf, evaluationKind } from './store.ts';
import { idOf, registerEvaluationReading, townshipOf } from './view-routes.ts';

export function registerEvaluation(router: Router, standards: Standards): void {
  registerTownship(router, standards);
  registerCounty(router);
  registerEvaluationReading(router, standards);
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
        measured: await measuredOf(tx, { ...params, today }),
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
