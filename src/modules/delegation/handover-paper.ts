import type { DataOf } from '../../paper/index.ts';
import { type CasePaper, paperHead, paperHousehold } from '../case/paper-head.ts';

/** 移交清单 of the newest handing over, with the county's answer where there is one; null where none was (DL-02). */
export function handoverListOf(
  sheet: CasePaper<unknown>,
  bureau: string,
): DataOf<'handover-list'> | null {
  const handover = sheet.state.handover.handovers.at(-1);
  if (!handover) return null;
  const { by, on, because, note, list, status, answer, answeredBy, answeredOn } = handover;
  const isAnswered = status !== 'awaited' && answeredOn !== null;
  return {
    head: { ...paperHead(sheet), date: on },
    household: paperHousehold(sheet),
    to: bureau,
    because,
    note,
    handedOn: on,
    items: [...list],
    giver: { ...nameOf(sheet, by), signedOn: on },
    ...(isAnswered ? { answer: { kind: status, text: answer, on: answeredOn } } : {}),
    receiver: isAnswered ? { ...nameOf(sheet, answeredBy), signedOn: answeredOn } : {},
  };
}

function nameOf({ personName }: CasePaper<unknown>, person: string): { name?: string } {
  const name = personName(person);
  return name === '' ? {} : { name };
}
