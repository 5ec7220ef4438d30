import { createRandom, type Random } from '../../src/cli/demo/random.ts';
import { nextAct } from './diligent.ts';
import { faultsAfter, faultsAtEnd } from './step-fault.ts';
import {
  commands,
  type Manner,
  type Outcome,
  type Program,
  program,
  type Step,
  take,
} from './walk.ts';
import { drawSetting, openWorld, type Setting, type World } from './world.ts';

export type Campaign = {
  readonly seed: number;
  readonly commands: number;
  /** How many faults are enough. */
  readonly faults?: number;
};

/** How often a command was accepted, and how often it was refused with which refusal. */
export type Counts = Map<string, { accepted: number; readonly refused: Map<string, number> }>;

export type Found = {
  readonly setting: Setting;
  readonly steps: readonly Step[];
  readonly faults: readonly string[];
};

export type Result = {
  readonly commands: number;
  readonly walks: number;
  readonly counts: Counts;
  /** Decisions and archived files by flow: `dibao ordinary township grant`. */
  readonly decided: Map<string, number>;
  readonly archived: Map<string, number>;
  readonly found: readonly Found[];
};

const names = commands.map(({ contract }) => contract.name);
/** What ends or empties a walk comes rarely, so that the rest is reached. */
const RARE: Readonly<Record<string, number>> = {
  ...{ WithdrawApplication: 0.1, CloseForNonCooperation: 0.15, RefuseAcceptance: 0.15 },
  ...{
    SuspendInstrument: 0.3,
    WithdrawInstrument: 0.4,
    ChangeScheme: 0.6,
    RevokeAuthorisation: 0.8,
    RecordDeparture: 0.1,
    RecordArrival: 0.3,
    SendCase: 0.3,
  },
};

const KNOTS = [
  ...['ReceiveObjection', 'RevokeAuthorisation', 'DeclareNearRelatives', 'ReopenInvestigation'],
  ...['RecordHomeVisit', 'AnswerSource', 'PostNotice', 'ConfirmDecision', 'ArchiveCase'],
  ...['SendLetter', 'RecordLetterAnswer'],
];

/** What comes between two steps that usually follow each other, and what must not come after the last. */
const KNOTS_AFTER: Readonly<Record<string, readonly string[]>> = {
  OpinionFormed: ['CorrectFacts', 'DeclareHousehold', 'RecordHomeVisit', 'AssessSelfCare'],
  ...{ NoticePosted: ['ReceiveObjection'], NoticeTakenDown: ['ReceiveObjection', 'ChangeScheme'] },
  ...{ Deliberated: ['ReceiveObjection', 'ReopenInvestigation', 'DeclareNearRelatives'] },
  ...{
    MemberGone: ['ConfirmDecision', 'FormOpinion'],
    MemberJoined: ['ConfirmDecision', 'Assess'],
  },
  CountyReviewed: ['ReceiveObjection', 'ReopenInvestigation', 'RevokeAuthorisation'],
  ObjectionReceived: ['ConfirmDecision', 'PostNotice', 'FormOpinion', 'CloseVoting'],
  ObjectionHandled: ['ReopenInvestigation'],
  OpinionSetAside: ['ReopenInvestigation', 'ConfirmDecision'],
  InvestigationReopened: ['RecordHomeVisit', 'ConfirmDecision'],
  AuthorisationRevoked: ['AnswerSource', 'SendLetter', 'ConfirmDecision'],
  VerificationRequested: ['RevokeAuthorisation', 'DeclareHousehold'],
  ApplicationAccepted: ['ChangeScheme', 'RecordChecklist', 'GoOrdinary'],
  ChecklistRecorded: ['GoOrdinary'],
  CaseSent: ['RecallSentCase', 'RecallSentCase', 'CarryOutSentCase', 'ConfirmDecision'],
  CaseHandedOver: ['ReceiveHandover', 'ReturnHandover', 'ReturnHandover', 'ConfirmDecision'],
  DecisionMade: [
    ...['WithdrawApplication', 'ConfirmDecision', 'CorrectFacts', 'ChangeScheme'],
    ...['UseReserve', 'UseReserve'],
  ],
  ...{ NoticeServed: ['ArchiveCase', 'ArchiveCase', 'RecordHomeVisit'] },
  ...{ HandoverReceived: ['CountyReview'] },
  ...{ InvestigationConcluded: ['Assess'], ReportIssued: ['Assess'], Assessed: ['FormOpinion'] },
  LetterSent: ['RecordLetterAnswer'],
};

/** Steps drawn freely, before the office is left to finish what is on its desk. */
const FREE_STEPS = 130;
const STEPS_TO_FINISH = 260;
const MOST_FOUND = 3;

/** Applications walked through one after another until enough commands were given. The same seed walks the same. */
export function run(
  { seed, commands: enough, faults = MOST_FOUND }: Campaign,
  walked: Program = program,
  progress: (commands: number) => void = () => {},
): Result {
  const counts: Counts = new Map(names.map((name) => [name, { accepted: 0, refused: new Map() }]));
  const [decided, archived] = [new Map<string, number>(), new Map<string, number>()];
  const found: Found[] = [];
  let [given, walks] = [0, 0];
  while (given < enough && found.length < faults) {
    const walk = walkOnce(createRandom(seed, walks), walked, counts);
    given += walk.steps.length;
    walks += 1;
    tellEnd(walk.world, decided, archived);
    if (walk.faults.length > 0) found.push(walk);
    progress(given);
  }
  return { commands: given, walks, counts, decided, archived, found };
}

type Walk = Found & { readonly world: World };

function walkOnce(random: Random, walked: Program, counts: Counts): Walk {
  const setting = drawSetting(random);
  const world = openWorld(setting);
  const steps: Step[] = [];
  const length = random.whole(5, FREE_STEPS);
  let refusal: string | null = null;
  const go = (step: Step): readonly string[] => {
    steps.push(step);
    const outcome = take(walked, world, step);
    count(counts, step.command, outcome);
    refusal = outcome.ok ? null : outcome.code;
    return outcome.ok ? faultsAfter(world, outcome) : [];
  };
  for (let index = 0; index < length; index += 1) {
    const isOver = world.state.archive.archived !== null || world.state.course.closed !== null;
    if (isOver && random.chance(0.15)) break;
    const faults = go(drawStep(random, world, refusal));
    if (faults.length > 0) return { setting, steps, faults, world };
  }
  for (let index = 0; index < STEPS_TO_FINISH; index += 1) {
    const next = nextAct(world, random, refusal);
    if (!next) break;
    const faults = go({ ...fit(random, next.command), days: next.days });
    if (faults.length > 0) return { setting, steps, faults, world };
  }
  return { setting, steps, faults: faultsAtEnd(world, refusal), world };
}

function drawStep(random: Random, world: World, refusal: string | null): Step {
  const days = random.chance(0.12) ? random.whole(1, 6) : 0;
  const news = random.chance(0.01);
  const { status } = world.instrument;
  if (status === 'withdrawn' && random.chance(0.1)) return fit(random, 'DraftInstrument');
  if (status === 'draft' && random.chance(0.3)) return fit(random, 'CheckInstrument');
  const { route, openedOn } = world.state.course;
  // Some townships have no authority from the start: the county's way is walked as often as it needs.
  if (status === 'in-force' && openedOn === null && random.chance(0.1)) {
    return fit(random, 'SuspendInstrument');
  }
  if (status !== 'in-force' && route === 'township' && random.chance(0.05)) {
    return fit(random, 'HandOverCase');
  }
  const last = world.log.at(-1)?.event.type ?? '';
  const knots = KNOTS_AFTER[last];
  if (knots && random.chance(0.3)) return { ...fit(random, random.pick(knots)), days: 0, news };
  const next = random.chance(0.62) ? nextAct(world, random, refusal) : null;
  if (next) {
    const wait = random.chance(0.85) ? next.days : 0;
    return { ...fit(random, next.command), days: wait + (random.chance(0.1) ? 1 : 0), news };
  }
  // What turns an orderly course into a knot comes oftener than chance would bring it.
  if (random.chance(0.3)) return { ...fit(random, random.pick(KNOTS)), days, news };
  const command = random.pick(names);
  const manner: Manner = random.weighted([
    ['fit', 4],
    ['loose', 2],
    ['wild', 4],
  ]);
  if (!random.chance(RARE[command] ?? 1)) return { ...fit(random, 'Assess'), days, news };
  return { command, seed: seedOf(random), manner, days, news };
}

const fit = (random: Random, command: string): Step => ({
  ...{ command, seed: seedOf(random), manner: 'fit', days: 0, news: false },
});

function seedOf(random: Random): number {
  return random.whole(0, 2 ** 31 - 1);
}

function count(counts: Counts, name: string, outcome: Outcome): void {
  const own = counts.get(name);
  if (!own) return;
  if (outcome.ok) own.accepted += 1;
  else own.refused.set(outcome.code, (own.refused.get(outcome.code) ?? 0) + 1);
}

function tellEnd(world: World, decided: Map<string, number>, archived: Map<string, number>): void {
  const { course, confirmation, archive } = world.state;
  const { decision } = confirmation;
  if (!decision) return;
  const way = `${course.scheme} ${course.channel} ${decision.route}`;
  const outcome = `${way} ${decision.outcome}`;
  decided.set(outcome, (decided.get(outcome) ?? 0) + 1);
  if (archive.archived) archived.set(way, (archived.get(way) ?? 0) + 1);
}
