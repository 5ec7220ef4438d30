import { dayOf } from '../../kernel/clock.ts';
import { localDate } from '../../kernel/local-date.ts';
import { getOwn } from '../../platform/http/own-stream.ts';
import { absent } from '../../platform/http/problem.ts';
import { queryRoute, requireArea, type Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { actorOf } from '../case/given.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { conclusionTitles, type Tolerance, toleranceTitles } from './accountability.ts';
import * as contract from './correction-contract.ts';
import { accountabilityKind, correctionsOf, listAccountabilities } from './correction-store.ts';
import * as decide from './decide-correction.ts';

/** 问责: grave or repeated faults, the grounds for leniency, a conclusion by another person (DL-18, DB-39). */
export function registerAccountability(router: Router, standards: Standards): void {
  registerActs(router);
  registerReading(router, standards);
}

const idOf = ({ params }: { params: { accountabilityId: string } }) => params.accountabilityId;

function registerActs(router: Router): void {
  streamCommand(router, accountabilityKind, {
    contract: contract.openAccountability,
    access: access.OpenAccountability,
    id: idOf,
    begins: ({ asker, params }) => {
      if (!/^[0-9a-f-]{36}$/.test(params.accountabilityId)) throw absent();
      return asker.area.slice(0, 6);
    },
    given: async ({ tx, body, act, asker, context }) => {
      requireArea(context, asker, body.township);
      const corrections = await correctionsOf(tx, { ids: body.correctionIds });
      if (corrections.length < new Set(body.correctionIds).size) throw absent();
      return {
        today: dayOf(act.recordedAt),
        corrections: corrections.map((each) => ({
          ...{ correctionId: each.correctionId, township: each.area, ref: each.ref },
          ...{ grade: each.grade, what: each.what, orderedOn: localDate(each.orderedOn) },
          isClosed: each.standing === 'closed',
        })),
      };
    },
    decide: decide.openAccountability,
  });
  streamCommand(router, accountabilityKind, {
    contract: contract.examineTolerance,
    access: access.ExamineTolerance,
    id: idOf,
    given: async () => ({}),
    decide: decide.examineTolerance,
  });
  streamCommand(router, accountabilityKind, {
    contract: contract.concludeAccountability,
    access: access.ConcludeAccountability,
    id: idOf,
    given: async ({ tx, asker }, { state }) => {
      const corrections = await correctionsOf(tx, { ids: state.opened?.correctionIds ?? [] });
      return {
        by: actorOf(asker),
        isCorrected: corrections.every(({ standing }) => standing === 'closed'),
      };
    },
    decide: decide.concludeAccountability,
  });
}

function registerReading(router: Router, standards: Standards): void {
  queryRoute(router, contract.accountabilityList, access.AccountabilityList, async (call) => ({
    accountabilities: (await listAccountabilities(call.tx, call.asker.area.slice(0, 6))).map(
      ({ township, conclusion, ...row }) => ({
        ...row,
        townshipName: standards.nameOf(township),
        conclusion: (conclusionTitles as Record<string, string>)[conclusion] ?? '',
      }),
    ),
  }));
  queryRoute(router, contract.accountabilityView, access.AccountabilityView, async (call) => {
    const loaded = await getOwn(call, accountabilityKind, call.params.accountabilityId);
    const { opened, examined, concluded } = loaded.state;
    if (!opened) throw absent();
    const people = [opened.by, examined?.by ?? '', concluded?.by ?? ''];
    const names = await call.context.namesOf(call.tx, people);
    const nameOf = (person: string) => names.get(person) ?? '';
    const { township, reason, grounds } = opened;
    return {
      version: loaded.version,
      accountabilityId: loaded.id,
      ...{ township, townshipName: standards.nameOf(township), reason, grounds: [...grounds] },
      ...{ openedOn: opened.on, openedBy: nameOf(opened.by) },
      examined: examined && {
        ...{ on: examined.on, byName: nameOf(examined.by), heard: examined.heard },
        grounds: (Object.keys(toleranceTitles) as Tolerance[]).map((ground) => ({
          ground,
          ...examined.grounds[ground],
        })),
      },
      concluded: concluded && {
        ...{ on: concluded.on, byName: nameOf(concluded.by) },
        ...{ conclusion: concluded.conclusion, reason: concluded.reason },
      },
      suspensionReason:
        concluded?.conclusion === 'suspension'
          ? `${concluded.reason}。依据：${grounds.join('；')}`.slice(0, 1000)
          : '',
    };
  });
}
