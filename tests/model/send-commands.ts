import { placeCode } from '../../src/kernel/place.ts';
import * as access from '../../src/modules/intake/access.ts';
import * as contract from '../../src/modules/intake/send-contract.ts';
import * as send from '../../src/modules/intake/send-case.ts';
import { type Command, either, REASON } from './command.ts';
import { TOWNSHIP } from './office.ts';
import { newFile } from './world.ts';

/** An application is handed on to another township, and there it goes on: this office is done with it. */

const ID = '00000000-0000-4000-8000-0000000000aa';

export const sendCommands: readonly Command[] = [
  {
    on: 'case',
    contract: contract.sendCase,
    access: access.access.SendCase,
    isRead: true,
    body: (ask) => ({
      ...{ id: ID, toName: '磐石镇', reason: REASON, files: [newFile(ask.world)] },
      to: either(ask, placeCode('511702109'), TOWNSHIP),
    }),
    decide: send.sendCase as Command['decide'],
  },
  {
    on: 'case',
    contract: contract.recallSentCase,
    access: access.access.RecallSentCase,
    body: () => ({ reason: REASON }),
    decide: send.recallSentCase as Command['decide'],
  },
  {
    on: 'case',
    contract: contract.carryOutSentCase,
    access: access.access.CarryOutSentCase,
    body: () => ({ transferId: ID }),
    more: (ask) => ({ isAccepted: ask.random.chance(0.5) }),
    decide: send.carryOutSentCase as Command['decide'],
  },
];
