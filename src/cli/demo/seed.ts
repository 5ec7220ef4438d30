import { fen } from '../../kernel/fen.ts';
import { addDays, type LocalDate, localDate } from '../../kernel/local-date.ts';
import { endOfPublicity, isWorkingDay, type WorkingCalendar } from '../../kernel/working-day.ts';
import { escalateOverdue } from '../../modules/case/jobs.ts';
import type { App } from '../../server/app.ts';
import type { Standards } from '../../modules/standards/store.ts';
import type { SetClock } from './desk.ts';
import { schemes } from '../../rules/scheme.ts';
import { familyPool } from './family-pool.ts';
import { createOffice, type Office } from './office.ts';
import { otherCases } from './other-case.ts';
import { branchScenes } from './branch-scene.ts';
import { laterScenes } from './later-scene.ts';
import { type Chapter, chapters, countyChapters, type Plot, type Scene, tellUpTo } from './plot.ts';
import { simpleFamily } from './simple-family.ts';
import { supplyScenes } from './supply-scene.ts';
import { demoCounty, demoTownships } from './staff.ts';
import type { Days } from './story.ts';
import { idNumberFrom } from './synthetic-identity.ts';
import { registerOfficial } from './verbs/disclosure.ts';
import { takeOverRecipients } from './recipients.ts';
import { giveAuthority } from './verbs/delegation.ts';

/** One demo family: where it lives, how many working days ago it came, and how far its case has got. */
type Family = { readonly township: string; readonly came: number; readonly upTo: Chapter };

// The last sequence numbers of a day, which generated families never reach.
const LAST_SERIAL = 1461 * 499;

const [LUOJIANG, PANSHI, ANYUN] = demoTownships.map(({ code }) => code);

/** A family at every stage of both routes; more at the beginning, as at a real window. */
const families: readonly Family[] = [
  { township: LUOJIANG ?? '', came: 19, upTo: 'archived' },
  { township: LUOJIANG ?? '', came: 18, upTo: 'archived' },
  { township: ANYUN ?? '', came: 19, upTo: 'served' },
  { township: LUOJIANG ?? '', came: 17, upTo: 'announced' },
  { township: LUOJIANG ?? '', came: 16, upTo: 'refused' },
  { township: LUOJIANG ?? '', came: 15, upTo: 'confirmed' },
  { township: LUOJIANG ?? '', came: 15, upTo: 'deliberated' },
  { township: ANYUN ?? '', came: 15, upTo: 'taken-down' },
  { township: LUOJIANG ?? '', came: 14, upTo: 'taken-down' },
  { township: LUOJIANG ?? '', came: 14, upTo: 'taken-down' },
  { township: LUOJIANG ?? '', came: 14, upTo: 'kin' },
  { township: LUOJIANG ?? '', came: 9, upTo: 'posted' },
  { township: ANYUN ?? '', came: 9, upTo: 'posted' },
  { township: LUOJIANG ?? '', came: 8, upTo: 'objected' },
  { township: LUOJIANG ?? '', came: 7, upTo: 'opined' },
  { township: LUOJIANG ?? '', came: 6, upTo: 'investigated' },
  { township: PANSHI ?? '', came: 6, upTo: 'investigated' },
  { township: LUOJIANG ?? '', came: 12, upTo: 'verified' },
  { township: LUOJIANG ?? '', came: 4, upTo: 'verified' },
  { township: LUOJIANG ?? '', came: 3, upTo: 'requested' },
  { township: ANYUN ?? '', came: 3, upTo: 'requested' },
  { township: LUOJIANG ?? '', came: 5, upTo: 'withdrawn' },
  { township: LUOJIANG ?? '', came: 2, upTo: 'authorised' },
  { township: PANSHI ?? '', came: 2, upTo: 'authorised' },
  { township: LUOJIANG ?? '', came: 1, upTo: 'accepted' },
  { township: LUOJIANG ?? '', came: 1, upTo: 'told' },
  { township: LUOJIANG ?? '', came: 0, upTo: 'opened' },
];

/** Since when the demo is told: families granted in the first days are paid by now. */
const BEGINS = 46;

/** Two families granted weeks ago that now live together. */
const longAgo = [
  { number: 906, members: 2, yuan: 600 },
  { number: 904, members: 1, yuan: 0 },
] as const;

/** Plays the demo county's last weeks through the program itself, so that every row is one somebody made. */
export async function seedDemo(
  app: App,
  clock: SetClock,
  standards: Standards,
  options: { today: LocalDate; say: (line: string) => void },
): Promise<void> {
  const { today, say } = options;
  const office = createOffice(app, clock);
  const calendar = standards.calendarOf(demoCounty);
  clock.set(workingDaysBefore(calendar, today, BEGINS));
  const instrument = await prepareAuthority(office);
  await registerOfficials(office);
  const known = { old: [''], granted: ['', ''], handed: '', instrument, other: PANSHI ?? '' };
  const pool = familyPool(standards, today);
  const plots = families.map((family): Plot & Family => {
    const days = daysFrom(calendar, today, family.came);
    const outcome = family.upTo === 'refused' ? 'not-eligible' : 'eligible';
    return {
      ...family,
      days,
      family: pool(family.township, outcome),
      cast: office.cast(family.township),
      began: (caseId) => {
        if (family.township === PANSHI && family.upTo === 'investigated') known.handed = caseId;
      },
    };
  });
  const ago = (workingDays: number) => workingDaysBefore(calendar, today, workingDays);
  const others = otherCases({
    cast: office.cast(LUOJIANG ?? ''),
    village: `${LUOJIANG ?? ''}200`,
    ago,
  });
  const long = longAgo.map(
    ({ number, members, yuan }, nth): Plot => ({
      ...{ upTo: 'archived', days: daysFrom(calendar, today, BEGINS - 1) },
      family: simpleFamily({
        ...{ number, members, village: `${LUOJIANG ?? ''}200` },
        monthlyIncome: fen(yuan * 100),
      }),
      cast: office.cast(LUOJIANG ?? ''),
      began: (caseId) => {
        known.granted[nth] = caseId;
      },
    }),
  );
  const takenOver: Scene = {
    on: ago(30),
    time: '08:00',
    play: async () => {
      known.old = [...(await takeOverRecipients(office, { today, on: ago(30) }))];
    },
  };
  const scenes = plots
    .flatMap((plot) => tellUpTo(plot, plot.township === LUOJIANG ? chapters : countyChapters))
    .concat(long.flatMap((plot) => tellUpTo(plot, chapters)))
    .concat(takenOver)
    .concat(laterScenes({ office, township: LUOJIANG ?? '', ago, known }))
    .concat(others)
    .concat(branchScenes({ office, township: LUOJIANG ?? '', ago }))
    .concat(supplyScenes({ app, clock, office, township: LUOJIANG ?? '', ago }))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  for (const [index, scene] of scenes.entries()) {
    if (index % 25 === 0) say(`  演示办件 ${Math.round((100 * index) / scenes.length)}%`);
    clock.set(scene.on, scene.time);
    await scene.play();
  }
  clock.set(today, '08:00');
  await escalateOverdue(app.context, standards);
}

/** Two townships with authority, one without; answers the instrument that is suspended later. */
async function prepareAuthority(office: Office): Promise<string> {
  let passing = '';
  const writer = office.desk('aid-officer', demoCounty, 0);
  const checker = office.desk('aid-officer', demoCounty, 1);
  for (const { code, authority } of demoTownships) {
    if (authority === 'none') continue;
    const instrument = await giveAuthority(writer, checker, code, {
      matters: [...schemes],
      temporaryCeiling: fen(300_000),
    });
    if (authority === 'suspended') passing = instrument;
  }
  return passing;
}

/** A few village officials in the register that families are matched against. */
async function registerOfficials(office: Office): Promise<void> {
  const names = ['何演委', '吕演社', '施演监'];
  for (const [index, name] of names.entries()) {
    const birth = addDays(localDate('1972-05-01'), index);
    await registerOfficial(office.desk('aid-officer', demoCounty), {
      name,
      idNumber: idNumberFrom(LAST_SERIAL, birth, 'male'),
      position: '村（居）委会委员',
      place: LUOJIANG ?? '',
    });
  }
}

function daysFrom(calendar: WorkingCalendar, today: LocalDate, came: number): Days {
  const day = (passed: number) => workingDaysBefore(calendar, today, Math.max(0, came - passed));
  const opined = day(4);
  const takenDown = nextWorkingDay(calendar, endOfPublicity(calendar, opined, 7, 'calendar').date);
  return {
    accepted: day(0),
    requested: day(1),
    visited: day(2),
    opined,
    takenDown,
    decided: nextWorkingDay(calendar, takenDown),
  };
}

function nextWorkingDay(calendar: WorkingCalendar, date: LocalDate): LocalDate {
  const next = addDays(date, 1);
  return isWorkingDay(calendar, next) === false ? nextWorkingDay(calendar, next) : next;
}

function workingDaysBefore(calendar: WorkingCalendar, today: LocalDate, count: number): LocalDate {
  let date = today;
  for (let left = count; left > 0; ) {
    date = addDays(date, -1);
    if (isWorkingDay(calendar, date) !== false) left -= 1;
  }
  return date;
}
