import { getCase } from '../case/get-case.ts';
import type { QueryContract } from '../../kernel/contract.ts';
import { dayOf } from '../../kernel/clock.ts';
import { type DataOf, type PaperName } from '../../paper/index.ts';
import type { Context } from '../../platform/http/context.ts';
import { absent } from '../../platform/http/problem.ts';
import type { Router } from '../../platform/http/route.ts';
import { type CaseState } from '../case/index.ts';
import { sealContext } from '../household/index.ts';
import { paperRoute, type Sheet } from '../issuance/paper-route.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import { closingNoticeOf } from './closing-data.ts';
import * as data from './paper-data.ts';

/** The papers of the window. One that has nothing to say yet is not found. */
export function registerPapers(router: Router, standards: Standards): void {
  const paper = windowPaper(router, standards);
  paper(contract.acceptanceReceipt, 'acceptance-receipt', data.acceptanceReceiptOf);
  paper(contract.oneTimeNotice, 'one-time-notice', data.oneTimeNoticeOf);
  paper(contract.authorisationAndPromise, 'authorisation-and-promise', data.authorisationOf);
  paper(contract.nearRelativeDeclaration, 'near-relative-declaration', data.nearRelativesOf);
  paper(contract.proxyPaper, 'proxy', data.proxyOf);
  paper(contract.closingNotice, 'closing-notice', closingNoticeOf);
}

type PaperPath = `/cases/:caseId/papers/${string}`;

function windowPaper(router: Router, standards: Standards) {
  return <Name extends PaperName>(
    asked: QueryContract & { readonly path: PaperPath },
    name: Name,
    dataOf: (base: data.PaperBase, opened: data.Opened) => DataOf<Name> | null,
  ) =>
    paperRoute(router, asked, access.IntakePaper, async ({ tx, asker, params, context }) => {
      const { caseId } = params as unknown as { caseId: string };
      const loaded = await getCase(standards, { tx, asker, context }, caseId);
      const { state, area } = loaded;
      if (!state.household.declaration) throw absent();
      const township = area.slice(0, 9);
      const today = dayOf(context.clock.now());
      // Whoever prints it again does not become its clerk.
      const handler = state.intake.accepted?.by ?? state.course.openedBy;
      const names = await context.namesOf(tx, [handler]);
      const base: data.PaperBase = {
        caseId,
        state,
        townshipName: standards.nameOf(township),
        villageName: standards.nameOf(area),
        countyName: standards.nameOf(area.slice(0, 6)),
        today,
        procedure: standards.procedureOf(
          township,
          state.intake.accepted?.on ?? state.course.openedOn,
        ),
        calendar: standards.calendarOf(township),
        demo: context.demo,
        clerk: names.get(handler) ?? asker.name,
      };
      const printed = dataOf(base, openedFor(context, caseId, state));
      return printed && ({ paper: name, data: printed, area } as Sheet);
    });
}

function openedFor(context: Context, caseId: string, state: CaseState): data.Opened {
  const { sealer } = context;
  const declaration = state.household.declaration;
  return {
    idNumberOf: (memberId) => {
      const sealed = declaration?.people.find((each) => each.memberId === memberId)?.idNumber;
      return sealed ? sealer.open(sealContext(caseId, 'idNumber', memberId), sealed) : '（无）';
    },
    get address() {
      const sealed = declaration?.address;
      return sealed ? sealer.open(sealContext(caseId, 'address'), sealed) : '（未登记）';
    },
    get proxyIdNumber() {
      const sealed = state.intake.proxy?.idNumber;
      return sealed ? sealer.open(sealContext(caseId, 'proxy'), sealed) : '（无）';
    },
  };
}
