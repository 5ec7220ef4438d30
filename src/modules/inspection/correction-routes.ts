import { dayOf } from '../../kernel/clock.ts';
import { type Asked, getOwn } from '../../platform/http/own-stream.ts';
import { absent, invalid } from '../../platform/http/problem.ts';
import { queryRoute, requireArea, type Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { findStream } from '../../platform/record/record.ts';
import { evidenceOf } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { checkKind } from './check-store.ts';
import * as contract from './correction-contract.ts';
import {
  correctionKind,
  correctionsOf,
  type CorrectionRow,
  listCorrections,
} from './correction-store.ts';
import * as decide from './decide-correction.ts';
import { caseOfCheck } from './team-given.ts';

/** 整改: from a difference found on the spot to the closed correction (DL-14). */
export function registerCorrections(router: Router, standards: Standards): void {
  registerOrder(router, standards);
  registerSteps(router);
  registerReading(router, standards);
}

const idOf = ({ params }: { params: { correctionId: string } }) => params.correctionId;

function registerOrder(router: Router, standards: Standards): void {
  streamCommand(router, correctionKind, {
    contract: contract.orderCorrection,
    access: access.OrderCorrection,
    id: idOf,
    begins: ({ body, params }) => {
      if (!/^[0-9a-f-]{36}$/.test(params.correctionId)) throw absent();
      return body.township;
    },
    given: async (call) => {
      const { tx, body, asker, act, context } = call;
      const check = await findStream(tx, checkKind, body.checkId);
      if (!check?.state.order) throw absent();
      requireArea(context, asker, check.area);
      if (!check.state.order.place.startsWith(body.township)) throw absent();
      await caseOfCheck(tx, standards, check.state.order.caseId, { asker, context });
      const known = await correctionsOf(tx, { checkId: body.checkId });
      return { today: dayOf(act.recordedAt), check: check.state, isOrdered: known.length > 0 };
    },
    decide: decide.orderCorrection,
  });
}

function registerSteps(router: Router): void {
  streamCommand(router, correctionKind, {
    contract: contract.answerCorrection,
    access: access.AnswerCorrection,
    id: idOf,
    given: async ({ tx, body }) => {
      for (const { hash } of body.evidence) {
        if ((await evidenceOf(tx, hash)).length > 0) continue;
        throw invalid(['evidence'], '没有收到这个文件，请重新上传。');
      }
      return {};
    },
    decide: decide.answerCorrection,
  });
  streamCommand(router, correctionKind, {
    contract: contract.recheckCorrection,
    access: access.RecheckCorrection,
    id: idOf,
    given: async ({ act }) => ({ today: dayOf(act.recordedAt) }),
    decide: decide.recheckCorrection,
  });
  streamCommand(router, correctionKind, {
    contract: contract.proposeRecovery,
    access: access.SuggestRecovery,
    id: idOf,
    given: async () => ({}),
    decide: decide.proposeRecovery,
  });
}

function registerReading(router: Router, standards: Standards): void {
  queryRoute(router, contract.correctionList, access.CorrectionList, async (call) => {
    const { tx, asker, context } = call;
    const today = dayOf(context.clock.now());
    const lines = (await listCorrections(tx, asker.area)).map((row) =>
      lineOf(row, { standards, today }),
    );
    const groups = Map.groupBy(lines, ({ townshipName }) => townshipName);
    return {
      corrections: lines,
      townships: [...groups].map(([townshipName, each]) => ({
        townshipName,
        ordered: each.length,
        closed: each.filter(({ standing }) => standing === 'closed').length,
        overdue: each.filter(({ isOverdue }) => isOverdue).length,
        recovery: each.reduce((sum, { recovery }) => sum + recovery, 0),
      })),
    };
  });
  queryRoute(router, contract.correctionView, access.CorrectionView, (call) =>
    viewOf(call, call.params.correctionId, standards),
  );
}

function lineOf(
  { area, checkId: _, grade, ...row }: CorrectionRow,
  { standards, today }: { standards: Standards; today: string },
) {
  return {
    ...row,
    grade: grade as 'slight' | 'serious' | 'grave',
    township: area,
    townshipName: standards.nameOf(area),
    isOverdue: row.standing !== 'closed' && row.dueOn < today,
  };
}

async function viewOf(asked: Asked, id: string, standards: Standards) {
  const { tx, asker, context } = asked;
  const loaded = await getOwn(asked, correctionKind, id);
  const { order, answers, rechecks, recovery } = loaded.state;
  const [row] = await correctionsOf(tx, { ids: [id] });
  if (!order || !row) throw absent();
  await caseOfCheck(tx, standards, order.caseId, { asker, context });
  const people = [...answers, ...rechecks, ...(recovery ? [recovery] : [])].map(({ by }) => by);
  const names = await context.namesOf(tx, [...new Set(people)]);
  const named = <Step extends { readonly by: string }>({ by, ...step }: Step) => ({
    ...step,
    byName: names.get(by) ?? '',
  });
  return {
    version: loaded.version,
    correction: lineOf(row, { standards, today: dayOf(context.clock.now()) }),
    measure: order.measure,
    discrepancies: [...order.discrepancies],
    answers: answers.map((each) => ({
      ...named(each),
      evidence: each.evidence.map(({ hash, name }) => ({ hash, name })),
    })),
    rechecks: rechecks.map(named),
    recovery: recovery && named(recovery),
  };
}
