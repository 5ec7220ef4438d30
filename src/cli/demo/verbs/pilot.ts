import { randomUUID } from 'node:crypto';
import type { LocalDate } from '../../../kernel/local-date.ts';
import * as contract from '../../../modules/pilot/contract.ts';
import type { Desk } from '../desk.ts';

/** The county names a batch of townships for 低保; answers its id. */
export async function begunPilot(
  desk: Desk,
  townships: readonly string[],
  from: LocalDate,
): Promise<string> {
  const pilotId = randomUUID();
  await desk.must(
    contract.beginPilot,
    {},
    {
      ...{ pilotId, name: '第一批试点', document: '通川府办发〔2026〕演1号', from, townships },
      ...{ matters: ['dibao'], acts: ['confirm', 'change', 'stop'], monthsBefore: 6 },
    },
  );
  return pilotId;
}
