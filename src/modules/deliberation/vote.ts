import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import { electorate, hasQuorum, presiderOf, resolutionOf, tallyOf } from './count.ts';
import { type Candidate, type MeetingGiven, no, notReady, whyNotLive } from './decide.ts';
import {
  type AgendaItem,
  findItem,
  type MeetingEvent,
  type MeetingState,
  type OpenedVote,
  type Recusal,
  recusedFrom,
} from './meeting.ts';
import { type DeliberationRefusal, refusals } from './refusal.ts';
import type { Tally } from './deliberation.ts';

type Answer = Decision<MeetingEvent, DeliberationRefusal>;

/**
 * Opens the voting on one case. Whether it is ready is asked again: a complaint may have come since it was listed
 * (JT-10). Kin found in the register and those who handled the case leave it; the quorum is counted without them;
 * when fewer members than the least number could vote, were they all here, the case goes to the county (JT-05).
 */
export function openVoting(
  command: { caseId: string },
  state: MeetingState,
  given: MeetingGiven & Candidate & { found: readonly Recusal[] },
): Answer {
  const item = findItem(state, command.caseId);
  const refusal = whyNotOpened(item, state, given);
  if (refusal) return no(refusal);
  if (given.notReady) return notReady(given.notReady);
  const known = recusedFrom(state, command.caseId);
  const fresh = given.found.filter((each) => !known.includes(each.person));
  const recused = [...known, ...fresh.map((each) => each.person)];
  const present = state.attendance?.present ?? [];
  const presider = presiderOf(state, present, recused);
  if (presider !== null && presider !== given.by.person) return no('not-presiding');
  const electors = electorate(state, recused, given.procedure);
  const recusals = fresh.map((each): MeetingEvent => ({ type: 'MemberRecused', ...each }));
  if (electors.eligible < given.procedure.fewestVoters.value) {
    return happened(...recusals, toCounty(command.caseId));
  }
  if (!hasQuorum(electors, given.procedure)) return no('quorum-lost');
  return happened(...recusals, {
    type: 'VotingOpened',
    caseId: command.caseId,
    voters: electors.voters,
  });
}

function whyNotOpened(
  item: AgendaItem | undefined,
  state: MeetingState,
  given: MeetingGiven & Candidate,
): DeliberationRefusal | null {
  const dead = whyNotLive(state);
  if (dead) return dead;
  if (state.on !== given.today) return 'not-the-meeting-day';
  if (!item) return 'case-not-listed';
  if (item.status !== 'listed') return 'voting-already-open';
  if (state.agenda.some((each) => each.status === 'voting')) return 'other-case-being-voted';
  if (!state.attendance) return 'attendance-missing';
  if (given.route === 'county') return 'case-with-county';
  return item.proposalHash === given.item.proposalHash ? null : 'proposal-changed';
}

function toCounty(caseId: string): MeetingEvent {
  return {
    type: 'VotingClosed',
    caseId,
    votes: [],
    tally: { for: 0, against: 0, abstain: 0 },
    resolution: 'to-county',
    reason: '回避后有表决权的成员不足规定人数，移送县级民政部门审核确认',
  };
}

/** One vote from the voter's own session, sealed until all have voted (TH-03). */
export function castVote(
  command: { caseId: string; proposalHash: string },
  state: MeetingState,
  given: MeetingGiven & { vote: Sealed },
): Answer {
  const item = findItem(state, command.caseId);
  const { person } = given.by;
  const dead = whyNotLive(state);
  if (dead) return no(dead);
  if (state.on !== given.today) return no('not-the-meeting-day');
  if (item?.status !== 'voting') return no('voting-not-open');
  if (recusedFrom(state, item.caseId).includes(person)) return no('voter-recused');
  if (!item.voters.includes(person)) return no('not-a-voter');
  if (item.sealed.some((each) => each.person === person)) return no('vote-already-cast');
  if (command.proposalHash !== item.proposalHash) return no('proposal-changed');
  return happened({ type: 'VoteCast', caseId: item.caseId, vote: given.vote });
}

/**
 * Gives up an open voting, its sealed votes unread: a member left, or learned that they must withdraw. Impossible
 * once all have voted, so that no result can be thrown away; but for a family that took its application back.
 */
export function stopVoting(
  command: { caseId: string; because: string },
  state: MeetingState,
  given: MeetingGiven & { caseClosed: boolean },
): Answer {
  const dead = whyNotLive(state);
  if (dead) return no(dead);
  const item = findItem(state, command.caseId);
  if (item?.status !== 'voting') return no('voting-not-open');
  if (!mayClose(item, state, given.by.person)) return no('not-presiding');
  const isComplete = item.sealed.length === item.voters.length;
  if (isComplete && !given.caseClosed) return no('votes-complete');
  return happened({ type: 'VotingStopped', ...command });
}

/** Opens the sealed votes once all are in, counts them and resolves (JT-03). */
export function closeVoting(
  command: { caseId: string; reason: string; returnReason: string },
  state: MeetingState,
  given: MeetingGiven & { opened: readonly OpenedVote[]; caseClosed: boolean },
): Answer {
  const dead = whyNotLive(state);
  if (dead) return no(dead);
  const item = findItem(state, command.caseId);
  if (item?.status !== 'voting') return no('voting-not-open');
  if (!mayClose(item, state, given.by.person)) return no('not-presiding');
  if (given.opened.length < item.voters.length) return no('votes-missing');
  if (given.caseClosed) return notReady('办件已终止');
  const electors = electorate(state, recusedFrom(state, item.caseId), given.procedure);
  const tally = tallyOf(given.opened);
  const resolution = resolutionOf(item.proposes, tally, electors, given.procedure);
  const returns = resolution === 'return';
  // Whoever closes learns the count first: a reason written before it may say the contrary of the result.
  if (returns && command.returnReason === '') return returnReasonMissing(tally);
  return happened({
    type: 'VotingClosed',
    caseId: item.caseId,
    votes: given.opened,
    tally,
    resolution,
    reason: returns ? command.returnReason : command.reason,
  });
}

function returnReasonMissing({ for: agree, against, abstain }: Tally): Answer {
  const refusal = refusals['return-reason-missing'];
  const counted = `同意${agree}票，不同意${against}票，弃权${abstain}票`;
  return refused({ ...refusal, message: `${counted}。${refusal.message}` });
}

/** The one who presides over the case, and the recorder at their word. */
function mayClose(item: AgendaItem, state: MeetingState, person: string): boolean {
  return person === state.recorder || person === presiderOf(state, item.voters, []);
}
