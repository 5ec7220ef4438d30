import type { Given } from '../../kernel/given.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import type { Procedure } from '../../rules/procedure.ts';
import { electorate, hasQuorum, resolutionOf, tallyOf } from './count.ts';
import type {
  AgendaItem,
  Entitled,
  MeetingEvent,
  MeetingState,
  OpenedVote,
  Recusal,
} from './meeting.ts';
import { type DeliberationRefusal, refusals } from './refusal.ts';

export type MeetingGiven = Given & { readonly procedure: Procedure };

type Answer = Decision<MeetingEvent, DeliberationRefusal>;

const no = (code: DeliberationRefusal): Answer => refused(refusals[code]);

function whyNotLive(state: MeetingState): DeliberationRefusal | null {
  if (!state.on) return 'meeting-unknown';
  return state.endedOn ? 'meeting-ended' : null;
}

/** 党委会 or 办公会 (JT-01): who may vote, who presides, who writes. The recorder does not vote. */
export function callMeeting(
  command: {
    kind: MeetingState['kind'];
    on: LocalDate;
    place: string;
    entitled: readonly string[];
    chair: string;
    recorder: string;
  },
  _state: MeetingState,
  given: MeetingGiven & { number: string; names: ReadonlyMap<string, string> },
): Answer {
  if (command.on < given.today) return no('meeting-in-the-past');
  const entitled: Entitled[] = [...new Set(command.entitled)].map((person) => ({
    person,
    name: given.names.get(person) ?? '',
  }));
  if (entitled.some((each) => each.name === '')) return no('person-not-entitled');
  if (entitled.length < given.procedure.fewestVoters.value) return no('too-few-entitled');
  if (!command.entitled.includes(command.chair)) return no('chair-not-entitled');
  if (command.entitled.includes(command.recorder)) return no('recorder-votes');
  return happened({ type: 'MeetingCalled', number: given.number, ...command, entitled });
}

/** Puts a case on the agenda. Whether the case is ready is the case's own question (JT-10), asked beside this. */
export function listCase(
  command: Pick<AgendaItem, 'caseId' | 'number' | 'proposalHash' | 'proposes'>,
  state: MeetingState,
): Answer {
  const dead = whyNotLive(state);
  if (dead) return no(dead);
  if (findItem(state, command.caseId)) return no('case-already-listed');
  return happened({ type: 'CaseListed', ...command });
}

export function delistCase(
  command: { caseId: string; because: string },
  state: MeetingState,
): Answer {
  const dead = whyNotLive(state);
  if (dead) return no(dead);
  const item = findItem(state, command.caseId);
  if (!item) return no('case-not-listed');
  if (item.status !== 'listed') return no('voting-already-open');
  return happened({ type: 'CaseDelisted', ...command });
}

/** Everybody who should attend is either present or absent with a reason (JT-07). */
export function recordAttendance(
  command: {
    present: readonly string[];
    absent: readonly { person: string; reason: string }[];
    sittingIn: readonly { name: string; as: string }[];
  },
  state: MeetingState,
  given: MeetingGiven,
): Answer {
  const dead = whyNotLive(state);
  if (dead) return no(dead);
  if (state.on !== given.today) return no('not-the-meeting-day');
  if (state.agenda.some((each) => each.status !== 'listed')) return no('attendance-after-voting');
  const entitled = new Set(state.entitled.map((each) => each.person));
  const named = [...command.present, ...command.absent.map((each) => each.person)];
  if (named.some((person) => !entitled.has(person))) return no('person-not-entitled');
  const complete = new Set(named).size === named.length && named.length === entitled.size;
  if (!complete) return no('absence-unexplained');
  return happened({ type: 'AttendanceRecorded', ...command });
}

/** A member asks to withdraw, or the secretary records it; kin and duties are found when the voting opens. */
export function recuse(
  command: { caseId: string; person: string; ground: string },
  state: MeetingState,
  given: MeetingGiven,
): Answer {
  const dead = whyNotLive(state);
  if (dead) return no(dead);
  const item = findItem(state, command.caseId);
  if (!item) return no('case-not-listed');
  if (item.status !== 'listed') return no('voting-already-open');
  if (!state.entitled.some((each) => each.person === command.person)) {
    return no('person-not-entitled');
  }
  const found = command.person === given.by.person ? 'self' : 'request';
  return happened({ type: 'MemberRecused', ...command, found });
}

/**
 * Opens the voting on one case. Kin found in the register and those who handled the case leave it; the quorum is
 * counted again without them; with fewer than three voters left the case goes to the county (JT-02, JT-05).
 */
export function openVoting(
  command: { caseId: string },
  state: MeetingState,
  given: MeetingGiven & { found: readonly Recusal[]; proposalHash: string | null },
): Answer {
  const dead = whyNotLive(state);
  if (dead) return no(dead);
  if (state.on !== given.today) return no('not-the-meeting-day');
  const item = findItem(state, command.caseId);
  if (!item) return no('case-not-listed');
  if (item.status !== 'listed') return no('voting-already-open');
  if (state.agenda.some((each) => each.status === 'voting')) return no('other-case-being-voted');
  if (!state.attendance) return no('attendance-missing');
  if (item.proposalHash !== given.proposalHash) return no('proposal-changed');
  const known = state.recusals.filter((each) => each.caseId === command.caseId);
  const fresh = given.found.filter((each) => known.every((old) => old.person !== each.person));
  const recused = [...known, ...fresh].map((each) => each.person);
  const electors = electorate(state, recused, given.procedure);
  const recusals = fresh.map((each): MeetingEvent => ({ type: 'MemberRecused', ...each }));
  if (electors.voters.length < given.procedure.fewestVoters.value && recused.length > 0) {
    return happened(...recusals, toCounty(command.caseId));
  }
  if (!hasQuorum(electors, given.procedure)) return no('quorum-lost');
  return happened(...recusals, {
    type: 'VotingOpened',
    caseId: command.caseId,
    voters: electors.voters,
  });
}

function toCounty(caseId: string): MeetingEvent {
  return {
    type: 'VotingClosed',
    caseId,
    votes: [],
    tally: { for: 0, against: 0, abstain: 0 },
    resolution: 'to-county',
    reason: '回避后有表决权的成员不足规定人数,移送县级民政部门审核确认',
  };
}

/** One vote from the voter's own session, sealed until all have voted (TH-03). */
export function castVote(
  command: { caseId: string },
  state: MeetingState,
  given: MeetingGiven & { vote: Sealed },
): Answer {
  const dead = whyNotLive(state);
  if (dead) return no(dead);
  const item = findItem(state, command.caseId);
  if (item?.status !== 'voting') return no('voting-not-open');
  const { person } = given.by;
  if (state.recusals.some((each) => each.caseId === item.caseId && each.person === person)) {
    return no('voter-recused');
  }
  if (!item.voters.includes(person)) return no('not-a-voter');
  if (item.sealed.some((each) => each.person === person)) return no('vote-already-cast');
  return happened({ type: 'VoteCast', caseId: item.caseId, vote: given.vote });
}

/** Opens the sealed votes once all are in, counts them and resolves (JT-03). */
export function closeVoting(
  command: { caseId: string; reason: string },
  state: MeetingState,
  given: MeetingGiven & { opened: readonly OpenedVote[] },
): Answer {
  const dead = whyNotLive(state);
  if (dead) return no(dead);
  const item = findItem(state, command.caseId);
  if (item?.status !== 'voting') return no('voting-not-open');
  if (given.opened.length < item.voters.length) return no('votes-missing');
  const recused = state.recusals
    .filter((each) => each.caseId === item.caseId)
    .map((each) => each.person);
  const { base, voters } = electorate(state, recused, given.procedure);
  const tally = tallyOf(given.opened);
  const resolution = resolutionOf(
    item.proposes,
    tally,
    { base, voters: voters.length },
    given.procedure,
  );
  return happened({
    type: 'VotingClosed',
    caseId: item.caseId,
    votes: given.opened,
    tally,
    resolution,
    reason: command.reason,
  });
}

export function signMinutes(_: object, state: MeetingState, given: MeetingGiven): Answer {
  const dead = whyNotLive(state);
  if (dead) return no(dead);
  const { person } = given.by;
  if (person !== state.chair && person !== state.recorder) return no('not-a-signatory');
  if (state.agenda.some((each) => each.status !== 'resolved')) return no('agenda-unfinished');
  if (state.signedBy.includes(person)) return no('minutes-already-signed');
  const signed = { type: 'MinutesSigned' } as const;
  const all = new Set([...state.signedBy, person]);
  const complete = all.has(state.chair) && all.has(state.recorder);
  return complete ? happened<MeetingEvent>(signed, { type: 'MeetingEnded' }) : happened(signed);
}

export function findItem(state: MeetingState, caseId: string): AgendaItem | undefined {
  return state.agenda.find((each) => each.caseId === caseId);
}
