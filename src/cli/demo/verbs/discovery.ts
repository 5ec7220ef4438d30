import { randomUUID } from 'node:crypto';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import * as contract from '../../../modules/discovery/contract.ts';
import type { Desk, Reply } from '../desk.ts';

/** The body of a report, for a journey to change. */
export function hardshipReport(village: string, seenOn: LocalDate, name = '赵演一') {
  return {
    discoveryId: randomUUID(),
    village,
    name,
    idNumber: null as string | null,
    phone: '19900090001',
    address: '村口第三户',
    people: 2,
    seen: '屋顶塌了一半，老人独自在家，米缸见底',
    seenOn,
    source: 'village-round',
    informant: '邻居李演安',
    urgent: false,
    needsHelp: false,
    photos: [] as readonly unknown[],
  };
}

/** Reports a family; answers the report's id. */
export async function reportHardship(
  desk: Desk,
  body: ReturnType<typeof hardshipReport>,
): Promise<string> {
  await desk.must(contract.reportHardship, {}, body);
  return body.discoveryId;
}

export async function discoverySeen(desk: Desk, discoveryId: string) {
  return (await desk.ask(contract.discoveryView, { discoveryId })).body;
}

export async function tellFamily(desk: Desk, discoveryId: string, on: LocalDate): Promise<Reply> {
  const { version } = await discoverySeen(desk, discoveryId);
  const body = { on, how: '上门讲解低保和临时救助政策，留下办事指南' };
  return desk.must(contract.tellFamily, { discoveryId }, body, { ifMatch: version });
}

/** Begins an application from a report; answers the case id. */
export async function openFromReport(
  desk: Desk,
  discoveryId: string,
  village: string,
  scheme: Scheme = 'dibao',
): Promise<string> {
  const caseId = randomUUID();
  await desk.must(contract.openFromReport, { caseId }, { discoveryId, village, scheme });
  return caseId;
}
