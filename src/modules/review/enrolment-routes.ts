import { checkIdNumber } from '../../kernel/chinese-id.ts';
import { townshipOf } from '../../kernel/place.ts';
import type { CommandCall, Router } from '../../platform/http/route.ts';
import type { ValueOf } from '../../kernel/contract.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { matchRegister } from '../disclosure/register.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { benefitCommand } from './benefit-command.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { benefitGiven, isHiddenFrom } from './given.ts';
import { requireFiles } from './require-files.ts';
import { benefitKind, isCovered } from './store.ts';

/** Households of the time before: entered by one person, compared with the document by another. */
export function registerEnrolment(router: Router, standards: Standards): void {
  streamCommand(router, benefitKind(standards), {
    contract: contract.registerExistingBenefit,
    access: access.RegisterExistingBenefit,
    id: ({ body }) => body.benefitId,
    begins: ({ body }) => body.village,
    hiddenFrom: isHiddenFrom,
    given: async (call, loaded) => ({
      ...benefitGiven(standards, call, loaded.area, call.body.scheme),
      ...(await peopleOf(call)),
    }),
    decide: (body, state, { people, hits, ...given }) =>
      decide.registerExistingBenefit(
        {
          scheme: body.scheme,
          township: townshipOf(body.village),
          village: body.village,
          number: body.document,
          origin: { kind: 'document', document: body.document, scan: body.scan },
          head: people[0]?.memberId ?? '',
          people,
          facts: null,
          validUntil: body.validUntil,
          recused: [...new Set(hits.flatMap(({ person }) => person ?? []))],
          kin: hits.length > 0,
          lastCheckedOn: body.lastCheckedOn,
          entry: {
            from: body.from,
            amount: body.amount,
            standing: 'active',
            decision: body.document,
            decidedOn: body.decidedOn,
          },
        },
        state,
        given,
      ),
  });
  benefitCommand(router, standards, {
    contract: contract.confirmRegisteredBenefit,
    access: access.ConfirmRegisteredBenefit,
    decide: decide.confirmRegisteredBenefit,
  });
  benefitCommand(router, standards, {
    contract: contract.rejectRegisteredBenefit,
    access: access.RejectRegisteredBenefit,
    decide: decide.rejectRegisteredBenefit,
  });
}

type Existing = ValueOf<typeof contract.registerExistingBenefit.body>;

/** The people with their numbers sealed, who of the officials is their relative, and whether one is covered already. */
async function peopleOf({ tx, body, context }: CommandCall<string, Existing>) {
  await requireFiles(tx, [body.scan], 'scan');
  const people = body.people.map(({ memberId, name, idNumber, covered }) => {
    const read = checkIdNumber(idNumber);
    const bound = `benefit:${body.benefitId}:member:${memberId}:idNumber`;
    const sealed = context.sealer.seal('idNumber', bound, idNumber);
    return {
      memberId,
      name,
      birth: read.ok ? read.birth : null,
      idNumber: sealed,
      phone: null,
      covered,
    };
  });
  const asked = people.map(({ memberId, name, idNumber }) => ({
    memberId,
    name,
    idIndex: idNumber.index,
    phoneIndex: '',
  }));
  const idIndexes = asked.map(({ idIndex }) => idIndex);
  return {
    people,
    hits: await matchRegister(tx, { people: asked, statements: [] }),
    alreadyCovered: await isCovered(tx, idIndexes, body.benefitId),
  };
}
