import { sql } from 'kysely';
import { registerOfficial } from '../../src/cli/demo/verbs/disclosure.ts';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { fen } from '../../src/kernel/fen.ts';
import { idNumberFrom } from '../../src/cli/demo/synthetic-identity.ts';
import { addDays, localDate } from '../../src/kernel/local-date.ts';
import { read, SYSTEM } from '../../src/platform/database/database.ts';
import { verifyChains } from '../../src/platform/record/verify.ts';
import { enterFamilies } from '../journeys/fund-families.ts';
import { createAgenda } from './agenda.ts';
import { planApplicationCourse, RELATIVE } from './application-course.ts';
import type { CountyYear } from './county-year.ts';
import { createFaultLedger, type PlantedFault } from './fault-ledger.ts';
import { registerViolations } from './register-invariants.ts';
import { compareRegister, dayInMonth, payMonth } from './money-course.ts';
import { planSupervision } from './supervision-course.ts';
import { COUNTY, openSeededOffice } from './year-office.ts';
import { workingDayFrom, type YearPlan } from './year-plan.ts';

/** What became of a year. The same seed and commit give the same, to the last hash. */
export type YearResult = {
  readonly seed: number;
  readonly planted: readonly PlantedFault[];
  readonly falseAlarms: CountyYear['ledger']['falseAlarms'];
  readonly broken: readonly string[];
  readonly examined: Readonly<Record<string, number>>;
  readonly counts: Pick<
    CountyYear,
    'newRecipients' | 'drawn' | 'visits' | 'corrections' | 'stops' | 'closedMonths' | 'paidLines'
  > & { readonly applications: number; readonly withdrawn: number; readonly events: number };
  readonly heads: readonly string[];
};

/** Lives through a county's year on the database at `url`, through the program's own HTTP; `look` sees how it ended. */
export async function liveYear(
  url: string,
  plan: YearPlan,
  look: (year: CountyYear) => Promise<void> = async () => {},
): Promise<YearResult> {
  const office = await openSeededOffice(url, plan);
  try {
    const year: CountyYear = {
      ...{ plan, office, agenda: createAgenda(), ledger: createFaultLedger() },
      calendar: office.app.standards.calendarOf(COUNTY),
      ...{
        cases: [],
        meetings: [],
        waiting: [],
        broken: [],
        entries: new Map(),
        examined: new Map(),
      },
      ...{ today: plan.from, lastPicture: null, visitedBefore: new Set() },
      ...{
        drawn: 0,
        newRecipients: 0,
        visits: 0,
        corrections: 0,
        stops: 0,
        closedMonths: 0,
        paidLines: 0,
      },
    };
    await settle(year);
    for (const applied of plan.applications) planApplicationCourse(year, applied);
    for (let at = 0; at < plan.months; at += 1) planMonth(year, at);
    await year.agenda.playAll((day, time) => {
      year.today = day;
      const target = Date.parse(`${day}T${time}:00+08:00`);
      if (target > office.clock.now()) office.clock.set(day, time);
    });
    await look(year);
    return await resultOf(year);
  } finally {
    await office.close();
  }
}

/** Who receives already, and which officials have relatives, before the year begins. */
async function settle(year: CountyYear): Promise<void> {
  const { office, plan, ledger } = year;
  const aid = office.desk('aid-officer', COUNTY);
  const letters = '禾麦谷粟豆稻黍薯桑麻';
  const nameOf = (serial: number) =>
    `演${letters[serial % 10]}${letters[Math.floor(serial / 10) % 10]}`;
  if (plan.recipients.length > 0) {
    const entered = await enterFamilies(
      aid,
      office.desk('county-leader', COUNTY),
      plan.recipients.map(({ serial }) => ({ key: `${serial}`, serial, name: nameOf(serial) })),
    );
    for (const { key, serial, way, diedOn } of plan.recipients) {
      year.entries.set(key, entered.get(nameOf(serial)) ?? '');
      if (way && diedOn) ledger.plant(key, way, diedOn);
    }
  }
  for (const [at, township] of plan.townships.entries()) {
    const number = idNumberFrom(9200 + at, addDays(localDate('1965-05-05'), at), 'male');
    const own = plan.applications.filter(
      (each) => each.way === 'kin in-register' && each.township === township,
    );
    await registerOfficial(
      aid,
      { name: RELATIVE, position: '村委会主任', place: township, idNumber: number },
      own.map((each) => relativeOf(each.number, `${township}001`)),
    );
  }
}

function relativeOf(number: number, village: string) {
  const { people } = simpleFamily({ number, village, members: 1, monthlyIncome: fen(0) });
  const [first] = people;
  return { name: first?.name ?? '', relation: '兄弟', idNumber: first?.idNumber ?? null };
}

function planMonth(year: CountyYear, at: number): void {
  const { agenda, calendar, plan } = year;
  const compared = workingDayFrom(calendar, dayInMonth(plan.from, at, '12'));
  agenda.add(compared, '10:00', () => compareRegister(year, at));
  agenda.add(compared, '14:00', () => payMonth(year));
  planSupervision(year, at);
}

async function resultOf(year: CountyYear): Promise<YearResult> {
  const { office, plan, ledger, broken, cases } = year;
  const { newRecipients, drawn, visits, corrections, stops, closedMonths, paidLines } = year;
  return read(office.app.context.database, SYSTEM, async (tx) => {
    const verified = await verifyChains(tx);
    if (verified.fault) broken.push(JSON.stringify(verified.fault));
    broken.push(...(await registerViolations(tx, year.examined)));
    const heads = await sql<{ chain: string; seq: number; hash: string }>`
      select chain, seq, hash from chain_head order by chain`.execute(tx);
    return {
      ...{ seed: plan.seed, planted: ledger.planted, falseAlarms: ledger.falseAlarms, broken },
      examined: Object.fromEntries(year.examined),
      counts: {
        ...{ newRecipients, drawn, visits, corrections, stops, closedMonths, paidLines },
        applications: cases.length,
        withdrawn: cases.filter(({ standing }) => standing === 'withdrawn').length,
        events: verified.events,
      },
      heads: heads.rows.map(({ chain, seq, hash }) => `${chain} ${seq} ${hash}`),
    };
  });
}
