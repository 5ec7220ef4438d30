import type { Verdict } from './by-hand.ts';

/** How often each answer was given, by what was asked, so that a run shows what it has really compared. */
export type Tally = Map<string, Map<string, number>>;

export function count(tally: Tally, of: string, answer: string, times = 1): void {
  const counts = tally.get(of) ?? new Map<string, number>();
  tally.set(of, counts.set(answer, (counts.get(answer) ?? 0) + times));
}

export function counted(tally: Tally, of: string, answer: string): number {
  return tally.get(of)?.get(answer) ?? 0;
}

export function totalOf(tally: Tally, of: string): number {
  return [...(tally.get(of)?.values() ?? [])].reduce((total, each) => total + each, 0);
}

export const ANSWERS = ['eligible', 'not eligible', 'cannot be decided', 'refused'] as const;
export type Answer = (typeof ANSWERS)[number];

/** One word for what a verdict says; of persons decided one by one, whether there is one. */
export function answerOf(verdict: Verdict): Answer {
  if ('refused' in verdict) return 'refused';
  if ('undecided' in verdict) return 'cannot be decided';
  const { persons, exit, eligible } = verdict as {
    readonly persons?: Readonly<Record<string, unknown>>;
    readonly exit?: readonly unknown[] | null;
    readonly eligible?: boolean;
  };
  if (exit) return exit[0] === null ? 'cannot be decided' : exit[0] ? 'eligible' : 'not eligible';
  if (eligible === undefined && persons) {
    const found = Object.values(persons);
    if (found.includes(null)) return 'cannot be decided';
    return found.length > 0 ? 'eligible' : 'not eligible';
  }
  return eligible === true ? 'eligible' : 'not eligible';
}
