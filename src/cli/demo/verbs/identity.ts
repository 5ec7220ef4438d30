import { randomUUID } from 'node:crypto';
import { localDate } from '../../../kernel/local-date.ts';
import * as contract from '../../../modules/identity/contract.ts';
import type { Role } from '../../../modules/identity/index.ts';
import type { Desk, Reply } from '../desk.ts';

export async function personVersion(desk: Desk, personId: string): Promise<number> {
  const { body } = await desk.ask(contract.personList, {});
  const found = body.persons.find((each) => each.personId === personId);
  if (!found) throw new Error(`no person ${personId}`);
  return found.version;
}

/** The system administrator enters a person; answers the person's id. */
export async function registerPerson(
  desk: Desk,
  county: string,
  name: string,
  loginName: string,
): Promise<string> {
  const personId = randomUUID();
  await desk.must(contract.registerPerson, {}, { personId, county, name, loginName });
  return personId;
}

/** The system administrator asks for a post; answers its id. It is not held yet. */
export async function askForPost(
  desk: Desk,
  personId: string,
  role: Role,
  area: string,
): Promise<string> {
  const postId = randomUUID();
  const from = localDate('2026-01-01');
  const body = { postId, role, area, from, to: null, basis: '任职通知（演示）' };
  const ifMatch = await personVersion(desk, personId);
  await desk.must(contract.grantPost, { personId }, body, { ifMatch });
  return postId;
}

export async function approvePost(desk: Desk, personId: string, postId: string): Promise<Reply> {
  const ifMatch = await personVersion(desk, personId);
  return desk.must(contract.approvePost, { personId, postId }, {}, { ifMatch });
}

export async function endPost(desk: Desk, personId: string, postId: string): Promise<Reply> {
  const ifMatch = await personVersion(desk, personId);
  return desk.must(contract.endPost, { personId, postId }, { reason: '调离本岗位' }, { ifMatch });
}

export async function setFirstPassword(
  desk: Desk,
  personId: string,
  password: string,
): Promise<Reply> {
  const ifMatch = await personVersion(desk, personId);
  return desk.must(contract.setFirstPassword, { personId }, { password }, { ifMatch });
}
