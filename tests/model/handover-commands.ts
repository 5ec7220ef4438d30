import * as access from '../../src/modules/delegation/access.ts';
import * as contract from '../../src/modules/delegation/contract.ts';
import * as handover from '../../src/modules/delegation/decide-handover.ts';
import { type Ask, type Command, REASON } from './command.ts';
import { authorityFor } from './instrument.ts';
import { fen } from './world.ts';

/** A case the township may no longer decide goes to the county, or comes back. */

function authority({ world: { state, instrument, day } }: Ask) {
  const asked = { matter: state.course.scheme, amount: fen(0) };
  const because = authorityFor(instrument, asked, day);
  return { authority: because === null ? { ok: true } : { ok: false, because } };
}

export const handoverCommands: readonly Command[] = [
  {
    on: 'case',
    contract: contract.handOverCase,
    access: access.access.HandOverCase,
    body: () => ({ note: REASON }),
    more: authority,
    decide: handover.handOverCase as Command['decide'],
  },
  {
    on: 'case',
    contract: contract.receiveHandover,
    access: access.access.ReceiveHandover,
    body: () => ({ note: REASON }),
    more: authority,
    decide: handover.receiveHandover as Command['decide'],
  },
  {
    on: 'case',
    contract: contract.returnHandover,
    access: access.access.ReturnHandover,
    body: () => ({ reason: REASON }),
    decide: handover.returnHandover as Command['decide'],
  },
];
