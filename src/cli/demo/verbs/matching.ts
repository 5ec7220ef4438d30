import type { ValueOf } from '../../../kernel/contract.ts';
import type { FileRef } from '../../../kernel/evidence.ts';
import type { LocalDate, Month } from '../../../kernel/local-date.ts';
import * as contract from '../../../modules/matching/contract.ts';
import type { Desk, Reply } from '../desk.ts';

type Load = contract.LoadLine;
type Run = contract.RunLine;

/** Brings a file of a source; answers whatever came back. */
export function bringSnapshot(
  desk: Desk,
  { source, asOf, name = '数据.csv' }: { source: string; asOf: LocalDate; name?: string },
  bytes: Uint8Array,
): Promise<Reply> {
  return desk.upload(`/api/matching/sources/${source}/snapshots/${asOf}`, name, bytes);
}

const PAUSE_MS = 30;
const MOST_LOOKS = 20_000;

async function awaited<T>(look: () => Promise<T | null>, what: string): Promise<T> {
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const found = await look();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error(`${what} does not come to rest`);
}

/** The load once nothing is done with it any more. */
export function restingLoad(desk: Desk, loadId: string): Promise<Load> {
  return awaited(async () => {
    const { body } = await desk.ask(contract.snapshotList, {});
    const load = body.loads.find((each) => each.loadId === loadId);
    return load && load.phase !== 'loading' ? load : null;
  }, `load ${loadId}`);
}

/** Brings rows of a source as a CSV and waits until they are in. */
export async function loadedSnapshot(
  desk: Desk,
  file: { source: string; asOf: LocalDate },
  lines: readonly (readonly string[])[],
): Promise<Load> {
  const text = lines.map((cells) => `${cells.join(',')}\r\n`).join('');
  const { status, body } = await bringSnapshot(desk, file, Buffer.from(text));
  if (status !== 200) throw new Error(`${file.source}: ${status} ${JSON.stringify(body)}`);
  return restingLoad(desk, (body as { loadId: string }).loadId);
}

/** Orders a comparison for a month and waits for its end. */
export async function finishedMatching(desk: Desk, month: Month): Promise<Run> {
  const { body } = await desk.must(contract.orderMatching, {}, { month });
  const { runId } = body as { runId: string };
  return awaited(async () => {
    const { body: list } = await desk.ask(contract.matchingList, {});
    const run = list.runs.find((each) => each.runId === runId);
    return run && (run.phase === 'done' || run.phase === 'failed') ? run : null;
  }, `matching ${runId}`);
}

type Findings = ValueOf<(typeof contract.findingList)['answer']>;

export async function seenFindings(
  desk: Desk,
  search: Record<string, string> = {},
): Promise<Findings> {
  const { status, body } = await desk.ask(contract.findingList, {}, { limit: '200', ...search });
  if (status !== 200) throw new Error(`findings: ${status}`);
  return body;
}

export function settleFinding(
  desk: Desk,
  findingId: string,
  body: { outcome: string; reason: string; files: readonly FileRef[] },
): Promise<Reply> {
  return desk.give(contract.settleFinding, { findingId }, body);
}
