import { randomBytes, randomUUID } from 'node:crypto';
import { type Clock, dayOf } from '../kernel/clock.ts';
import { type PlaceCode, placeCode } from '../kernel/place.ts';
import { appoint } from '../modules/identity/appoint.ts';
import { storeFirstPassword } from '../modules/identity/store.ts';
import { hashPassword } from '../platform/crypto/password.ts';
import { type Database, SYSTEM, write } from '../platform/database/database.ts';

export type FirstAccount = {
  readonly title: string;
  readonly loginName: string;
  /** Works for one sign-in; shown once and kept nowhere. */
  readonly password: string;
};

const administrators = [
  { role: 'system-admin', loginName: 'system', title: '系统管理员' },
  { role: 'security-admin', loginName: 'security', title: '安全管理员' },
  { role: 'audit-admin', loginName: 'audit', title: '审计管理员' },
  // No county's administrator may give a post above the county, so the city's stands here.
  { role: 'city-viewer', loginName: 'city', title: '市级民政（只看汇总）' },
] as const;

/** Gives an empty county its three administrators, who set up everybody else (三员), and the city its view of sums. */
export async function bootstrapCounty(
  database: Database,
  clock: Clock,
  county: PlaceCode,
): Promise<readonly FirstAccount[]> {
  const accounts = await Promise.all(
    administrators.map(async (each) => {
      const password = `${randomBytes(12).toString('base64url')}-9z`;
      return { ...each, id: randomUUID(), password, encoded: await hashPassword(password) };
    }),
  );
  await write(database, SYSTEM, async (tx) => {
    for (const { id, title, loginName, role, encoded } of accounts) {
      const place = role === 'city-viewer' ? placeCode(`${county.slice(0, 4)}00`) : county;
      const post = { postId: randomUUID(), role, place, from: dayOf(clock.now()) };
      await appoint(tx, clock, { id, name: title, loginName, basis: '系统安装', ...post });
      await storeFirstPassword(tx, id, encoded, clock.now());
    }
  });
  return accounts.map(({ title, loginName, password }) => ({ title, loginName, password }));
}
