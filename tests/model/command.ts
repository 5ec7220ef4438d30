import type { Random } from '../../src/cli/demo/random.ts';
import type { CommandContract } from '../../src/kernel/contract.ts';
import type { Actor } from '../../src/kernel/given.ts';
import type { Decision } from '../../src/kernel/outcome.ts';
import type { CaseEvent } from '../../src/modules/case/index.ts';
import type { AccessRule } from '../../src/modules/identity/index.ts';
import type { Meeting, World } from './world.ts';

/** Who asks for something, and whether the question may be twisted. */
export type Ask = {
  readonly world: World;
  readonly random: Random;
  readonly by: Actor;
  /** Wrong days, other people's papers, ids that do not exist: part of the body may be wrong. */
  readonly bent: boolean;
};

type Decider = (body: never, state: never, given: never) => Decision<{ readonly type: string }>;

/** A command as the walk gives it: what is asked, and what the route would read for the decider. */
export type Command = {
  readonly contract: Pick<CommandContract, 'name' | 'body'>;
  readonly access: AccessRule;
  readonly on: 'case' | 'meeting' | 'instrument';
  readonly body: (ask: Ask) => unknown;
  readonly more?: (ask: Ask, body: never, meeting: Meeting) => object;
  readonly decide: Decider;
  /** Which meeting a command on a meeting is about; it may begin one. */
  readonly meeting?: (ask: Ask) => Meeting;
  /** The route takes the case in hand as well: a relative of the family finds none. */
  readonly locksCase?: boolean;
  /** What the case is told of what happened in the meeting. */
  readonly tell?: (ask: Ask, body: never, meeting: Meeting) => readonly CaseEvent[];
  /** The body was read by a schema of its own before; parsing it again would only cost time. */
  readonly isRead?: boolean;
};

/** The right answer, or, where the question may be twisted, perhaps one of the wrong ones. */
export function either<T>({ random, bent }: Ask, right: T, ...wrong: readonly T[]): T {
  return bent && wrong.length > 0 && random.chance(0.4) ? random.pick(wrong) : right;
}

export const REASON = '情况属实，按规定办理';
