import { dayOf } from '../../kernel/clock.ts';
import { canonicalJson } from '../../platform/crypto/canonical.ts';
import { sm3 } from '../../platform/crypto/sm3.ts';
import { read } from '../../platform/database/database.ts';
import { principalOf } from '../../platform/http/context.ts';
import { absent, refusedBy } from '../../platform/http/problem.ts';
import { parsed, rawRoute, requireArea, type Router } from '../../platform/http/route.ts';
import { findStream } from '../../platform/record/record.ts';
import { caseCommand } from '../case/case-command.ts';
import { isRecused } from '../case/index.ts';
import { caseKind } from '../case/store.ts';
import { requireCaseFiles } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { latestAssessment } from './assessment.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { registerAssessmentPapers } from './paper-routes.ts';
import { hashedContent, proposalOf } from './proposal.ts';

export function registerAssessment(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: contract.correctFacts,
    access: access.CorrectFacts,
    more: ({ tx, body, params }) => {
      const files = body.corrections.flatMap(({ evidence }) => evidence);
      return requireCaseFiles(tx, params.caseId, files, 'corrections');
    },
    decide: decide.correctFacts,
  });
  caseCommand(router, standards, {
    contract: contract.assess,
    access: access.Assess,
    more: async (_, { area }) => ({ region: standards.regionOf(area.slice(0, 9)) }),
    decide: decide.assess,
  });
  caseCommand(router, standards, {
    contract: contract.formOpinion,
    access: access.FormOpinion,
    more: async (_, { id, state }, { procedure }) => {
      const latest = latestAssessment(state.assessment);
      const proposal = latest && proposalOf(latest.result);
      if (!proposal) return { hash: '' };
      const content = canonicalJson(hashedContent(id, state.assessment, procedure, proposal));
      return { hash: sm3(Buffer.from(content)).toString('hex') };
    },
    decide: decide.formOpinion,
  });
  caseCommand(router, standards, {
    contract: contract.setOpinionAside,
    access: access.SetOpinionAside,
    decide: decide.setOpinionAside,
  });
  registerTrial(router, standards);
  registerAssessmentPapers(router, standards);
}

/** Answered from a read-only transaction: a trial leaves nothing behind, also no repeated-answer row. */
function registerTrial(router: Router, standards: Standards): void {
  const kind = caseKind(standards);
  rawRoute(router, contract.trialAssessment, access.TrialAssessment, async (call) => {
    const { context, asker, params, request } = call;
    const { facts } = parsed(contract.trialAssessment.body, request.body ?? {});
    const loaded = await read(context.database, principalOf(asker), (tx) =>
      findStream(tx, kind, params.caseId),
    );
    if (!loaded || isRecused(loaded.state, asker.person)) throw absent();
    requireArea(context, asker, loaded.area);
    const region = standards.regionOf(loaded.area.slice(0, 9));
    const today = dayOf(context.clock.now());
    const result = decide.resultFor(facts, loaded.state, { today, region });
    if (!result.ok) throw refusedBy(result.refusal);
    return { assessment: result.assessment };
  });
}
