import { randomUUID } from 'node:crypto';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { ChangeKind } from '../../../modules/review/benefit-event.ts';
import * as contract from '../../../modules/review/reconfirmation-contract.ts';
import type { Desk, Reply } from '../desk.ts';
import { uploadPaper } from './evidence.ts';
import { benefitVersion } from './review.ts';

type Declared = {
  readonly on: LocalDate;
  readonly signedBy: string;
  readonly changed?: { readonly kind: ChangeKind; readonly what: string };
};

/** Records what a family declared in the year's round; answers whatever came back. */
export async function tryReconfirm(
  desk: Desk,
  benefitId: string,
  { on, signedBy, changed }: Declared,
): Promise<Reply> {
  const paper = await uploadPaper(desk, `年度重新确认声明 ${benefitId.slice(0, 8)}`);
  const ifMatch = await benefitVersion(desk, benefitId);
  const change = changed ? { id: randomUUID(), ...changed, happenedOn: on } : null;
  const body = { on, signedBy, files: [paper], change };
  return desk.give(contract.reconfirm, { benefitId }, body, { ifMatch });
}
