import { randomUUID } from 'node:crypto';
import type { Clock } from '../../kernel/clock.ts';
import { countyOf, type PlaceCode } from '../../kernel/place.ts';
import { dayOf } from '../../kernel/clock.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { WriteTx } from '../../platform/database/database.ts';
import { append } from '../../platform/record/record.ts';
import type { PersonEvent } from './person.ts';
import type { Role } from './role.ts';
import { personKind } from './store.ts';

export type Appointee = {
  readonly id: string;
  readonly name: string;
  readonly loginName: string | null;
  readonly postId: string;
  readonly role: Role;
  readonly place: PlaceCode;
  readonly from: LocalDate;
  readonly basis: string;
};

/**
 * Puts a person with one held post into an installation that has no administrators yet (first start, demo, tests).
 * It is recorded like any other appointment, with 'installation' as its actor: there is nobody else to have done it.
 */
export async function appoint(tx: WriteTx, clock: Clock, appointee: Appointee): Promise<void> {
  const { id, name, loginName, postId, role, place, from, basis } = appointee;
  const grant = { postId, role, area: place, from, to: null, basis };
  const events: PersonEvent[] = [
    { type: 'PersonRegistered', name, loginName },
    { type: 'PostAsked', grant },
    { type: 'PostApproved', postId },
  ];
  const recordedAt = clock.now();
  const act = { actor: 'installation', post: '-', command: randomUUID(), recordedAt };
  const fresh = { id, area: countyOf(place), version: 0, state: personKind.initial };
  await append(tx, personKind, fresh, events, { ...act, occurredOn: dayOf(recordedAt) });
}
