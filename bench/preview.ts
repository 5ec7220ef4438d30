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
import type { Compared } from '../src/modules/preview/effect.ts';
import { dibaoAmounts } from '../src/modules/preview/month-amount.ts';
import type { Change } from '../src/modules/preview/preview.ts';
import { createStandards } from '../src/modules/standards/store.ts';
import type { HouseholdFacts } from '../src/rules/facts.ts';
import { packedFacts } from '../src/rules/packed-facts.ts';
import { villageOf } from './casework.ts';
import { type BenchProgram, startProgram } from './program.ts';
import { caseloadOf, familiesFor } from './rules/caseload.ts';

const COUNTY = placeCode('511702');
const TOWNSHIP = '511702102';
const LOOK_MS = 250;
/** Households decided in one go: as many families are really different. */
const AT_ONCE = 16_384;
const DAY = localDate('2026-07-06');
const RAISED: Change = {
  ...{ kind: 'standard', urban: null, rural: fen(68_000), from: localDate('2026-01-01') },
};

/**
 * What a raised standard changes: for 50,000 households of a county through HTTP, from the rows of the register to the
 * stored list of who gains, under every scheme; and 低保 for 4,000,000 already in columns, as a province would ask.
 */
export async function benchPreview(io: Io, options: { short: boolean }): Promise<void> {
  const [stored, held] = options.short ? [2000, 4096] : [50_000, 4_000_000];
  const families = familiesFor(held);
  const packed = families.map((facts) => Buffer.from(packedFacts(facts)));
  const program = await startProgram();
  try {
    await fill(program, packed, stored);
    await throughHttp(io, program, stored);
  } finally {
    await program.close();
  }
  inMemory(io, families, held);
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

/** 低保 before and after, from columns, so many at a time: what a province has of them. */
function inMemory(io: Io, families: readonly HouseholdFacts[], households: number): void {
  const { before, after, day } = comparedSides();
  const caseload = caseloadOf(families, AT_ONCE);
  const rounds = Math.ceil(households / caseload.size);
  const began = performance.now();
  let [gain, more, open] = [0, 0, 0];
  for (let round = 0; round < rounds; round += 1) {
    const amounts = dibaoAmounts(caseload);
    const [was, will] = [before, after].map(({ region, knownOn }) =>
      amounts(region, { on: day, knownOn }),
    );
    for (const [index, old] of (was ?? []).entries()) {
      const now = will?.[index] ?? null;
      if (old === null || now === null) open += 1;
      else if (now > old) {
        gain += 1;
        more += now - old;
      }
    }
  }
  const seconds = (performance.now() - began) / 1000;
  const size = rounds * caseload.size;
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  io.out(
    `  低保 of ${grouped(size)} households in columns, before and after, one thread: ` +
      `${seconds.toFixed(1)} s, ${grouped(Math.round(size / seconds))} households/s; ` +
      `${grouped(gain)} gain ${grouped(Math.round(more / 100))} yuan a month, ${grouped(open)} cannot be decided; ` +
      `peak of the process ${peak} MB`,
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
