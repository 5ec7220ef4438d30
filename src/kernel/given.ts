import type { Instant } from './clock.ts';
import type { LocalDate } from './local-date.ts';
import type { PlaceCode } from './place.ts';

/** The person who gives a command, in the post they act in. */
export type Actor = {
  readonly person: string;
  readonly name: string;
  readonly post: string;
  readonly role: string;
  readonly area: PlaceCode;
};

/** What every decider is given besides the command and the state: the time and the acting person. */
export type Given = {
  readonly now: Instant;
  readonly today: LocalDate;
  readonly by: Actor;
};
