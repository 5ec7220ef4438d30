import { createRandom, type Random } from '../../src/cli/demo/random.ts';
import type { Decision } from '../../src/kernel/outcome.ts';
import { addDays } from '../../src/kernel/local-date.ts';
import { instrumentSlot, type InstrumentEvent } from '../../src/modules/delegation/delegation.ts';
import { evolveSlot } from '../../src/kernel/slot.ts';
import {
  type CaseEvent,
  type CaseState,
  evolveCase,
  initialCase,
  isRecused,
} from '../../src/modules/case/index.ts';
import { evolveMeeting, type MeetingEvent } from '../../src/modules/deliberation/meeting.ts';
import { type Ask, type Command } from './command.ts';
import { decisionCommands } from './decision-commands.ts';
import { inquiryCommands } from './inquiry-commands.ts';
import { intakeCommands } from './intake-commands.ts';
import { CASE, meetingCommands } from './meeting-commands.ts';
import { reliefCommands } from './relief-commands.ts';
import { type Holder, holdersOf, office, spare } from './office.ts';
import { actorOf, type Entry, givenFor, type Meeting, nowIn, type World } from './world.ts';

/** Every command that changes an application, a meeting about it, or the authority behind its decision. */
export const commands: readonly Command[] = [
  ...intakeCommands,
  ...inquiryCommands,
  ...decisionCommands,
  ...reliefCommands,
  ...meetingCommands,
];

const byName = new Map(commands.map((each) => [each.contract.name, each]));

/**
 * What is walked: the deciders as they are, or with a fault planted. `bend` shows a decider another state than
 * the real one, as if it had forgotten to look; `evolve` applies what happened in another way.
 */
export type Program = {
  readonly bend?: (command: string, seen: Seen) => Seen;
  readonly evolve: typeof evolveCase;
};
export type Seen = { readonly body: object; readonly state: object; readonly given: object };

export const program: Program = { evolve: evolveCase };

/** How an act is tried: as it should be, by somebody in the right post, or by anybody with anything. */
export type Manner = 'fit' | 'loose' | 'wild';

export type Step = {
  readonly command: string;
  readonly seed: number;
  readonly manner: Manner;
  readonly days: number;
  /** The register of officials learns of the relative. */
  readonly news: boolean;
};

export type Outcome =
  | { readonly ok: true; readonly before: CaseState; readonly entries: readonly Entry[] }
  | { readonly ok: false; readonly code: string };

/** Refusals that are about who asks: somebody else may get a better answer. */
const PERSONAL: ReadonlySet<string> = new Set([
  ...['absent', 'role-outside', 'wrong-office', 'not-presiding', 'not-a-voter', 'voter-recused'],
  ...['vote-already-cast', 'duty-forbidden', 'duty-conflict', 'not-a-signatory'],
]);

function codeOf(outcome: Outcome): string {
  return outcome.ok ? '' : outcome.code;
}

/** Tries one step; the world changes only when it is accepted, but for the days that pass. */
export function take(walked: Program, world: World, step: Step): Outcome {
  world.day = addDays(world.day, step.days);
  world.moment += 1;
  if (step.news) world.isKinKnown = world.setting.kin !== null;
  const command = byName.get(step.command);
  if (!command) throw new Error(`no command ${step.command}`);
  const random = createRandom(step.seed);
  let first: Outcome | null = null;
  for (const holder of holders(command, step.manner, random)) {
    const outcome = attempt(walked, world, command, {
      ...{ holder, seed: step.seed, bent: step.manner === 'wild' },
    });
    if (outcome.ok) return outcome;
    if (!first || PERSONAL.has(codeOf(first))) first = outcome;
  }
  return first ?? { ok: false, code: 'nobody-in-post' };
}

function holders({ access }: Command, manner: Manner, random: Random): readonly Holder[] {
  const fit = holdersOf(access.roles);
  if (manner === 'wild' && random.chance(0.3)) return [random.pick(office)];
  if (manner !== 'fit') return [random.pick(fit)];
  const start = random.whole(0, fit.length - 1);
  const turned = [...fit.slice(start), ...fit.slice(0, start)];
  const called = spare.filter(({ role }) => access.roles.includes(role));
  return [...turned, ...called];
}

type Trial = { readonly holder: Holder; readonly seed: number; readonly bent: boolean };

function attempt(
  walked: Program,
  world: World,
  command: Command,
  { holder, seed, bent }: Trial,
): Outcome {
  const { person, role } = holder;
  if (!command.access.roles.includes(role)) return no('role-outside');
  const ask: Ask = { world, random: createRandom(seed, 1), by: actorOf(holder), bent };
  const isOpen = world.state.course.openedOn !== null;
  if (command.on === 'case') {
    if (!isOpen && command.contract.name !== 'OpenCase') return no('absent');
    if (isRecused(world.state, person)) return no('absent');
  }
  const meeting = command.meeting?.(ask);
  const body = parsed(command, command.body(ask));
  if (body === null) return no('body-invalid');
  if (command.locksCase) {
    const isOther = (body as { caseId: string }).caseId !== CASE;
    if (isOther || !isOpen || isRecused(world.state, person)) return no('absent');
  }
  const more = command.more?.(ask, body as never, meeting as Meeting) ?? {};
  const given = { ...givenFor(world, ask.by), ...more };
  const state = stateFor(command, world, meeting);
  const seen = walked.bend?.(command.contract.name, { body: body as object, state, given }) ?? {
    ...{ body, state, given },
  };
  const decide = command.decide as (...seen: unknown[]) => Decision<{ readonly type: string }>;
  const decision = decide(seen.body, seen.state, seen.given);
  if (!decision.ok) return no(decision.refusal.code);
  return apply(walked, ask, command, { events: decision.events, body, meeting });
}

function no(code: string): Outcome {
  return { ok: false, code };
}

function parsed({ contract, isRead = false }: Command, body: unknown): unknown {
  if (isRead) return body;
  try {
    return contract.body.parse(body);
  } catch {
    return null;
  }
}

/** After a withdrawal the county may give another instrument: a record of its own. */
function instrumentFor(name: string, { instrument }: World) {
  const isNew = name === 'DraftInstrument' && instrument.status === 'withdrawn';
  return isNew ? instrumentSlot.initial : instrument;
}

function stateFor({ on, contract }: Command, world: World, meeting: Meeting | undefined): object {
  if (on === 'instrument') return instrumentFor(contract.name, world);
  return on === 'meeting' && meeting ? meeting.state : world.state;
}

type Happened = {
  readonly events: readonly { readonly type: string }[];
  readonly body: unknown;
  readonly meeting: Meeting | undefined;
};

function apply(
  walked: Program,
  ask: Ask,
  command: Command,
  { events, body, meeting }: Happened,
): Outcome {
  const { world, by } = ask;
  const before = world.state;
  const at = { actor: by.person, post: by.post, occurredOn: world.day, recordedAt: nowIn(world) };
  if (command.on === 'instrument') {
    if (command.contract.name === 'DraftInstrument') {
      world.withdrawn.push(world.instrument);
      world.instrument = instrumentSlot.initial;
    }
    for (const event of events as InstrumentEvent[]) {
      const meta = { ...at, seq: 1 };
      world.instrument = evolveSlot(instrumentSlot, world.instrument, event, meta);
    }
    return { ok: true, before, entries: [] };
  }
  if (command.on === 'meeting' && meeting) {
    for (const event of events as MeetingEvent[]) {
      meeting.seq += 1;
      meeting.state = evolveMeeting(meeting.state, event, { ...at, seq: meeting.seq });
    }
    if (!world.meetings.includes(meeting)) world.meetings.push(meeting);
  }
  const told =
    command.on === 'case'
      ? (events as CaseEvent[])
      : (command.tell?.(ask, body as never, meeting as Meeting) ?? []);
  const entries = told.map((event): Entry => {
    const entry = { seq: world.log.length + 1, event, by, on: world.day, at: at.recordedAt };
    world.log.push(entry);
    world.state = walked.evolve(world.state, event, { ...at, seq: entry.seq });
    return entry;
  });
  return { ok: true, before, entries };
}

/** The state told again from the record alone, as the record is stored. */
export function refolded({ log }: World): CaseState {
  const stored = JSON.parse(JSON.stringify(log)) as readonly Entry[];
  return stored.reduce<CaseState>(
    (state, { seq, event, by, on, at }) =>
      evolveCase(state, event, {
        ...{ seq, actor: by.person, post: by.post, occurredOn: on, recordedAt: at },
      }),
    initialCase,
  );
}
