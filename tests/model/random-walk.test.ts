import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import type { Cast } from '../../src/cli/demo/story.ts';
import {
  giveAuthority,
  resumeInstrument,
  suspendInstrument,
} from '../../src/cli/demo/verbs/delegation.ts';
import { openCase } from '../../src/cli/demo/verbs/intake.ts';
import { dayOf } from '../../src/kernel/clock.ts';
import { fen } from '../../src/kernel/fen.ts';
import { addDays, type LocalDate, localDate } from '../../src/kernel/local-date.ts';
import { caseKind, timelineOf } from '../../src/modules/case/store.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { read, SYSTEM } from '../../src/platform/database/database.ts';
import { checkFolds } from '../../src/platform/record/rebuild.ts';
import { findStream } from '../../src/platform/record/record.ts';
import { verifyChains } from '../../src/platform/record/verify.ts';
import { castOf } from '../cast.ts';
import { COUNTY, type County, LUOJIANG, openCounty } from '../county.ts';
import { violations } from './invariants.ts';
import { acts, nextOf, type Walker } from './random-case.ts';

const VILLAGE = '511702102200';
// A short walk on every commit; a long campaign sets YIMEN_MODEL_RUNS.
const RUNS = Number(process.env['YIMEN_MODEL_RUNS'] || 6);
const STEPS = 45;

const step = fc.record({
  act: fc.oneof(
    { weight: 6, arbitrary: fc.constant('next') },
    { weight: 3, arbitrary: fc.constantFrom(...Object.keys(acts)) },
    { weight: 1, arbitrary: fc.constantFrom('suspend', 'resume') },
  ),
  days: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 9 }) },
  ),
});

describe('任意顺序的合法与违法操作，不变量始终成立', () => {
  const standards = createStandards();
  let county: County;
  let cast: Cast;
  let instrument: string;
  let day: LocalDate;
  let number = 0;
  const authority: { from: number; to: number }[] = [];
  const reached = new Map<string, number>();

  beforeAll(async () => {
    day = localDate('2024-01-08');
    county = await openCounty(day);
    const aid = await county.desk('aid-officer', COUNTY);
    const second = await county.desk('aid-officer', COUNTY, 1);
    const content = { issuedOn: localDate('2024-01-02'), from: localDate('2024-01-02'), to: null };
    instrument = await giveAuthority(aid, second, LUOJIANG, content);
    authority.push({ from: county.clock.now(), to: Number.POSITIVE_INFINITY });
    cast = await castOf(county, LUOJIANG);
  });
  afterAll(() => county.close());

  const move = (days: number) => {
    if (days === 0) return;
    day = addDays(day, days);
    county.clock.set(day);
  };

  const turnAuthority = async (to: 'suspend' | 'resume') => {
    const leader = cast.leader;
    if (to === 'suspend') {
      await suspendInstrument(leader, instrument);
      const last = authority.at(-1);
      if (last) authority[authority.length - 1] = { ...last, to: county.clock.now() };
    } else {
      await resumeInstrument(leader, instrument);
      authority.push({ from: county.clock.now(), to: Number.POSITIVE_INFINITY });
    }
  };

  const check = async (caseId: string) => {
    const { database } = county.app.context;
    const found = await read(database, SYSTEM, async (tx) => ({
      loaded: await findStream(tx, caseKind(standards), caseId),
      timeline: await timelineOf(tx, caseId),
    }));
    if (!found.loaded) return;
    const decided = found.timeline.find((each) => each.type === 'DecisionMade');
    const known = {
      calendar: standards.calendarOf(VILLAGE),
      authority,
      decidedAt: decided?.recordedAt ?? 0,
    };
    expect(violations(found.loaded.state, known)).toEqual([]);
    const { decision } = found.loaded.state.confirmation;
    if (decision) reached.set(decision.route, (reached.get(decision.route) ?? 0) + 1);
  };

  const walk = async (steps: readonly { act: string; days: number }[]) => {
    number += 1;
    const incomes = [60_000, 124_000, 123_999] as const;
    const monthlyIncome = fen(incomes[number % incomes.length] ?? 60_000);
    const family = simpleFamily({ number, village: VILLAGE, members: 2, monthlyIncome });
    const caseId = await openCase(cast.clerk, VILLAGE);
    const walker: Walker = { cast, family, caseId, today: () => dayOf(county.clock.now()) };
    for (const { act, days } of steps) {
      move(days);
      try {
        if (act === 'suspend' || act === 'resume') await turnAuthority(act);
        else await acts[act === 'next' ? await nextOf(walker) : act]?.(walker);
      } catch (error) {
        // A refusal is a lawful answer; a failure of the server or of this test is not.
        const { message } = error as Error;
        if (!/: 4\d\d|nothing hangs|nobody here|: 404/.test(message)) throw error;
      }
      await check(caseId);
    }
  };

  it(`${RUNS} 次随机办理，每次 ${STEPS} 步`, { timeout: 3_600_000 }, async () => {
    const walks = fc.array(step, { minLength: STEPS, maxLength: STEPS });
    // The first walk only does what comes next, so that a decision is reached whatever chance brings.
    const straight = Array.from({ length: STEPS }, () => ({ act: 'next', days: 1 }));
    await fc.assert(fc.asyncProperty(walks, walk), {
      numRuns: RUNS,
      endOnFailure: true,
      examples: [[straight]],
    });
    expect(reached.size, '随机办理应当走到决定').toBeGreaterThan(0);
  });

  it('由记录重算的状态与当前状态一致，记录链完整', async () => {
    const { database } = county.app.context;
    const folds = await read(database, SYSTEM, (tx) => checkFolds(tx, caseKind(standards)));
    expect(folds.mismatches).toEqual([]);
    expect((await read(database, SYSTEM, verifyChains)).fault).toBeNull();
  });
});
