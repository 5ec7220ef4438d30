import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Caseload } from '../../src/rules/bulk/caseload.ts';
import * as hand from './hand-column.ts';
import { DAY } from './county.ts';

/** What the C program found on the whole caseload, and the seconds of its thread in each round. */
export type CFloor = {
  readonly seconds: readonly number[];
  readonly eligible: number;
  readonly amount: number;
};

/** Compiles and runs `floor.c` on the same caseload; null where the machine has no C compiler. */
export function measuredInC(
  caseload: Caseload,
  { different, rounds }: { readonly different: number; readonly rounds: number },
): CFloor | null {
  if (spawnSync('cc', ['--version']).status !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'yimen-floor-'));
  try {
    const [program, columns] = [join(folder, 'floor'), join(folder, 'columns')];
    const source = fileURLToPath(new URL('./floor.c', import.meta.url));
    run('cc', ['-O3', '-o', program, source]);
    writeFileSync(columns, columnsFor(caseload, different));
    const times = Math.round(caseload.size / different);
    const lines = run(program, [columns, String(times), String(rounds)])
      .trim()
      .split('\n');
    const [eligible = 0, amount = 0] = (lines.pop() ?? '').split(' ').map(Number);
    return { seconds: lines.map(Number), eligible, amount };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(program: string, args: readonly string[]): string {
  const done = spawnSync(program, args, { encoding: 'utf8' });
  if (done.status === 0) return done.stdout;
  throw new Error(`${program} ended with ${done.status}: ${done.stderr}`);
}

/** What floor.c reads: the day, the areas, the code lists, and every array of the chunks that differ. */
function columnsFor(caseload: Caseload, different: number): Uint8Array {
  const chunks = hand.handChunks(caseload);
  let size = 0;
  const own = chunks.filter(({ households }) => (size += households) <= different);
  const areas = hand
    .handAreas(caseload.areas)
    .flatMap(({ standard, wageCostCap, full, partial }) => [standard, wageCostCap, full, partial]);
  const day = Number(DAY.replaceAll('-', ''));
  return Buffer.concat([
    numbers(own.length, day, areas.length / 4, ...areas),
    ...codeLists(),
    ...own.flatMap(({ households, ...arrays }) => [
      numbers(households),
      ...Object.values(arrays).flatMap((array) => [numbers(array.byteLength), bytesOf(array)]),
    ]),
  ]);
}

function numbers(...values: readonly number[]): Uint8Array {
  return bytesOf(Int32Array.from(values));
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint8Array | Int32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** In the order and the lengths of `Codes` in floor.c. */
function codeLists(): Uint8Array[] {
  const list = (codes: Uint8Array, length = 32) => {
    const filled = new Uint8Array(length);
    filled.set(codes);
    return filled;
  };
  return [
    ...[hand.BOUND_ALWAYS, hand.BOUND_IF_FOUND, hand.SHUT_OUT, hand.UP_TO_BACHELOR].map((each) =>
      list(each),
    ),
    ...[hand.TREATED, hand.IS_LABOUR, hand.COST_SHARE].map((each) => list(each, 64)),
    ...[hand.TIMES, hand.ASSET, hand.DEDUCTED].map((each) => list(each)),
    Uint8Array.of(hand.SELF, hand.SPOUSE, hand.CHILD, hand.CLERGY, hand.FULL, hand.PARTIAL),
    Uint8Array.of(hand.WHEELCHAIR, hand.IS_VEHICLE, hand.RENTED),
  ];
}
