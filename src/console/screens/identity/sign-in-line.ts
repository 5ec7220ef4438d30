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

export async function givePassword(
  name: string,
  password: string,
): Promise<{ ok: true; answer: PasswordAnswer } | { ok: false; problem: Problem }> {
  const reply = await post('/sign-in', { name, password });
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
    (value.step === 'totp' || value.step === 'enrol-totp')
  );
}
