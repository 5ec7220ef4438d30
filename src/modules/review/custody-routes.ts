import { queryRoute, type Router } from '../../platform/http/route.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { benefitCommand } from './benefit-command.ts';
import * as contract from './custody-contract.ts';
import { custodyPhoneContext } from './custody.ts';
import { type CustodyRow, listCustodies } from './custody-store.ts';
import * as decide from './decide-custody.ts';
import { requireFiles } from './require-files.ts';

/** 存折代管: the agreement, its signing, the county's record, its end, and the list of all (DB-26). */
export function registerCustody(router: Router, standards: Standards): void {
  benefitCommand(router, standards, {
    contract: contract.arrangeCustody,
    access: access.ArrangeCustody,
    more: async ({ body, params, context }) => ({
      phone: context.sealer.seal(
        'phone',
        custodyPhoneContext(params.benefitId, body.id),
        body.keeper.phone,
      ),
    }),
    decide: ({ keeper, ...body }, state, { phone, ...given }) =>
      decide.arrangeCustody({ ...body, keeper: { ...keeper, phone } }, state, given),
  });
  benefitCommand(router, standards, {
    contract: contract.beginCustody,
    access: access.BeginCustody,
    more: ({ tx, body }) => requireFiles(tx, [body.agreement], 'agreement'),
    decide: decide.beginCustody,
  });
  benefitCommand(router, standards, {
    contract: contract.fileCustody,
    access: access.FileCustody,
    decide: decide.fileCustody,
  });
  benefitCommand(router, standards, {
    contract: contract.endCustody,
    access: access.EndCustody,
    more: ({ tx, body }) => requireFiles(tx, [body.receipt], 'receipt'),
    decide: decide.endCustody,
  });
  queryRoute(router, contract.custodyList, access.CustodyList, async ({ tx, asker, search }) => {
    const { rows, ...counts } = await listCustodies(tx, asker.area, search.show);
    const custodies = rows.map(({ area, benefitOver, ...row }) => ({
      ...row,
      townshipName: standards.nameOf(area.slice(0, 9)),
      villageName: standards.nameOf(area),
      standing: standingOf(row, benefitOver),
    }));
    return { custodies, ...counts };
  });
}

function standingOf({ endedOn, filedOn }: Omit<CustodyRow, 'area' | 'benefitOver'>, over: boolean) {
  if (endedOn !== '') return '已交还';
  if (over) return '救助已停止，应当交还';
  return filedOn === '' ? '待县级备案' : '代管中';
}
