import type { Context } from '../../platform/http/context.ts';
import { dayOf, instant } from '../../kernel/clock.ts';
import { hashPassword, verifyPassword } from '../../platform/crypto/password.ts';
import { acceptTotp, createTotpSecret, totpUri } from '../../platform/crypto/totp.ts';
import { read, SYSTEM, write, type WriteTx } from '../../platform/database/database.ts';
import { absent, ProblemError } from '../../platform/http/problem.ts';
import type { PasswordAnswer } from './contract.ts';
import { hashOf, heldPosts, openSession, randomToken } from './session.ts';
import {
  type Account,
  countFailure,
  demoPeople,
  dropTickets,
  findAccount,
  findTicket,
  lockAccount,
  storePassword,
  storeSignIn,
  storeTicket,
  type Ticket,
} from './store.ts';

const MINUTE_MS = 60_000;
const LOCK_MS = 15 * MINUTE_MS;
const TICKET_MS = 5 * MINUTE_MS;
// 等级保护 asks for periodic change; a county that may waive it does so with its evaluator (security.md §1.2).
const PASSWORD_MS = 90 * 24 * 60 * MINUTE_MS;

/** One text for an unknown name, a wrong password, a wrong code and a locked account: none tells which it was. */
const NOT_SIGNED_IN =
  '登录名、口令或动态码不正确，或账号暂时锁定。连续 5 次不正确将锁定 15 分钟，忘记口令请联系系统管理员。';

function turnedAway(): ProblemError {
  return new ProblemError({ code: 'unauthenticated', detail: NOT_SIGNED_IN });
}

/** First factor. The same work is done for a name nobody has, and for a locked account. */
export async function checkPassword(
  context: Context,
  name: string,
  password: string,
): Promise<PasswordAnswer> {
  const account = await read(context.database, SYSTEM, (tx) => findAccount(tx, { name }));
  const encoded = account && account.password !== '' ? account.password : null;
  const isRight = await verifyPassword(encoded, password);
  if (!account || isLocked(context, account)) throw turnedAway();
  if (!isRight) {
    await fail(context, account.person);
    throw turnedAway();
  }
  return write(context.database, SYSTEM, async (tx) => {
    // Many guesses at once are each judged before the others are counted: the lock is looked at again, in turn.
    const counted = await lockAccount(tx, account.person);
    if (!counted || isLocked(context, counted)) throw turnedAway();
    return nextStep(context, tx, account);
  });
}

/** Replaces the one-time or outworn password; only between the first factor and the second. */
export async function chooseOwnPassword(
  context: Context,
  ticket: string,
  password: string,
): Promise<PasswordAnswer> {
  const { account } = await getTicket(context, ticket, ['new-password']);
  if (await verifyPassword(account.password, password)) {
    const message = '新口令不能与原口令相同';
    throw new ProblemError({ code: 'invalid', errors: [{ path: ['password'], message }] });
  }
  const encoded = await hashPassword(password);
  const now = context.clock.now();
  return write(context.database, SYSTEM, async (tx) => {
    await storePassword(tx, account.person, encoded, now);
    return nextStep(context, tx, { ...account, oneTime: false, passwordAt: now });
  });
}

/** Second factor; answers the token of a new session in the person's first post. */
export async function checkTotp(context: Context, token: string, code: string): Promise<string> {
  const { account, ticket } = await getTicket(context, token, ['totp', 'enrol-totp']);
  const sealed = ticket.step === 'totp' ? account.totp : ticket.secret;
  const now = context.clock.now();
  const step = acceptTotp(openSecret(context, account.person, sealed), code, now, account.totpStep);
  if (step === null) {
    await fail(context, account.person);
    throw turnedAway();
  }
  return write(context.database, SYSTEM, async (tx) => {
    const counted = await lockAccount(tx, account.person);
    if (!counted || isLocked(context, counted)) throw turnedAway();
    const isFirst = await storeSignIn(tx, account.person, { totp: sealed, step, now });
    if (!isFirst) throw turnedAway();
    await dropTickets(tx, account.person);
    return openFirstPost(context, tx, account.person);
  });
}

/** Enters as one of the made-up people; in a real county there is no such door. */
export async function enterDemo(context: Context, personId: string): Promise<string> {
  if (!context.demo) throw absent();
  return write(context.database, SYSTEM, async (tx) => {
    const people = await demoPeople(tx);
    if (!people.some(({ id }) => id === personId)) throw absent();
    return openFirstPost(context, tx, personId);
  });
}

async function openFirstPost(context: Context, tx: WriteTx, person: string): Promise<string> {
  const [post] = await heldPosts(tx, person, dayOf(context.clock.now()));
  if (!post) {
    const detail = '您现在没有有效的岗位：没有批准、已经到期或者已经终止。请联系县级系统管理员。';
    throw new ProblemError({ code: 'forbidden', detail });
  }
  return openSession(tx, context.clock, person, post.id);
}

async function nextStep(context: Context, tx: WriteTx, account: Account): Promise<PasswordAnswer> {
  const isOld = context.clock.now() - account.passwordAt > PASSWORD_MS;
  if (account.oneTime || isOld) {
    return { step: 'new-password', ticket: await giveTicket(context, tx, account, 'new-password') };
  }
  if (account.totp !== '') {
    return { step: 'totp', ticket: await giveTicket(context, tx, account, 'totp') };
  }
  const secret = createTotpSecret();
  const ticket = await giveTicket(context, tx, account, 'enrol-totp', secret);
  return { step: 'enrol-totp', ticket, secret, uri: totpUri(secret, account.name) };
}

async function giveTicket(
  context: Context,
  tx: WriteTx,
  { person }: Account,
  step: PasswordAnswer['step'],
  plain?: string,
): Promise<string> {
  const token = randomToken();
  const now = context.clock.now();
  const secret = plain === undefined ? '' : sealSecret(context, person, plain);
  const expiresAt = now + TICKET_MS;
  await storeTicket(tx, { tokenHash: hashOf(token), person, step, secret, expiresAt, now });
  return token;
}

async function getTicket(
  context: Context,
  token: string,
  steps: readonly PasswordAnswer['step'][],
): Promise<{ ticket: Ticket; account: Account }> {
  const found = await read(context.database, SYSTEM, async (tx) => {
    const ticket = await findTicket(tx, hashOf(token), context.clock.now());
    const account = ticket && (await findAccount(tx, { person: ticket.person }));
    return ticket && account ? { ticket, account } : null;
  });
  const fits = found && steps.some((step) => step === found.ticket.step);
  if (!fits || isLocked(context, found.account)) throw turnedAway();
  return found;
}

export function isLocked(context: Context, account: Account): boolean {
  return account.lockedUntil > context.clock.now();
}

export async function fail(context: Context, person: string): Promise<void> {
  const lockedUntil = instant(context.clock.now() + LOCK_MS);
  await write(context.database, SYSTEM, (tx) => countFailure(tx, person, lockedUntil));
}

function sealSecret({ sealer }: Context, person: string, secret: string): string {
  return sealer.seal('text', `account:${person}:totp`, secret).cipher;
}

function openSecret({ sealer }: Context, person: string, cipher: string): string {
  return sealer.open(`account:${person}:totp`, { cipher, tail: '', index: '' });
}
