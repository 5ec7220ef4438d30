import { call, type Reply } from '../../../ui/client.ts';
import { newKey } from '../../../ui/intent.ts';
import { type Problem, problemOf } from '../../../ui/problem.ts';

/** Someone the demo may be entered as. */
export type DemoPerson = {
  readonly id: string;
  readonly name: string;
  readonly roleTitle: string;
  readonly placeName: string;
  /** What one does there, in a few words. */
  readonly what: string;
};

export type SignInOptions = { readonly demo: boolean; readonly people: readonly DemoPerson[] };

/** The password was right; now the second factor, or first its setting up. */
export type PasswordAnswer =
  | { readonly step: 'totp'; readonly ticket: string }
  | { readonly step: 'new-password'; readonly ticket: string }
  | {
      readonly step: 'enrol-totp';
      readonly ticket: string;
      readonly secret: string;
      readonly uri: string;
    };

/** Throws a Problem. */
export async function readSignInOptions(): Promise<SignInOptions> {
  const reply = await call({ method: 'GET', path: '/sign-in/options', title: '登录方式' });
  if (!reply.ok) throw reply.problem;
  const found = reply.value as { demo?: boolean; people?: readonly DemoPerson[] } | null;
  return { demo: found?.demo === true, people: found?.people ?? [] };
}

type PasswordReply =
  | { readonly ok: true; readonly answer: PasswordAnswer }
  | { readonly ok: false; readonly problem: Problem };

export function givePassword(name: string, password: string): Promise<PasswordReply> {
  return passwordStep('/sign-in', { name, password });
}

/** Replaces the first or an outworn password, between the two factors. */
export function chooseOwnPassword(ticket: string, password: string): Promise<PasswordReply> {
  return passwordStep('/sign-in/password', { ticket, password });
}

async function passwordStep(path: string, body: unknown): Promise<PasswordReply> {
  const reply = await post(path, body);
  if (!reply.ok) return reply;
  return isPasswordAnswer(reply.value)
    ? { ok: true, answer: reply.value }
    : { ok: false, problem: problemOf(502, null) };
}

export function giveCode(ticket: string, code: string): Promise<Reply> {
  return post('/sign-in/totp', { ticket, code });
}

export function enterDemo(personId: string): Promise<Reply> {
  return post('/sign-in/demo', { personId });
}

function post(path: string, body: unknown): Promise<Reply> {
  return call({ method: 'POST', path, title: '登录', body, key: newKey() });
}

function isPasswordAnswer(value: unknown): value is PasswordAnswer {
  return (
    typeof value === 'object' &&
    value !== null &&
    'step' in value &&
    ['totp', 'new-password', 'enrol-totp'].includes(String(value.step))
  );
}
