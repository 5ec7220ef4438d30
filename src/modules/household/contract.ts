import { z } from 'zod';
import { command } from '../../kernel/contract.ts';
import { RELATION } from '../../rules/code-list.ts';
import { householdFactsSchema, memberFactsSchema } from '../../rules/facts.ts';
import { date, file, files, keysOf, sentence, personName } from '../contract-field.ts';
import { identityFaults, isMasked } from './identity.ts';
import { goneTitles, joinedTitles } from './member-change.ts';

/** Left out or masked: as it was declared before. null: there is none. */
const kept = (schema: z.ZodType<string, string>) =>
  z.union([z.string().startsWith('*').max(64), schema], '填写的内容不对，请核对').nullish();

const phone = z
  .string()
  .trim()
  .regex(/^\+?[\d -]{7,20}$/, '电话应为 7 至 11 位数字，请核对');

export const person = z.strictObject({
  memberId: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  name: personName('请填写姓名（与身份证一致）'),
  idNumber: z.string().trim().max(40).nullish(),
  phone: kept(phone),
});

const declaration = z
  .strictObject({
    facts: householdFactsSchema,
    people: z.array(person).min(1, '请登记家庭成员').max(30),
    account: z
      .strictObject({
        bank: z.string().trim().min(2, '请填写开户银行').max(40),
        holder: personName('请填写户名'),
        number: kept(
          z
            .string()
            .trim()
            .regex(/^[\d -]{8,30}$/, '账号应为 8 至 30 位数字，请核对'),
        ),
      })
      .nullable(),
    address: kept(z.string().trim().min(4, '请填写家庭住址').max(120)),
    reason: z
      .string()
      .trim()
      .min(4, '请写明家庭困难的主要原因（至少 4 个字）')
      .max(500, '请控制在 500 字以内'),
  })
  .superRefine(({ facts, people }, context) => {
    const members = new Set(facts.members.map((each) => each.id));
    const named = new Set(people.map((each) => each.memberId));
    if (named.size !== people.length || named.size !== members.size) {
      const message = '每名家庭成员应当登记一次姓名';
      context.addIssue({ code: 'custom', path: ['people'], message });
    }
    for (const [index, { memberId }] of people.entries()) {
      if (members.has(memberId)) continue;
      const message = '没有这名家庭成员';
      context.addIssue({ code: 'custom', path: ['people', index, 'memberId'], message });
    }
    for (const fault of identityFaults(facts.members, people)) {
      context.addIssue({ code: 'custom', ...fault });
    }
  });

export type DeclarationBody = z.output<typeof declaration>;

/** The household as the applicant declares it. Given again it replaces the one before, until the first posting. */
export const declareHousehold = command({
  name: 'DeclareHousehold',
  method: 'POST',
  path: '/cases/:caseId/declare-household',
  title: '登记家庭情况',
  body: declaration,
});

const memberId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, '请选择家庭成员');

/** Somebody died or left while the application is being handled. */
export const recordDeparture = command({
  name: 'RecordDeparture',
  method: 'POST',
  path: '/cases/:caseId/record-departure',
  title: '登记家庭成员减少',
  body: z.strictObject({
    memberId,
    because: z.enum(keysOf(goneTitles), '请选择原因'),
    on: date,
    source: sentence,
    files,
    /** Who has their property now; null where nobody of the family does. */
    heir: memberId.nullable(),
    succession: z
      .strictObject({
        memberId,
        signedBy: z.enum(['member', 'guardian'], '请选择签署人'),
        guardianName: personName('请填写监护人姓名').nullable(),
        signature: file,
        relations: z
          .array(
            z.strictObject({
              memberId,
              relation: z.enum(keysOf(RELATION), '请选择与新申请人的关系'),
            }),
          )
          .max(30),
      })
      .nullable(),
  }),
});

/** Somebody was born into the family, or joined it, while the application is being handled. */
export const recordArrival = command({
  name: 'RecordArrival',
  method: 'POST',
  path: '/cases/:caseId/record-arrival',
  title: '登记家庭成员增加',
  body: z
    .strictObject({
      member: memberFactsSchema,
      name: personName('请填写姓名（与身份证一致）'),
      idNumber: z.string().trim().max(40).nullable(),
      phone: phone.nullable(),
      because: z.enum(keysOf(joinedTitles), '请选择原因'),
      on: date,
      source: sentence,
      files,
    })
    .superRefine(({ member, name, idNumber }, context) => {
      if (member.relation === null || member.relation === 'self') {
        const message = '请选择与申请人的关系';
        context.addIssue({ code: 'custom', path: ['member', 'relation'], message });
      }
      const typed = { memberId: member.id, name, idNumber };
      for (const { path, message } of identityFaults([member], [typed])) {
        const field = path[0] === 'people' ? ['idNumber'] : ['member', path.at(-1) ?? ''];
        context.addIssue({ code: 'custom', path: field, message });
      }
    }),
});

/** The text somebody typed, or undefined when the stored one stays. */
export function typedText(text: string | null | undefined): string | null | undefined {
  return typeof text === 'string' && isMasked(text) ? undefined : text;
}
