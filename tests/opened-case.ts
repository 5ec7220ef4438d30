import { randomUUID } from 'node:crypto';
import { localDate } from '../src/kernel/local-date.ts';
import { placeCode } from '../src/kernel/place.ts';
import type { CaseEvent } from '../src/modules/case/index.ts';
import { caseKind } from '../src/modules/case/store.ts';
import { createStandards } from '../src/modules/standards/store.ts';
import { SYSTEM, write } from '../src/platform/database/database.ts';
import { append, lockStream } from '../src/platform/record/record.ts';
import type { County } from './county.ts';

const standards = createStandards();

/** Appends events to a case as the server would, for tests of what comes after them. */
export async function appendToCase(
  county: County,
  caseId: string,
  area: string,
  ...events: CaseEvent[]
): Promise<number> {
  const kind = caseKind(standards);
  return write(county.app.context.database, SYSTEM, async (tx) => {
    const loaded = (await lockStream(tx, kind, caseId)) ?? {
      id: caseId,
      area,
      version: 0,
      state: kind.initial,
    };
    const after = await append(tx, kind, loaded, events, {
      actor: county.person('case-officer', area.slice(0, 9)),
      post: 'test',
      command: randomUUID(),
      recordedAt: county.clock.now(),
    });
    return after.version;
  });
}

/** A case that is open and accepted in a village, with nothing else in it. */
export async function acceptedCase(
  county: County,
  village: string,
  acceptedOn: string,
): Promise<{ caseId: string; version: number }> {
  const caseId = randomUUID();
  const version = await appendToCase(
    county,
    caseId,
    village,
    {
      type: 'CaseOpened',
      scheme: 'dibao',
      channel: 'ordinary',
      township: placeCode(village.slice(0, 9)),
      village: placeCode(village),
      route: 'township',
      routeBecause: '测试',
      flowVersion: 1,
    },
    { type: 'ApplicationAccepted', number: `T-${caseId.slice(0, 8)}`, on: localDate(acceptedOn) },
  );
  return { caseId, version };
}
