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

/** The people of one case: who votes on it, and the numbers quorum and majority are measured by. */
export type Electorate = {
  readonly voters: readonly string[];
  /** Members who should attend, without those who had to leave the case where the rules say so. */
  readonly base: number;
  readonly present: number;
  /** Members who may still decide this case, present or not. */
  readonly eligible: number;
};

/** Who of those present may vote on a case, and the number that should attend (JT-02, JT-05). */
export function electorate(
  meeting: MeetingState,
  recused: readonly string[],
  rules: Rules,
): Electorate {
  const attending = new Set(meeting.attendance?.present ?? []);
  const entitled = meeting.entitled.map((each) => each.person);
  const eligible = entitled.filter((person) => !recused.includes(person));
  const counted = rules.recusedLeaveBase.value ? eligible : entitled;
  return {
    voters: eligible.filter((person) => attending.has(person)),
    base: counted.length,
    present: counted.filter((person) => attending.has(person)).length,
    eligible: eligible.length,
  };
}

/** Enough members for the quorum, and never fewer voters than the county's least number (JT-02, TH-03). */
export function hasQuorum(electors: Electorate, rules: Rules): boolean {
  const { present, base, voters } = electors;
  return reaches(present, base, rules.quorum.value) && voters.length >= rules.fewestVoters.value;
}

/** Who presides over a case: the chair, or the next in rank who is there and need not leave it. */
export function presiderOf(
  meeting: Pick<MeetingState, 'chair' | 'entitled'>,
  there: readonly string[],
  recused: readonly string[],
): string | null {
  const ranked = [meeting.chair, ...meeting.entitled.map((each) => each.person)];
  return ranked.find((person) => there.includes(person) && !recused.includes(person)) ?? null;
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
  electors: Pick<Electorate, 'base' | 'present'>,
  rules: Rules,
): Resolution {
  const base = rules.majorityBase.value === 'entitled' ? electors.base : electors.present;
  if (!reaches(tally.for, base, rules.majority.value)) return 'return';
  return proposes === 'grant' ? 'approve' : 'refuse';
}
