import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayOf } from '../../kernel/clock.ts';
import { hashPassword, verifyPassword } from '../../platform/crypto/password.ts';
import { read, SYSTEM, write } from '../../platform/database/database.ts';
import type { Asker, Context } from '../../platform/http/context.ts';
import { absent, invalid } from '../../platform/http/problem.ts';
import { askerOf, parsed, rawRoute, type Router } from '../../platform/http/route.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import { publicCommand, publicQuery } from './public-route.ts';
import { type Role, roleTitles } from './role.ts';
import { endSession, findAsker, heldPosts, moveSession } from './session.ts';
import {
  checkPassword,
  checkTotp,
  chooseOwnPassword,
  enterDemo,
  fail,
  isLocked,
} from './sign-in.ts';
import { demoPeople, findAccount, storePassword } from './store.ts';

// A whole office shares one address, so these stop a machine; the account's own lock stops a guesser.
const SIGN_INS_PER_MINUTE = 60;
const DEMO_PER_MINUTE = 600;
const COOKIE = 'yimen_session';
const WRONG = '原口令不正确，或账号暂时锁定。连续 5 次不正确将锁定 15 分钟';

export function registerSession(router: Router, standards: Standards): void {
  registerSignIn(router);
  registerOptions(router, standards);
  registerOwnSession(router, standards);
  registerPasswordChange(router);
}

function registerSignIn(router: Router): void {
  const { context } = router;
  publicCommand(router, contract.signIn, SIGN_INS_PER_MINUTE, ({ body }) =>
    checkPassword(context, body.name, body.password),
  );
  publicCommand(router, contract.chooseOwnPassword, SIGN_INS_PER_MINUTE, ({ body }) =>
    chooseOwnPassword(context, body.ticket, body.password),
  );
  publicCommand(
    router,
    contract.giveTotp,
    SIGN_INS_PER_MINUTE,
    async ({ body, request, reply }) => {
      giveCookie(request, reply, await checkTotp(context, body.ticket, body.code));
    },
  );
  publicCommand(router, contract.signInDemo, DEMO_PER_MINUTE, async ({ body, request, reply }) => {
    giveCookie(request, reply, await enterDemo(context, body.personId));
  });
  publicCommand(router, contract.signOut, DEMO_PER_MINUTE, async ({ request, reply }) => {
    const token = request.cookies[COOKIE];
    if (token) await write(context.database, SYSTEM, (tx) => endSession(tx, context.clock, token));
    reply.clearCookie(COOKIE, { path: '/' });
    // A window PC is used by many: nothing of this person stays in its cache.
    reply.header('clear-site-data', '"cache", "cookies", "storage"');
  });
}

/** `request.protocol` follows x-forwarded-proto only behind the proxy the server was told to trust. */
function giveCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  const secure = request.protocol === 'https';
  reply.setCookie(COOKIE, token, { path: '/', httpOnly: true, sameSite: 'strict', secure });
}

function registerOptions(router: Router, standards: Standards): void {
  const { context } = router;
  publicQuery(router, contract.signInOptions, async () => {
    const people = context.demo ? await read(context.database, SYSTEM, demoPeople) : [];
    return {
      demo: context.demo,
      people: people.map(({ id, name, role, area, what }) => ({
        id,
        name,
        roleTitle: titleOf(role),
        placeName: standards.nameOf(area),
        what,
      })),
    };
  });
}

function registerOwnSession(router: Router, standards: Standards): void {
  const { context } = router;
  publicQuery(router, contract.session, async ({ request }) =>
    describe(context, standards, await askerOf(context, request)),
  );
  publicCommand(router, contract.switchPost, SIGN_INS_PER_MINUTE, async (call) => {
    const { body, request, reply } = call;
    const asker = await askerOf(context, request);
    const posts = await postsOf(context, asker);
    if (!posts.some(({ id }) => id === body.postId)) throw absent();
    const token = request.cookies[COOKIE] ?? '';
    const moved = await write(context.database, SYSTEM, (tx) =>
      moveSession(tx, token, body.postId),
    );
    giveCookie(request, reply, moved);
    const now = await findAsker(context.database, context.clock, moved);
    if (!now) throw absent();
    return describe(context, standards, now);
  });
}

async function describe(context: Context, standards: Standards, asker: Asker) {
  const shown = (post: { id: string; role: string; area: string }) => ({
    id: post.id,
    role: post.role,
    roleTitle: titleOf(post.role),
    place: post.area,
    placeName: standards.nameOf(post.area),
  });
  return {
    demo: context.demo,
    person: { id: asker.person, name: asker.name },
    post: shown({ id: asker.post, role: asker.role, area: asker.area }),
    posts: (await postsOf(context, asker)).map(shown),
    county: standards.nameOf(asker.area.slice(0, 6)),
  };
}

function postsOf(context: Context, { person }: Asker) {
  return read(context.database, SYSTEM, (tx) => heldPosts(tx, person, dayOf(context.clock.now())));
}

export function titleOf(role: string): string {
  return roleTitles[role as Role] ?? role;
}

/** Its own transactions and no stored attempt: nothing made from a password may lie beside its slow hash. */
function registerPasswordChange(router: Router): void {
  rawRoute(router, contract.changePassword, access.ChangePassword, async (call) => {
    const { context, asker, request } = call;
    const { current, password } = parsed(contract.changePassword.body, request.body ?? {});
    const account = await read(context.database, SYSTEM, (tx) =>
      findAccount(tx, { person: asker.person }),
    );
    const isRight = await verifyPassword(account?.password || null, current);
    if (account && !isRight) await fail(context, account.person);
    // Whoever sits at a session left open guesses no more often here than at the door.
    if (!isRight || !account || isLocked(context, account)) throw invalid(['current'], WRONG);
    if (current === password) throw invalid(['password'], '新口令不能与原口令相同');
    const encoded = await hashPassword(password);
    await write(context.database, SYSTEM, (tx) =>
      storePassword(tx, asker.person, encoded, context.clock.now()),
    );
    return {};
  });
}
