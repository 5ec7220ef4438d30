import { canonicalJson } from '../../platform/crypto/canonical.ts';
import { sm3 } from '../../platform/crypto/sm3.ts';
import type { Router } from '../../platform/http/route.ts';
import { caseCommand } from '../case/case-command.ts';
import { requireCaseFiles } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { placeCode } from '../../kernel/place.ts';
import { notCountedIn } from '../intake/index.ts';
import { findCovered, findRecognised, routeFor } from '../intake/store.ts';
import { access } from './access.ts';
import { changeScheme } from './change-scheme.ts';
import { looksBackTo } from './earlier-relief.ts';
import { findEarlierReliefs } from './store.ts';
import { goOrdinary } from './go-ordinary.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { registerAssessmentPapers } from './paper-routes.ts';
import { hashedContent, proposalIn } from './proposal.ts';
import { registerTrials } from './trial-routes.ts';

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
    more: async ({ tx }, { id, area, state }, { today }) => {
      const region = standards.regionOf(area.slice(0, 9));
      const since = looksBackTo(region, state.intake.accepted?.on ?? today);
      const people = state.household.declaration?.people ?? [];
      const isRelief = state.course.scheme === 'temporary';
      return {
        region,
        earlierReliefs: isRelief ? await findEarlierReliefs(tx, people, { caseId: id, since }) : [],
      };
    },
    decide: decide.assess,
  });
  registerOtherWay(router, standards);
  caseCommand(router, standards, {
    contract: contract.formOpinion,
    access: access.FormOpinion,
    more: async ({ body: { plan } }, { id, state }, { procedure }) => {
      const proposal = proposalIn(state);
      if (!proposal) return { hash: '' };
      const content = canonicalJson(
        hashedContent(
          {
            caseId: id,
            scheme: state.course.scheme,
            successor: state.household.succession?.memberId ?? null,
          },
          state.assessment,
          procedure,
          { ...proposal, plan },
        ),
      );
      return { hash: sm3(Buffer.from(content)).toString('hex') };
    },
    decide: decide.formOpinion,
  });
  caseCommand(router, standards, {
    contract: contract.setOpinionAside,
    access: access.SetOpinionAside,
    decide: decide.setOpinionAside,
  });
  registerTrials(router, standards);
  registerAssessmentPapers(router, standards);
}

/** Under another scheme, or on the ordinary way after all: what stands against an acceptance is asked again. */
function registerOtherWay(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: contract.changeScheme,
    access: access.ChangeScheme,
    more: async ({ tx, body: { scheme } }, { id, area, state }, { today }) => {
      const { facts, declaration } = state.household;
      const on = state.intake.accepted?.on ?? today;
      const township = placeCode(area.slice(0, 9));
      const covered = await findCovered(tx, declaration?.people ?? [], { caseId: id, scheme });
      return {
        ...(await routeFor(tx, standards, township, { on: today, matter: scheme })),
        coveredMembers: covered.map((each) => each.memberId),
        recognitions: state.intake.accepted
          ? await findRecognised(tx, declaration?.people ?? [], today)
          : null,
        notCounted: facts ? notCountedIn(facts, standards.regionOf(township), on) : [],
      };
    },
    decide: changeScheme,
  });
  caseCommand(router, standards, {
    contract: contract.goOrdinary,
    access: access.GoOrdinary,
    more: async ({ tx }, { id, area, state }, { today }) => {
      const { facts, declaration } = state.household;
      const on = state.intake.accepted?.on ?? today;
      const asked = { caseId: id, scheme: state.course.scheme };
      const covered = await findCovered(tx, declaration?.people ?? [], asked);
      const region = standards.regionOf(area.slice(0, 9));
      return {
        coveredMembers: covered.map((each) => each.memberId),
        notCounted: facts ? notCountedIn(facts, region, on) : [],
      };
    },
    decide: goOrdinary,
  });
}
