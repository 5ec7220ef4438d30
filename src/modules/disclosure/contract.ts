import { z } from 'zod';
import { checkIdNumber } from '../../kernel/chinese-id.ts';
import { command, query } from '../../kernel/contract.ts';
import { type PlaceCode, placeCode } from '../../kernel/place.ts';
import { personName } from '../contract-field.ts';
import { caseSummary } from '../case/contract.ts';
import { registerKinds } from './register-entry.ts';

const reason = z
  .string()
  .trim()
  .min(4, '请写明理由（至少 4 个字）')
  .max(500, '请控制在 500 字以内');
const name = personName();
const idNumber = z.string().superRefine((text, context) => {
  const check = checkIdNumber(text);
  if (!check.ok) context.addIssue({ code: 'custom', message: check.message });
});
const phone = z
  .string()
  .trim()
  .regex(/^1\d{10}$/, '手机号为 11 位数字');
const place = z
  .string('请选择任职的地方')
  .regex(/^(\d{6}|\d{9}|\d{12})$/, '请选择任职的地方')
  .transform(placeCode) as unknown as z.ZodType<PlaceCode, string>;
const relative = z.strictObject({
  name,
  relation: z.string().trim().min(1, '请填写关系').max(20, '关系过长'),
  idNumber: idNumber.nullable(),
});
const relatives = z.array(relative).max(60, '请控制在 60 人以内');

export const addRegisterEntry = command({
  name: 'AddRegisterEntry',
  method: 'POST',
  path: '/register-entries',
  title: '列入名册',
  body: z.strictObject({
    entryId: z.uuid('编号有误，请刷新页面'),
    kind: z.enum(Object.keys(registerKinds) as [keyof typeof registerKinds], '请选择人员类别'),
    name,
    idNumber,
    phone: phone.nullable(),
    position: z.string().trim().min(2, '请填写职务').max(60, '职务过长'),
    place,
    person: z.string().max(40).nullable(),
  }),
});

export const declareRelativesOfOfficial = command({
  name: 'DeclareRelativesOfOfficial',
  method: 'POST',
  path: '/register-entries/:entryId/declare-relatives',
  title: '登记近亲属',
  body: z.strictObject({ relatives }),
});

export const endRegisterEntry = command({
  name: 'EndRegisterEntry',
  method: 'POST',
  path: '/register-entries/:entryId/end',
  title: '移出名册',
  body: z.strictObject({ reason }),
});

export const declareOwnRelatives = command({
  name: 'DeclareOwnRelatives',
  method: 'POST',
  path: '/own-register-entry/declare-relatives',
  title: '申报本人的近亲属',
  body: z.strictObject({ relatives }),
});

export const endOwnRegisterEntry = command({
  name: 'EndOwnRegisterEntry',
  method: 'POST',
  path: '/own-register-entry/end',
  title: '本人不再任职',
  body: z.strictObject({ reason }),
});

const ownRelative = z.object({ name: z.string(), relation: z.string(), idNumber: z.string() });

export const ownRegisterEntry = query({
  name: 'OwnRegisterEntry',
  method: 'GET',
  path: '/own-register-entry',
  title: '本人申报的近亲属',
  answer: z.object({
    entry: z
      .object({
        entryId: z.string(),
        version: z.number(),
        name: z.string(),
        position: z.string(),
        declaredOn: z.string().nullable(),
        /** `idNumber` is the mask: its last characters. */
        relatives: z.array(ownRelative),
      })
      .nullable(),
  }),
});

export const registerList = query({
  name: 'RegisterList',
  method: 'GET',
  path: '/register-entries',
  title: '近亲属备案名册',
  query: z.object({
    text: z.string().max(40).default(''),
    ended: z.enum(['true', 'false']).default('false'),
  }),
  answer: z.object({
    places: z.array(z.object({ code: z.string(), name: z.string() })),
    /** People with a post here, to say which of them an official is. */
    holders: z.array(z.object({ person: z.string(), name: z.string(), placeName: z.string() })),
    entries: z.array(
      z.object({
        entryId: z.string(),
        kind: z.enum(Object.keys(registerKinds) as [keyof typeof registerKinds]),
        name: z.string(),
        position: z.string(),
        place: z.string(),
        placeName: z.string(),
        idTail: z.string(),
        relatives: z.number(),
        declaredOn: z.string(),
        endedOn: z.string(),
        hasAccount: z.boolean(),
        version: z.number(),
      }),
    ),
  }),
});

/** Cases under 单独登记备案: whoever clears one says why, and it stays readable on the case. */
export const separateRegistrations = query({
  name: 'SeparateRegistrations',
  method: 'GET',
  path: '/separate-registrations',
  title: '单独登记备案',
  query: z.object({ status: z.enum(['open', 'granted', 'refused', 'closed']).optional() }),
  answer: z.object({ cases: z.array(caseSummary), total: z.number() }),
});

export const clearSeparateRegistration = command({
  name: 'ClearSeparateRegistration',
  method: 'POST',
  path: '/cases/:caseId/clear-separate-registration',
  title: '解除单独登记',
  body: z.strictObject({ reason }),
});

export const nearRelativeFiling = query({
  name: 'NearRelativeFilingPaper',
  method: 'GET',
  path: '/cases/:caseId/papers/near-relative-filing',
  title: '近亲属备案表',
  answer: z.unknown(),
});
