import { dayOf } from '../../kernel/clock.ts';
import { fen } from '../../kernel/fen.ts';
import { placeCode } from '../../kernel/place.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import { type CaseCommand, caseCommand } from '../case/case-command.ts';
import { casePaper } from '../case/case-paper.ts';
import type { CaseState } from '../case/index.ts';
import { officesOf } from '../standards/office.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import * as decide from './decide-handover.ts';
import type { Matter } from './delegation.ts';
import { handoverListOf } from './handover-paper.ts';
import { findAuthority } from './resolve.ts';
import { storeHandover, undecidedTownshipCases } from './store.ts';

type Path = `/cases/:caseId/${string}`;

/** 移交: a case the township may no longer decide goes to the county, by a person's act with list and receipt. */
export function registerHandovers(router: Router, standards: Standards): void {
  const authorityFor = async (tx: ReadTx, { area, state }: Loaded<CaseState>, on: string) => ({
    authority: await authorityNow(tx, standards, area.slice(0, 9), state.course.scheme, on),
  });
  const stored: CaseCommand<Path, unknown, unknown>['then'] = async ({ tx }, { id, area, state }) =>
    storeHandover(tx, id, area, state.handover);
  caseCommand(router, standards, {
    contract: contract.handOverCase,
    access: access.HandOverCase,
    more: ({ tx }, loaded, { today }) => authorityFor(tx, loaded, today),
    decide: decide.handOverCase,
    then: stored,
  });
  caseCommand(router, standards, {
    contract: contract.receiveHandover,
    access: access.ReceiveHandover,
    more: ({ tx }, loaded, { today }) => authorityFor(tx, loaded, today),
    decide: decide.receiveHandover,
    then: stored,
  });
  caseCommand(router, standards, {
    contract: contract.returnHandover,
    access: access.ReturnHandover,
    decide: decide.returnHandover,
    then: stored,
  });
  casePaper(router, standards, {
    contract: contract.handoverPaper,
    access: access.HandoverPaper,
    paper: 'handover-list',
    dataOf: (sheet) => {
      const county = standards.nameOf(sheet.area.slice(0, 6));
      return handoverListOf(sheet, officesOf(sheet.townshipName, county).county.bureau);
    },
  });
  registerList(router, standards);
}

/** Asked for no amount: whether the township decides at all, not up to how much. */
async function authorityNow(
  tx: ReadTx,
  standards: Standards,
  township: string,
  matter: Matter,
  on: string,
): Promise<decide.HandoverGiven['authority']> {
  const asked = { township: placeCode(township), matter, act: 'confirm', amount: fen(0) } as const;
  const found = await findAuthority(
    tx,
    { ...asked, on: on as ReturnType<typeof dayOf> },
    standards,
  );
  return found.ok ? { ok: true } : { ok: false, because: found.because };
}

function registerList(router: Router, standards: Standards): void {
  queryRoute(router, contract.handoverList, access.HandoverList, async (call) => {
    const { tx, asker, context } = call;
    const today = dayOf(context.clock.now());
    const rows = await undecidedTownshipCases(tx, asker.area);
    const pairs = Map.groupBy(rows, ({ township, scheme }) => `${township} ${scheme}`);
    const cases = [];
    for (const [, group] of pairs) {
      const [{ township, scheme } = { township: '', scheme: 'dibao' as const }] = group;
      const authority = await authorityNow(tx, standards, township, scheme, today);
      const because = authority.ok ? '' : authority.because;
      // What was handed over stays on the list until it is answered, also when the authority came back meanwhile.
      for (const { scheme: _, township: code, ...row } of group) {
        if (authority.ok && row.handedOn === '') continue;
        cases.push({
          ...row,
          because: because || row.because,
          townshipName: standards.nameOf(code),
        });
      }
    }
    return { cases, waiting: cases.filter(({ handedOn }) => handedOn !== '').length };
  });
}
