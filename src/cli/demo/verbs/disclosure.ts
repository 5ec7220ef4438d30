import { randomUUID } from 'node:crypto';
import * as contract from '../../../modules/disclosure/contract.ts';
import type { Desk } from '../desk.ts';

export type TypedOfficial = {
  readonly name: string;
  readonly idNumber: string;
  readonly phone?: string;
  readonly position: string;
  readonly place: string;
  readonly kind?: 'staff' | 'village-official';
  readonly person?: string;
};

export type TypedRelative = {
  readonly name: string;
  readonly relation: string;
  readonly idNumber: string | null;
};

/** The county's clerk puts an official into the register with their relatives; answers the entry's id. */
export async function registerOfficial(
  desk: Desk,
  official: TypedOfficial,
  relatives: readonly TypedRelative[] = [],
): Promise<string> {
  const entryId = randomUUID();
  const { kind = 'village-official', phone = null, person = null, ...rest } = official;
  await desk.must(contract.addRegisterEntry, {}, { entryId, kind, phone, person, ...rest });
  if (relatives.length > 0) {
    const given = contract.declareRelativesOfOfficial;
    await desk.must(given, { entryId }, { relatives }, { ifMatch: 1 });
  }
  return entryId;
}

/** An official declares their own relatives, from whatever post they sit in. */
export async function declareOwnRelatives(
  desk: Desk,
  relatives: readonly TypedRelative[],
): Promise<void> {
  const { body } = await desk.ask(contract.ownRegisterEntry, {});
  if (!body.entry) throw new Error('the asker does not stand in the register');
  const ifMatch = body.entry.version;
  await desk.must(contract.declareOwnRelatives, {}, { relatives }, { ifMatch });
}
