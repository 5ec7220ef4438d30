import type { DataOf } from '../../paper/index.ts';
import type { CaseState } from '../case/index.ts';
import type { Service } from './confirmation.ts';
import type { NoticeContext } from './notice.ts';

type Receipt = DataOf<'service-receipt'>;

const manners: Record<Service['method'], Receipt['manner']> = {
  'in-person': 'direct',
  'left-at-home': 'left',
  proxy: 'entrusted',
  mail: 'post',
  announcement: 'public',
};

/** 送达回证: blank to be signed at the door, or filled from what was recorded (OT-04). */
export function receiptOf(state: CaseState, context: NoticeContext): Receipt {
  const { decision, service } = state.confirmation;
  if (!decision) throw new Error('a receipt needs a decision');
  const title = decision.outcome === 'grant' ? '社会救助确认通知书' : '不予确认告知书';
  const self = state.household.facts?.members.find((each) => each.relation === 'self')?.id;
  const people = state.household.declaration?.people ?? [];
  return {
    head: {
      number: decision.number,
      organ: decision.organ,
      date: decision.on,
      demo: context.demo,
    },
    caseNumber: state.intake.accepted?.number ?? '',
    addressee: people.find((each) => each.memberId === self)?.name ?? '申请人',
    documents: [{ title, number: decision.number, copies: 1 }],
    place: context.villageName,
    manner: service ? manners[service.method] : 'direct',
    receiverSigner: service ? { name: service.recipient, signedOn: service.on } : {},
    servers: [{}],
  };
}
