import pg from 'pg';
import type { Io } from '../src/cli/assess.ts';
import { grouped } from '../src/cli/assess/bulk/progress.ts';
import { simpleFamily } from '../src/cli/demo/simple-family.ts';
import { acceptedCase } from '../src/cli/demo/verbs/intake.ts';
import { fen } from '../src/kernel/fen.ts';
import { localDate } from '../src/kernel/local-date.ts';
import { placeCode } from '../src/kernel/place.ts';
import { changedRegion } from '../src/modules/preview/changed-region.ts';
import { previewView, startPreview } from '../src/modules/preview/contract.ts';
import { type Compared, effectsOf } from '../src/modules/preview/effect.ts';
import type { Change } from '../src/modules/preview/preview.ts';
import { createStandards } from '../src/modules/standards/store.ts';
import { packedFacts } from '../src/rules/packed-facts.ts';
import { villageOf } from './casework.ts';
import { type BenchProgram, startProgram } from './program.ts';
import { familiesFor } from './rules/caseload.ts';

const COUNTY = placeCode('511702');
const TOWNSHIP = '511702102';
/** As the program goes through a caseload. */
const CHUNK = 2048;
const LOOK_MS = 250;
const DAY = localDate('2026-07-06');
const RAISED: Change = {
  ...{ kind: 'standard', urban: null, rural: fen(68_000), from: localDate('2026-01-01') },
};

/**
 * What a raised standard changes: for 50,000 households of a county through HTTP, from the rows of the register to the
 * stored list of who gains; and for 4,000,000 already in memory, as a province would, by the same function.
 */
export async function benchPreview(io: Io, options: { short: boolean }): Promise<void> {
  const [stored, held] = options.short ? [2000, 4096] : [50_000, 4_000_000];
  const packed = familiesFor(held).map((facts) => Buffer.from(packedFacts(facts)));
  const program = await startProgram();
  try {
    await fill(program, packed, stored);
    await throughHttp(io, program, stored);
  } finally {
    await program.close();
  }
  inMemory(io, packed, held);
}

/** Decided households: the rows of one case for all of them, each with facts of its own. */
async function fill(
  program: BenchProgram,
  packed: readonly Buffer[],
  households: number,
): Promise<void> {
  const desk = await program.desk('window-clerk', TOWNSHIP);
  const family = { number: 1, village: villageOf(TOWNSHIP), members: 2 as const };
  const template = await acceptedCase(
    desk,
    simpleFamily({ ...family, monthlyIncome: fen(20_000) }),
  );
  const owner = new pg.Client({ connectionString: program.ownerUrl });
  await owner.connect();
  try {
    await owner.query(
      `create temporary table sample as
        select ordinality - 1 as position, packed from unnest($1::bytea[]) with ordinality as r (packed)`,
      [packed],
    );
    await owner.query(
      `insert into case_row
        select r.* from case_row t, generate_series(1, $2::int) n, lateral jsonb_populate_record(t,
          jsonb_build_object('case_id', 'bench-' || n, 'number', 'bench-' || n, 'status', 'granted')) r
        where t.case_id = $1`,
      [template, households],
    );
    await owner.query(
      `insert into case_facts (case_id, area, county, township, status, amount, start_month, facts, scheme, packed)
        select c.case_id, c.area, c.county, c.township, 'granted', 40000, '2026-04', '', 'dibao', s.packed
        from case_row c join sample s on s.position = substr(c.case_id, 7)::int % $1::int
        where c.case_id like 'bench-%'`,
      [packed.length],
    );
    await owner.query('vacuum analyze');
  } finally {
    await owner.end();
  }
}

async function throughHttp(io: Io, program: BenchProgram, households: number): Promise<void> {
  const officer = await program.desk('aid-officer', COUNTY);
  const previewId = crypto.randomUUID();
  const began = performance.now();
  await officer.must(startPreview, { previewId }, { title: '提高农村标准', change: RAISED });
  for (;;) {
    const { body } = await officer.ask(previewView, { previewId });
    if (body.state === 'done') {
      const seconds = (performance.now() - began) / 1000;
      if (body.done !== households) throw new Error(`${body.done} of ${households} looked at`);
      io.out(
        `preview: ${grouped(households)} households of a county, from the register to the stored list: ` +
          `${seconds.toFixed(1)} s, ${grouped(Math.round(households / seconds))} households/s`,
      );
      return;
    }
    if (body.state === 'failed') throw new Error(`the preview ${body.state}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

function inMemory(io: Io, packed: readonly Buffer[], households: number): void {
  const compared = comparedSides();
  const decisions = [
    { scheme: 'dibao', status: 'granted', amount: 40_000, startMonth: '2026-04' },
  ] as const;
  const began = performance.now();
  let gain = 0;
  for (let first = 0; first < households; first += CHUNK) {
    const size = Math.min(CHUNK, households - first);
    const chunk = Array.from({ length: size }, (_, at) => ({
      ...{ facts: packed[(first + at) % packed.length] ?? Buffer.of(), decisions },
    }));
    for (const { effects } of effectsOf(chunk, compared)) {
      if (effects.some(({ effect }) => effect === 'gain')) gain += 1;
    }
  }
  const seconds = (performance.now() - began) / 1000;
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  io.out(
    `  ${grouped(households)} packed households in memory, every scheme before and after, one thread: ` +
      `${seconds.toFixed(1)} s, ${grouped(Math.round(households / seconds))} households/s; ` +
      `${grouped(gain)} gain; peak of the process ${peak} MB`,
  );
}

function comparedSides(): Compared {
  const { regionJson: readJson, regionOf } = createStandards();
  const where = { county: COUNTY, readJson, today: DAY };
  const after = changedRegion(RAISED, where);
  return {
    ...{ before: { region: regionOf(COUNTY), knownOn: DAY }, after, day: DAY },
    months: [],
  };
}
