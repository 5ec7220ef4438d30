import { placeCode } from '../../kernel/place.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { absent, invalid } from '../../platform/http/problem.ts';
import type { Router } from '../../platform/http/route.ts';
import { caseCommand } from '../case/case-command.ts';
import { nextNumber } from '../case/store.ts';
import { sealContext } from '../household/index.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { notCountedIn } from './advice.ts';
import { registerContinuing } from './continue-routes.ts';
import { registerSending } from './send-routes.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import {
  findCovered,
  findHits,
  findRecognised,
  isCaseIdTaken,
  isFileOf,
  routeFor,
} from './store.ts';

export function registerCommands(router: Router, standards: Standards): void {
  registerOpening(router, standards);
  registerContinuing(router, standards);
  registerSending(router, standards);
  registerPreparation(router, standards);
  registerSigning(router, standards);
  registerAcceptance(router, standards);
}

function registerOpening(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: contract.openCase,
    access: access.OpenCase,
    begins: ({ body }) => body.village,
    more: async ({ tx, body, params }, loaded, { today }) => {
      if (!/^[0-9a-f-]{36}$/.test(params.caseId)) {
        throw invalid(['caseId'], '提交编号不对，请刷新页面');
      }
      if (standards.nameOf(body.village) === body.village) {
        throw invalid(['village'], '没有这个村（社区），请重新选择');
      }
      // The id belongs to a case this office may not see: it is not told more than for any other absence.
      if (loaded.version === 0 && (await isCaseIdTaken(tx, loaded.id))) throw absent();
      const township = placeCode(body.village.slice(0, 9));
      return {
        township,
        ...(await routeFor(tx, standards, township, { on: today, matter: body.scheme })),
      };
    },
    decide: decide.openCase,
  });
}

function registerPreparation(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: contract.recordChecklist,
    access: access.RecordChecklist,
    more: async ({ tx, body }, { id }) => {
      const files = body.items.flatMap((each, index) =>
        each.files.map(({ hash }) => ({ hash, path: ['items', String(index), 'files'] })),
      );
      for (const { hash, path } of files) await requireFile(tx, id, hash, path);
    },
    decide: decide.recordChecklist,
  });
  caseCommand(router, standards, {
    contract: contract.giveOneTimeNotice,
    access: access.GiveOneTimeNotice,
    decide: decide.giveOneTimeNotice,
  });
  caseCommand(router, standards, {
    contract: contract.nameProxy,
    access: access.NameProxy,
    more: async ({ tx, body, context }, { id }) => {
      await requireFile(tx, id, body.paper.hash, ['paper']);
      return { idNumber: context.sealer.seal('idNumber', sealContext(id, 'proxy'), body.idNumber) };
    },
    decide: decide.nameProxy,
  });
}

function registerSigning(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: contract.signAuthorisation,
    access: access.SignAuthorisation,
    more: async ({ tx, body }, { id }) => requireFile(tx, id, body.signature.hash, ['signature']),
    decide: decide.signAuthorisation,
  });
  caseCommand(router, standards, {
    contract: contract.revokeAuthorisation,
    access: access.RevokeAuthorisation,
    decide: decide.revokeAuthorisation,
  });
  caseCommand(router, standards, {
    contract: contract.declareNearRelatives,
    access: access.DeclareNearRelatives,
    more: async ({ tx, body }, { state }) => {
      const people = state.household.declaration?.people ?? [];
      return { hits: state.intake.accepted ? await findHits(tx, people, body.relatives) : null };
    },
    decide: decide.declareNearRelatives,
  });
}

function registerAcceptance(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: contract.acceptApplication,
    access: access.AcceptApplication,
    more: async ({ tx }, { id, area, state }, { today }) => {
      const { facts, declaration } = state.household;
      const people = declaration?.people ?? [];
      const relatives = state.disclosure.declared?.relatives ?? [];
      const covered = await findCovered(tx, people, { caseId: id, scheme: state.course.scheme });
      const region = standards.regionOf(area.slice(0, 9));
      const year = today.slice(0, 4);
      const county = area.slice(0, 6);
      return {
        coveredMembers: covered.map((each) => each.memberId),
        notCounted: facts ? notCountedIn(facts, region, today) : [],
        hits: await findHits(tx, people, relatives),
        recognitions: await findRecognised(tx, people, today),
        // Taken in the transaction: a refused acceptance gives its number back.
        number: numbered(county, year, await nextNumber(tx, `case:${county}:${year}`)),
      };
    },
    decide: decide.acceptApplication,
  });
  caseCommand(router, standards, {
    contract: contract.refuseAcceptance,
    access: access.RefuseAcceptance,
    decide: decide.refuseAcceptance,
  });
}

/** `511702-2026-000012` */
function numbered(county: string, year: string, sequence: number): string {
  return `${county}-${year}-${String(sequence).padStart(6, '0')}`;
}

async function requireFile(
  tx: ReadTx,
  caseId: string,
  hash: string,
  path: readonly string[],
): Promise<void> {
  if (await isFileOf(tx, caseId, hash)) return;
  throw invalid(path, '没有找到上传的文件，请重新上传');
}
