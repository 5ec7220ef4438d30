import type { FileRef } from '../../../kernel/evidence.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { ValueOf } from '../../../kernel/contract.ts';
import * as contract from '../../../modules/takeover/contract.ts';
import type { Mapping } from '../../../modules/takeover/ledger-column.ts';
import type { Desk, Reply } from '../desk.ts';

type View = ValueOf<(typeof contract.takeoverView)['answer']>;

/** Brings a ledger; answers its id. */
export async function bringLedger(desk: Desk, name: string, bytes: Uint8Array): Promise<string> {
  const { status, body } = await desk.upload('/api/takeovers', name, bytes);
  if (status !== 200) throw new Error(`ledger ${name}: ${status} ${JSON.stringify(body)}`);
  return (body as { takeoverId: string }).takeoverId;
}

export async function seenTakeover(desk: Desk, takeoverId: string): Promise<View> {
  const { status, body } = await desk.ask(contract.takeoverView, { takeoverId });
  if (status !== 200) throw new Error(`takeover ${takeoverId}: ${status}`);
  return body;
}

const PAUSE_MS = 50;
const MOST_LOOKS = 12_000;

/** The ledger once nothing is done with it any more, looked at again and again as the screen does. */
export async function restingTakeover(desk: Desk, takeoverId: string): Promise<View> {
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const view = await seenTakeover(desk, takeoverId);
    if (view.phase !== 'checking' && view.phase !== 'registering') return view;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error(`takeover ${takeoverId} does not come to rest`);
}

/** Settles how it is read, as the screen proposes it, and has it checked. */
export async function checkedLedger(
  desk: Desk,
  takeoverId: string,
  { asOf, ...more }: { readonly asOf: LocalDate; readonly system?: string; mapping?: Mapping },
): Promise<View> {
  const { version, guess } = await seenTakeover(desk, takeoverId);
  const body = { mapping: guess.mapping, system: guess.system, asOf, ...more };
  await desk.must(contract.settleLayout, { takeoverId }, body, { ifMatch: version });
  return restingTakeover(desk, takeoverId);
}

/** Has the good households entered. */
export async function enteredLedger(
  desk: Desk,
  takeoverId: string,
  scans: readonly FileRef[],
): Promise<View> {
  const { version } = await seenTakeover(desk, takeoverId);
  await desk.must(contract.orderRegistration, { takeoverId }, { scans }, { ifMatch: version });
  return restingTakeover(desk, takeoverId);
}

/** Somebody else finds every entry as its document has it, page by page; answers how many. */
export async function comparedLedger(desk: Desk, takeoverId: string): Promise<number> {
  let confirmed = 0;
  for (;;) {
    const { body } = await desk.ask(contract.entriesToCompare, { takeoverId }, { limit: '100' });
    const agree = body.entries.map(({ benefitId }) => benefitId);
    if (agree.length === 0) return confirmed;
    const reply = await compareEntries(desk, takeoverId, { agree, disagree: [] });
    confirmed += (reply.body as { confirmed: number }).confirmed;
  }
}

export function compareEntries(
  desk: Desk,
  takeoverId: string,
  body: ValueOf<(typeof contract.compareEntries)['body']>,
): Promise<Reply> {
  return desk.must(contract.compareEntries, { takeoverId }, body);
}
