import { randomUUID } from 'node:crypto';
import type { FileRef } from '../../../kernel/evidence.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import * as contract from '../../../modules/complaint/contract.ts';
import type { Desk, Reply } from '../desk.ts';

export const demoReporter = { name: '戊演谷', phone: '13999990001', address: '罗江镇演示村三组' };

/** Somebody phones the county about a place. Answers the complaint's id. */
export async function registerComplaint(
  desk: Desk,
  about: { readonly on: LocalDate; readonly place: string; readonly accused?: readonly string[] },
): Promise<string> {
  const complaintId = randomUUID();
  await desk.must(
    contract.registerComplaint,
    { complaintId },
    {
      ...{ channel: 'phone', receivedOn: about.on, place: about.place, files: [] },
      accused: about.accused ?? [],
      text: '邻居家长子在镇上开店，家里有车，还在申请低保，请核查。',
      reporter: demoReporter,
    },
  );
  return complaintId;
}

type Commands = Extract<
  (typeof contract)[keyof typeof contract],
  { readonly path: `/complaints/:complaintId/${string}` }
>;

/** Does something about a complaint as it stands. */
export async function handle(
  desk: Desk,
  complaintId: string,
  command: Commands,
  body: unknown = {},
): Promise<Reply> {
  const { version } = (await desk.ask(contract.complaintView, { complaintId })).body;
  return desk.give(command as typeof contract.acceptComplaint, { complaintId }, body, {
    ifMatch: version,
  });
}

export const toldBy = (on: LocalDate, proof: FileRef) => ({ on, manner: 'letter' as const, proof });
