import type { Procedure } from '../../rules/procedure.ts';
import type { Resolution, Tally } from './deliberation.ts';
import type { MeetingState, OpenedVote } from './meeting.ts';

type Rules = Pick<
  Procedure,
  'quorum' | 'majority' | 'majorityBase' | 'recusedLeaveBase' | 'fewestVoters'
>;

type Share = Procedure['quorum']['value'];

/** Whether `part` of `whole` reaches a share, without a fraction ever being rounded. */
export function reaches(part: number, whole: number, { is, of: [over, under] }: Share): boolean {
  const [left, right] = [part * under, whole * over];
  return is === 'moreThan' ? left > right : left >= right;
}

/** Who of those present may vote on a case, and the number that should attend (JT-02, JT-05). */
export function electorate(
  meeting: MeetingState,
  recused: readonly string[],
  rules: Rules,
): { voters: readonly string[]; base: number; present: number } {
  const attending = new Set(meeting.attendance?.present ?? []);
  const entitled = meeting.entitled.map((each) => each.person);
  const voters = entitled.filter((person) => attending.has(person) && !recused.includes(person));
  const leave = rules.recusedLeaveBase.value;
  const base = entitled.filter((person) => !leave || !recused.includes(person)).length;
  const present = entitled.filter(
    (person) => attending.has(person) && (!leave || !recused.includes(person)),
  ).length;
  return { voters, base, present };
}

export function hasQuorum(electors: { base: number; present: number }, rules: Rules): boolean {
  return reaches(electors.present, electors.base, rules.quorum.value);
}

export function tallyOf(votes: readonly OpenedVote[]): Tally {
  const count = (choice: OpenedVote['choice']) =>
    votes.filter((vote) => vote.choice === choice).length;
  return { for: count('agree'), against: count('disagree'), abstain: count('abstain') };
}

/**
 * What the votes resolve: the proposal as posted, or its return for checking. A meeting cannot invent another
 * amount: what was posted is what is decided (TH-06).
 */
export function resolutionOf(
  proposes: 'grant' | 'refuse',
  tally: Tally,
  electors: { base: number; voters: number },
  rules: Rules,
): Resolution {
  const base = rules.majorityBase.value === 'entitled' ? electors.base : electors.voters;
  if (!reaches(tally.for, base, rules.majority.value)) return 'return';
  return proposes === 'grant' ? 'approve' : 'refuse';
}
