import { placeCode } from '../../kernel/place.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import type { SealedField } from '../../platform/crypto/sealed.ts';
import type { Context } from '../../platform/http/context.ts';
import { absent } from '../../platform/http/problem.ts';
import type { Router } from '../../platform/http/route.ts';
import { findStream } from '../../platform/record/record.ts';
import { isRecused } from '../case/index.ts';
import { caseCommand } from '../case/case-command.ts';
import { caseKind } from '../case/store.ts';
import { type Declaration, type SealedFact, sealContext } from '../household/index.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { continueCase } from './continue-case.ts';
import * as contract from './contract.ts';
import { isCaseIdTaken, routeFor } from './store.ts';

/** 按其他救助继续办理: within the office's own area, and not for relatives of the family. */
export function registerContinuing(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: contract.continueCase,
    access: access.ContinueCase,
    begins: ({ body }) => body.village,
    more: async ({ tx, body, asker, context }, loaded, { today }) => {
      const found = await findStream(tx, caseKind(standards), body.from);
      const isSeen = found?.area === body.village && found.area.startsWith(asker.area);
      if (!isSeen || isRecused(found.state, asker.person)) throw absent();
      if (loaded.version === 0 && (await isCaseIdTaken(tx, loaded.id))) throw absent();
      const township = placeCode(found.area.slice(0, 9));
      const { declaration, facts } = found.state.household;
      return {
        township,
        village: placeCode(found.area),
        source: found.state,
        declaration:
          declaration && facts
            ? { ...resealed(context, declaration, body.from, loaded.id), facts }
            : null,
        ...(await routeFor(tx, standards, township, { on: today, matter: body.scheme })),
      };
    },
    decide: continueCase,
  });
}

/** A sealed text opens only where it was sealed: each is opened there and sealed for the new case. */
export function resealed(
  context: Context,
  told: Declaration,
  from: string,
  to: string,
): Declaration {
  const again = (field: SealedField, fact: SealedFact, sealed: Sealed | null, memberId = '') =>
    sealed &&
    context.sealer.seal(
      field,
      sealContext(to, fact, memberId),
      context.sealer.open(sealContext(from, fact, memberId), sealed),
    );
  const number = again('account', 'account', told.account?.number ?? null);
  return {
    ...told,
    people: told.people.map((each) => ({
      ...each,
      idNumber: again('idNumber', 'idNumber', each.idNumber, each.memberId),
      phone: again('phone', 'phone', each.phone, each.memberId),
    })),
    account: told.account && number ? { ...told.account, number } : null,
    address: again('text', 'address', told.address),
  };
}
