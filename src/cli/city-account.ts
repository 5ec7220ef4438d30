import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Clock, dayOf, instant } from '../kernel/clock.ts';
import { placeCode } from '../kernel/place.ts';
import { appoint } from '../modules/identity/appoint.ts';
import { isLoginNameTaken, personKind, storeFirstPassword } from '../modules/identity/store.ts';
import { hashPassword } from '../platform/crypto/password.ts';
import { type Database, type ReadTx, SYSTEM, write } from '../platform/database/database.ts';
import { append, lockStream } from '../platform/record/record.ts';
import type { Io } from './assess.ts';
import { openInstallation } from './installation.ts';

const USAGE = `用法 / usage: yimen city-account <市代码> <登录名> <姓名>
             yimen city-account --end <登录名>
  给市级民政建立（或者终止）只看汇总的账号。县里的管理员不能给县以上的岗位，所以在服务器上办理，一样留记录。
  市代码  6 位，例如 511700；登录名  小写字母开头，3 至 31 位字母、数字`;

/** `yimen city-account`: the one post above the county, appointed or ended at an installation that is at work. */
export async function runCityAccount(args: readonly string[], io: Io): Promise<number> {
  const [first = '', second = '', name = '', ...more] = args;
  const isEnd = first === '--end' && second !== '' && name === '';
  if (more.length > 0 || !(isEnd || (/^\d{4}00$/.test(first) && name !== ''))) {
    io.err(USAGE);
    return 2;
  }
  const { database, close } = await openInstallation({ migrating: false });
  const clock = { now: () => instant(Date.now()) };
  try {
    const said = isEnd
      ? await endCityAccount(database, clock, second)
      : await appointCity(database, clock, { city: first, loginName: second, name });
    (said.ok ? io.out : io.err)(said.words);
    return said.ok ? 0 : 1;
  } finally {
    await close();
  }
}

type Said = { readonly ok: boolean; readonly words: string };
const no = (words: string): Said => ({ ok: false, words });

/** Appoints somebody of the city; the one-time password is in the words and kept nowhere. */
export async function appointCity(
  database: Database,
  clock: Clock,
  who: { readonly city: string; readonly loginName: string; readonly name: string },
): Promise<Said> {
  const { city, loginName, name } = who;
  if (!/^[a-z][a-z0-9.-]{2,30}$/.test(loginName)) {
    return no('登录名用小写字母开头，3 至 31 位字母、数字。');
  }
  if (name.trim().length < 2) return no('请写姓名（至少 2 个字）。');
  const password = `${randomBytes(12).toString('base64url')}-9z`;
  const encoded = await hashPassword(password);
  return write(database, SYSTEM, async (tx) => {
    if (!(await hasCountyOf(tx, city))) return no('这个系统里没有该市的县，请核对市代码。');
    if (await isLoginNameTaken(tx, loginName)) return no('这个登录名已有人使用，请换一个。');
    const id = randomUUID();
    await appoint(tx, clock, {
      ...{ id, name: name.trim(), loginName, postId: randomUUID(), role: 'city-viewer' },
      ...{ place: placeCode(city), from: dayOf(clock.now()), basis: '服务器上建立的市级账号' },
    });
    await storeFirstPassword(tx, id, encoded, clock.now());
    const words = `已建立市级民政（只看汇总）账号 ${loginName}，初始口令 ${password}，只显示这一次，首次登录须更换。`;
    return { ok: true, words };
  });
}

async function hasCountyOf(tx: ReadTx, city: string): Promise<boolean> {
  const found = await sql`
    select 1 from post where role = 'system-admin' and standing = 'held' and starts_with(area, ${city.slice(0, 4)})
    limit 1`.execute(tx);
  return found.rows.length > 0;
}

/** Takes the post away: the next request of whoever has it finds it gone. */
export async function endCityAccount(
  database: Database,
  clock: Clock,
  loginName: string,
): Promise<Said> {
  return write(database, SYSTEM, async (tx) => {
    const found = await sql<{ person: string; postId: string }>`
      select p.person, p.id as "postId" from post p join account a on a.person = p.person
      where p.role = 'city-viewer' and p.standing = 'held' and lower(a.name) = ${loginName.toLowerCase()}`.execute(
      tx,
    );
    const [post] = found.rows;
    const loaded = post && (await lockStream(tx, personKind, post.person));
    if (!post || !loaded) return no('没有这个登录名的市级账号，或者已经终止。');
    const recordedAt = clock.now();
    const act = { actor: 'installation', post: '-', command: randomUUID(), recordedAt };
    const { postId } = post;
    const reason = '在服务器上终止';
    await append(tx, personKind, loaded, [{ type: 'PostEnded', postId, reason }], act);
    return { ok: true, words: `已终止市级账号 ${loginName}，立即失效。` };
  });
}
