import { randomUUID } from 'node:crypto';
import { getCase } from '../case/get-case.ts';
import { dayOf } from '../../kernel/clock.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import { caseCommand } from '../case/case-command.ts';
import { caseGiven } from '../case/given.ts';
import { requireCaseFiles } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { registerBatches } from './batch-routes.ts';
import { type ConnectionCatalogue, createConnectionCatalogue } from './connection-catalogue.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { lookupCommand } from './lookup-route.ts';
import { registerPapers } from './paper-routes.ts';
import { registerSourceTasks, sourceStates } from './source-routes.ts';
import { countQueue, listQueue } from './store.ts';
import { openRequest } from './verification.ts';
import { viewOf } from './view.ts';

export function registerVerification(router: Router, standards: Standards): void {
  const connections = createConnectionCatalogue();
  registerLookups(router, standards, connections);
  registerCommands(router, standards);
  registerQueries(router, standards);
  registerBatches(router, standards, connections);
  registerSourceTasks(router, standards);
  registerPapers(router, standards);
}

function registerLookups(
  router: Router,
  standards: Standards,
  connections: ConnectionCatalogue,
): void {
  lookupCommand(router, standards, {
    contract: contract.requestVerification,
    access: access.RequestVerification,
    decide: decide.requestVerification,
    more: (_, { area }, today) => ({
      newId: randomUUID(),
      named: connections.named(area.slice(0, 9), today),
    }),
    asks: (_, state) => ({
      requestId: '',
      source: '',
      members: (state.household.declaration?.people ?? []).map((each) => each.memberId),
    }),
  });
  lookupCommand(router, standards, {
    contract: contract.answerSource,
    access: access.AnswerSource,
    decide: decide.answerSource,
    more: ({ answers }) => ({ ids: answers.map(() => randomUUID()), via: 'typed' as const }),
    asks: ({ requestId, source, answers }) => ({
      requestId,
      source,
      members: [...new Set(answers.map((each) => each.memberId))],
    }),
  });
}

function registerCommands(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: contract.startVerification,
    access: access.StartVerification,
    decide: decide.startVerification,
  });
  caseCommand(router, standards, {
    contract: contract.issueReport,
    access: access.IssueReport,
    decide: decide.issueReport,
    more: async () => ({ newId: randomUUID() }),
  });
  caseCommand(router, standards, {
    contract: contract.explainFinding,
    access: access.ExplainFinding,
    more: ({ tx, body, params }) => requireCaseFiles(tx, params.caseId, body.evidence, 'evidence'),
    decide: decide.explainFinding,
  });
  caseCommand(router, standards, {
    contract: contract.tellVerificationResult,
    access: access.TellVerificationResult,
    decide: decide.tellVerificationResult,
  });
  caseCommand(router, standards, {
    contract: contract.disputeReport,
    access: access.DisputeReport,
    more: ({ tx, body, params }) => requireCaseFiles(tx, params.caseId, body.evidence, 'evidence'),
    decide: decide.disputeReport,
  });
}

function registerQueries(router: Router, standards: Standards): void {
  queryRoute(
    router,
    contract.verificationQueue,
    access.VerificationQueue,
    async ({ tx, asker, search, context }) => {
      const area = search.township?.startsWith(asker.area) ? search.township : asker.area;
      const { after, limit } = search;
      const { requests, next } = await listQueue(tx, standards, { area, after, limit });
      const counted = await countQueue(tx, area, dayOf(context.clock.now()));
      return { requests, next, ...counted };
    },
  );
  queryRoute(
    router,
    contract.verificationView,
    access.VerificationView,
    async ({ tx, asker, params, context }) => {
      const loaded = await getCase(standards, { tx, asker, context }, params.caseId);
      const act = { recordedAt: context.clock.now() } as never;
      const given = caseGiven(standards, { asker, act }, loaded);
      return viewOf(loaded.state, given, {
        caseId: loaded.id,
        version: loaded.version,
        townshipName: standards.nameOf(loaded.area.slice(0, 9)),
        states: await sourceStates(tx, context, openRequest(loaded.state.verification)),
      });
    },
  );
}
