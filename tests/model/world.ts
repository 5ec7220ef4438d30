import type { Random } from '../../src/cli/demo/random.ts';
import { type Instant, instant } from '../../src/kernel/clock.ts';
import type { FileRef } from '../../src/kernel/evidence.ts';
import { fen } from '../../src/kernel/fen.ts';
import type { Actor } from '../../src/kernel/given.ts';
import { addDays, type LocalDate, localDate } from '../../src/kernel/local-date.ts';
import type { Sealed } from '../../src/kernel/sealed.ts';
import { type CaseEvent, type CaseGiven, type CaseState } from '../../src/modules/case/index.ts';
import { initialCase } from '../../src/modules/case/index.ts';
import type { InstrumentState } from '../../src/modules/delegation/index.ts';
import type { MeetingState } from '../../src/modules/deliberation/meeting.ts';
import type { KnownFile } from '../../src/modules/investigation/visitor.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import type { HouseholdFacts } from '../../src/rules/facts.ts';
import type { Channel, Procedure } from '../../src/rules/procedure.ts';
import { type Scheme, schemes } from '../../src/rules/scheme.ts';
import { placeWith } from '../../src/rules/worked-case.ts';
import { drawFamily } from './family.ts';
import { instrumentInForce } from './instrument.ts';
import { entitled, type Holder, TOWNSHIP } from './office.ts';

/** Somebody of the family is on the books of another office. */
export type Elsewhere = {
  readonly memberId: string;
  readonly scheme: Scheme;
  readonly status: 'open' | 'granted';
};

/** What is settled before anybody does anything: the place's choices and the family. */
export type Setting = {
  readonly scheme: Scheme;
  readonly channel: Channel;
  readonly start: LocalDate;
  readonly family: HouseholdFacts;
  readonly elsewhere: Elsewhere | null;
  /** An official related to the family, and whether the register knows from the start. */
  readonly kin: { readonly person: string; readonly isKnown: boolean } | null;
  readonly procedure: Partial<Record<keyof Procedure, unknown>>;
  /** False: the place goes by the law before the hearing (DB-32). */
  readonly isHeard: boolean;
};

export type Entry = {
  readonly seq: number;
  readonly event: CaseEvent;
  readonly by: Actor;
  readonly on: LocalDate;
  readonly at: Instant;
};

export type Meeting = { readonly id: string; state: MeetingState; seq: number };

/** One office, one family, one application: everything a walk changes. */
export type World = {
  readonly setting: Setting;
  day: LocalDate;
  moment: number;
  state: CaseState;
  readonly log: Entry[];
  readonly meetings: Meeting[];
  instrument: InstrumentState;
  /** Earlier instruments, withdrawn: what was decided on them stays lawful. */
  readonly withdrawn: InstrumentState[];
  readonly files: KnownFile[];
  isKinKnown: boolean;
  serial: number;
};

const standards = createStandards();
export const calendar = standards.calendarOf(TOWNSHIP);
/** Everything settled in the plainest way: every scheme can be decided here. */
export const region = placeWith({ temporaryOnlyLowIncome: false });

const STARTS = ['2025-12-20', '2026-01-29', '2026-02-10', '2026-05-06', '2026-09-16', '2026-09-28'];
/** Few sources keep the look-ups from drowning everything else. */
const FEW_SOURCES = ['household-register', 'tax', 'deposit'];

export function drawSetting(random: Random): Setting {
  const start = localDate(random.pick(STARTS));
  const scheme = random.pick(schemes);
  const channels: readonly Channel[] = ['ordinary', 'ordinary', 'help-first', 'quick-aid'];
  const kin = random.chance(0.25) ? random.pick(kinPeople) : null;
  return {
    scheme,
    channel: scheme === 'temporary' ? random.pick(channels) : 'ordinary',
    start,
    family: drawFamily(random, start),
    elsewhere: random.chance(0.2)
      ? {
          memberId: 'm1',
          scheme: random.pick(schemes),
          status: random.pick(['open', 'granted', 'granted'] as const),
        }
      : null,
    kin: kin ? { person: kin, isKnown: random.chance(0.5) } : null,
    isHeard: random.chance(0.7),
    procedure: {
      verificationSources: FEW_SOURCES,
      smallOfficeExceptionAllowed: random.chance(0.5),
      ...(random.chance(0.25) ? { publicityPlaces: ['village'] } : {}),
      ...(random.chance(0.2) && scheme !== 'tekun' ? { republishAfterObjection: false } : {}),
      ...(random.chance(0.15) ? { publicityDayUnit: 'working' } : {}),
      ...(random.chance(0.15) ? { fewestVoters: 5 } : {}),
    },
  };
}

const kinPeople = [...entitled, 'officer', 'investigator-1', 'aid', 'leader', 'clerk'];

export function openWorld(setting: Setting): World {
  return {
    setting,
    day: setting.start,
    moment: 0,
    state: initialCase,
    log: [],
    meetings: [],
    instrument: instrumentInForce(addDays(setting.start, -30)),
    withdrawn: [],
    files: [],
    isKinKnown: setting.kin?.isKnown ?? false,
    serial: 0,
  };
}

/** What is law on the day itself, whatever the case began under: for stops and decreases (RG-02). */
export function procedureOnDay({ day, state, setting }: World): Procedure {
  const plain = standards.procedureOf(TOWNSHIP, day, state.course.scheme);
  return setting.isHeard
    ? plain
    : { ...plain, hearingBeforeDecrease: { ...plain.hearingBeforeDecrease, value: false } };
}

const procedures = new Map<string, Procedure>();

/** The county's procedure for the case as it stands now, with the place's own choices. */
export function procedureOf({ setting, state, day }: World): Procedure {
  const { course, intake } = state;
  const on = intake.accepted?.on ?? course.openedOn ?? day;
  const own = { ...setting.procedure };
  // No place may choose this for 特困 (TK-15b).
  if (course.scheme === 'tekun') delete own.republishAfterObjection;
  const key = JSON.stringify([on, course.scheme, own]);
  const found = procedures.get(key);
  if (found) return found;
  const plain = standards.procedureOf(TOWNSHIP, on, course.scheme);
  const changed = Object.entries(own).map(([name, value]) => [
    name,
    { ...plain[name as keyof Procedure], value },
  ]);
  const made = { ...plain, ...Object.fromEntries(changed) } as Procedure;
  procedures.set(key, made);
  return made;
}

export function actorOf({ person, role }: Holder): Actor {
  const area = ['aid-officer', 'verifier', 'inspector', 'county-leader'].includes(role)
    ? (TOWNSHIP.slice(0, 6) as typeof TOWNSHIP)
    : TOWNSHIP;
  return { person, name: person, post: `${person}:${role}`, role, area };
}

/** Ten in the morning and as many milliseconds as there were acts before. */
export function nowIn({ day, moment }: World): Instant {
  return instant(Date.parse(`${day}T02:00:00Z`) + moment);
}

export function givenFor(world: World, by: Actor): CaseGiven {
  return { now: nowIn(world), today: world.day, by, calendar, procedure: procedureOf(world) };
}

export function nextId(world: World): string {
  world.serial += 1;
  return `00000000-0000-4000-8000-${String(world.serial).padStart(12, '0')}`;
}

/** A file uploaded to the case just now. */
export function newFile(world: World, changed: Partial<KnownFile> = {}): FileRef {
  world.serial += 1;
  const hash = world.serial.toString(16).padStart(64, '0');
  const file = { hash, name: `${hash.slice(-6)}.jpg`, mime: 'image/jpeg', takenAt: '' };
  world.files.push({ ...file, usedElsewhere: false, ...changed });
  return { hash, name: file.name, mime: file.mime };
}

export function sealed(text: string): Sealed {
  return { cipher: text, tail: text.slice(-4), index: text };
}

/** The members as they were told last, by id. */
export function memberIds({ state }: World): readonly string[] {
  return (state.household.declaration?.people ?? []).map(({ memberId }) => memberId);
}

export { fen };
