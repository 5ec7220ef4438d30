import type { LocalDate } from '../../../kernel/local-date.ts';
import * as contract from '../../../modules/review/custody-contract.ts';
import type { Desk, Reply } from '../desk.ts';
import { uploadPaper } from './evidence.ts';
import { benefitVersion } from './review.ts';

/** Writes the agreement on who keeps a recipient's passbook; answers whatever came back. */
export async function arrangeCustody(
  desk: Desk,
  benefitId: string,
  { id, signedBy }: { id: string; signedBy: string },
): Promise<Reply> {
  const ifMatch = await benefitVersion(desk, benefitId);
  const keeper = {
    ...{ name: '演村干', unit: '示例村村民委员会副主任' },
    ...{ phone: '08180000002', relation: '村干部' },
  };
  const body = {
    ...{ id, keeper, reason: 'old', note: '行动不便，不能到网点取款' },
    ...{ signer: 'self', signedBy, witness: '演见证' },
  };
  return desk.give(contract.arrangeCustody, { benefitId }, body, { ifMatch });
}

export async function beginCustody(desk: Desk, benefitId: string, on: LocalDate): Promise<Reply> {
  const agreement = await uploadPaper(desk, `存折代管协议 ${benefitId.slice(0, 8)}`);
  const ifMatch = await benefitVersion(desk, benefitId);
  return desk.give(contract.beginCustody, { benefitId }, { on, agreement }, { ifMatch });
}

export async function fileCustody(desk: Desk, benefitId: string): Promise<Reply> {
  const ifMatch = await benefitVersion(desk, benefitId);
  return desk.give(contract.fileCustody, { benefitId }, {}, { ifMatch });
}

export async function endCustody(
  desk: Desk,
  benefitId: string,
  { on, receivedBy }: { on: LocalDate; receivedBy: string },
): Promise<Reply> {
  const receipt = await uploadPaper(desk, `存折交还收条 ${benefitId.slice(0, 8)}`);
  const ifMatch = await benefitVersion(desk, benefitId);
  const body = { on, reason: '本人要求收回', receivedBy, receipt };
  return desk.give(contract.endCustody, { benefitId }, body, { ifMatch });
}
