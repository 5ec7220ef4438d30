import { townshipOf } from '../../kernel/place.ts';
import type { CommandCall, Router } from '../../platform/http/route.ts';
import type { ValueOf } from '../../kernel/contract.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { benefitCommand } from './benefit-command.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { benefitGiven, isHiddenFrom } from './given.ts';
import { existingPeople, officialsAmong } from './register-existing.ts';
import { requireFiles } from './require-files.ts';
import { benefitKind } from './store.ts';

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
          recused: officialsAmong(hits),
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

async function peopleOf({ tx, body, context }: CommandCall<string, Existing>) {
  await requireFiles(tx, [body.scan], 'scan');
  return existingPeople(tx, context.sealer, body.benefitId, body.people);
}
