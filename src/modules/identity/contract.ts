import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { type PlaceCode, placeCode } from '../../kernel/place.ts';
import { date, personName } from '../contract-field.ts';
import { allRoles, type Role } from './role.ts';

const reason = z
  .string()
  .trim()
  .min(4, '请写明理由（至少 4 个字）')
  .max(500, '请控制在 500 字以内');
const place = z
  .string('请选择任职的地方')
  .regex(/^(\d{6}|\d{9}|\d{12})$/, '请选择任职的地方')
  .transform(placeCode) as unknown as z.ZodType<PlaceCode, string>;
const role = z.enum(allRoles as readonly [Role, ...Role[]], '请选择岗位');
const id = z.uuid('编号有误，请刷新页面');

/** At least 10 characters with a letter, a figure and something else (GB/T 22239 8.1.4.1). */
export const newPassword = z
  .string()
  .min(10, '口令至少 10 个字符')
  .max(128, '口令最多 128 个字符')
  .regex(/[A-Za-z]/, '口令须有字母')
  .regex(/\d/, '口令须有数字')
  .regex(/[^A-Za-z0-9]/, '口令须有字母、数字以外的符号');

const post = z.object({
  id: z.string(),
  role: z.string(),
  roleTitle: z.string(),
  place: z.string(),
  placeName: z.string(),
});

export const session = query({
  name: 'Session',
  method: 'GET',
  path: '/session',
  title: '登录状态',
  answer: z.object({
    demo: z.boolean(),
    person: z.object({ id: z.string(), name: z.string() }),
    post,
    posts: z.array(post),
    county: z.string(),
  }),
});

export const signInOptions = query({
  name: 'SignInOptions',
  method: 'GET',
  path: '/sign-in/options',
  title: '登录方式',
  answer: z.object({
    demo: z.boolean(),
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        roleTitle: z.string(),
        placeName: z.string(),
        what: z.string(),
      }),
    ),
  }),
});

const typed = z.string().min(1, '请填写').max(200, '过长，请核对');
const passwordAnswer = z.union([
  z.object({ step: z.literal('totp'), ticket: z.string() }),
  z.object({ step: z.literal('new-password'), ticket: z.string() }),
  z.object({
    step: z.literal('enrol-totp'),
    ticket: z.string(),
    secret: z.string(),
    uri: z.string(),
  }),
]);
export type PasswordAnswer = z.infer<typeof passwordAnswer>;

export const signIn = command({
  name: 'SignIn',
  method: 'POST',
  path: '/sign-in',
  title: '登录',
  body: z.strictObject({ name: typed, password: typed }),
  answer: passwordAnswer,
});

/** The first password, or one older than 90 days, is replaced by one of the person's own. */
export const chooseOwnPassword = command({
  name: 'ChooseOwnPassword',
  method: 'POST',
  path: '/sign-in/password',
  title: '设置新口令',
  body: z.strictObject({ ticket: typed, password: newPassword }),
  answer: passwordAnswer,
});

export const giveTotp = command({
  name: 'GiveTotp',
  method: 'POST',
  path: '/sign-in/totp',
  title: '登录',
  body: z.strictObject({ ticket: typed, code: typed }),
});

export const signInDemo = command({
  name: 'SignInDemo',
  method: 'POST',
  path: '/sign-in/demo',
  title: '以演示人员进入',
  body: z.strictObject({ personId: z.string().max(64) }),
});

export const signOut = command({
  name: 'SignOut',
  method: 'POST',
  path: '/sign-out',
  title: '退出登录',
  body: z.strictObject({}),
});

export const switchPost = command({
  name: 'SwitchPost',
  method: 'POST',
  path: '/session/post',
  title: '切换岗位',
  body: z.strictObject({ postId: z.string().max(64) }),
});

export const changePassword = command({
  name: 'ChangePassword',
  method: 'POST',
  path: '/session/password',
  title: '修改口令',
  body: z.strictObject({ current: typed, password: newPassword }),
});

export const registerPerson = command({
  name: 'RegisterPerson',
  method: 'POST',
  path: '/persons',
  title: '建立账号',
  body: z.strictObject({
    personId: id,
    county: z
      .string()
      .regex(/^\d{6}$/, '请选择县（市、区）')
      .transform(placeCode) as unknown as z.ZodType<PlaceCode, string>,
    name: personName(),
    loginName: z
      .string()
      .trim()
      .regex(/^[a-z][a-z0-9.-]{2,30}$/, '登录名用小写字母开头，3 至 31 位字母、数字'),
  }),
});

export const grantPost = command({
  name: 'GrantPost',
  method: 'POST',
  path: '/persons/:personId/posts',
  title: '申请岗位',
  body: z.strictObject({
    postId: id,
    role,
    area: place,
    from: date,
    to: date.nullable(),
    basis: z.string().trim().min(4, '请写明任职文件').max(200, '请控制在 200 字以内'),
  }),
});

export const approvePost = command({
  name: 'ApprovePost',
  method: 'POST',
  path: '/persons/:personId/posts/:postId/approve',
  title: '批准岗位',
  body: z.strictObject({}),
});

export const declinePost = command({
  name: 'DeclinePost',
  method: 'POST',
  path: '/persons/:personId/posts/:postId/decline',
  title: '不同意岗位',
  body: z.strictObject({ reason }),
});

export const endPost = command({
  name: 'EndPost',
  method: 'POST',
  path: '/persons/:personId/posts/:postId/end',
  title: '终止岗位',
  body: z.strictObject({ reason }),
});

/** The screen makes the password by chance and shows it once; it works for one sign-in. */
export const setFirstPassword = command({
  name: 'SetFirstPassword',
  method: 'POST',
  path: '/persons/:personId/first-password',
  title: '设置初始口令',
  body: z.strictObject({ password: newPassword.min(16, '初始口令至少 16 个字符') }),
});

export const resetSecondFactor = command({
  name: 'ResetSecondFactor',
  method: 'POST',
  path: '/persons/:personId/reset-second-factor',
  title: '重置动态码',
  body: z.strictObject({ reason }),
});

export const personList = query({
  name: 'PersonList',
  method: 'GET',
  path: '/persons',
  title: '账号与岗位',
  answer: z.object({
    county: z.string(),
    places: z.array(z.object({ code: z.string(), name: z.string() })),
    persons: z.array(
      z.object({
        personId: z.string(),
        version: z.number(),
        name: z.string(),
        loginName: z.string(),
        hasPassword: z.boolean(),
        hasSecondFactor: z.boolean(),
        isLocked: z.boolean(),
        signedInAt: z.number().nullable(),
        posts: z.array(
          z.object({
            postId: z.string(),
            role: z.string(),
            roleTitle: z.string(),
            area: z.string(),
            placeName: z.string(),
            from: z.string(),
            to: z.string().nullable(),
            basis: z.string(),
            standing: z.enum(['asked', 'held', 'declined', 'ended']),
          }),
        ),
      }),
    ),
  }),
});

export const permissionList = query({
  name: 'PermissionList',
  method: 'GET',
  path: '/permissions',
  title: '权限一览',
  answer: z.object({
    permissions: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        isCommand: z.boolean(),
        roles: z.array(z.string()),
        sentence: z.string(),
      }),
    ),
  }),
});

export const readDraft = query({
  name: 'ReadDraft',
  method: 'GET',
  path: '/drafts/:key',
  title: '读取草稿',
  answer: z.object({ value: z.unknown(), savedAt: z.number().nullable() }),
});

export const saveDraft = command({
  name: 'SaveDraft',
  method: 'PUT',
  path: '/drafts/:key',
  title: '保存草稿',
  body: z.strictObject({ value: z.unknown() }),
});

export const dropDraft = command({
  name: 'DropDraft',
  method: 'DELETE',
  path: '/drafts/:key',
  title: '删除草稿',
  body: z.unknown(),
});
