import { z } from 'zod';
import { day, head, line, money, month, office, scheme, signer } from './field.ts';
import { paper } from './paper.ts';

/** 存折（银行卡）代管协议书暨备案表: whoever keeps it for a family signs for it, and the county knows (DB-26). */
export const passbookCustody = paper({
  title: '存折（银行卡）代管协议书暨备案表',
  audience: 'family',
  template: 'passbook-custody.typ',
  schema: z.strictObject({
    head,
    recipient: line(40),
    village: line(40),
    scheme,
    monthly: money,
    from: month,
    bank: line(60).exactOptional(),
    /** The last digits only. */
    accountTail: z
      .string()
      .regex(/^\d{3,4}$/, '只打印账号末四位')
      .exactOptional(),
    keeper: z.strictObject({
      name: line(40),
      unit: line(60),
      phone: line(20),
      relation: line(20),
    }),
    reason: z.enum(['old', 'disabled', 'ill', 'mind', 'other']),
    note: line(200).exactOptional(),
    /** Once all three have signed. */
    begunOn: day.exactOptional(),
    ended: z.strictObject({ on: day, receivedBy: line(40) }).exactOptional(),
    /** The window where it can be ended at any time. */
    office: office.pick({ place: true, phone: true }),
    recipientSigner: signer,
    keeperSigner: signer,
    witness: signer,
    clerk: signer,
    /** Whoever took it into the county's records, and when. */
    county: signer,
  }),
});
