import { readFileSync } from 'node:fs';
import {
  allRoles,
  caseReaders,
  countyRoles,
  type Role,
  townshipRoles,
} from '../../src/modules/identity/index.ts';

/** Which roles may use a route; 'anyone' also without a session. */
export type Policy = ReadonlyMap<string, readonly Role[] | 'anyone'>;

const groups: Readonly<Record<string, readonly Role[]>> = {
  乡镇: townshipRoles,
  县级: countyRoles,
  阅卷: caseReaders,
  全体: allRoles,
};

/** Reads the hand-written table; throws on a word that is no role and on a route written twice. */
export function readPolicy(
  text = readFileSync(new URL('policy.csv', import.meta.url), 'utf8'),
): Policy {
  const policy = new Map<string, readonly Role[] | 'anyone'>();
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [route = '', words = ''] = line.split(',');
    if (policy.has(route)) throw new Error(`${route} 在 policy.csv 中写了两次`);
    policy.set(route, words === '任何人' ? 'anyone' : words.split(' ').flatMap(rolesOf));
  }
  return policy;
}

function rolesOf(word: string): readonly Role[] {
  const group = groups[word];
  if (group) return group;
  const role = allRoles.find((each) => each === word);
  if (!role) throw new Error(`policy.csv：没有岗位 ${word}`);
  return [role];
}
