import type { Instant } from './clock.ts';
import type { LocalDate } from './local-date.ts';

/** The shape of every event: a type in the past tense, and plain JSON beside it. */
export type AnyEvent = { readonly type: string };

/** What a reducer may know about an event besides its own content. */
export type EventMeta = {
  readonly seq: number;
  /** Person who did it. */
  readonly actor: string;
  /** The post that person acted in. */
  readonly post: string;
  /** The day it took place. */
  readonly occurredOn: LocalDate;
  readonly recordedAt: Instant;
};

/**
 * A module's part of a stream: where it starts, what each of its events does to it, and the Chinese title each
 * event has on a timeline. A case is one stream with a slot per module; a meeting or an instrument has one slot.
 */
export type Slot<State, Event extends AnyEvent> = {
  readonly initial: State;
  readonly evolve: {
    readonly [Type in Event['type']]: (
      state: State,
      event: Extract<Event, { type: Type }>,
      meta: EventMeta,
    ) => State;
  };
  readonly titles: { readonly [Type in Event['type']]: string };
};

type Reducer<State> = (state: State, event: AnyEvent, meta: EventMeta) => State;

/** Applies one event to one slot; an event of another module leaves it as it is. */
export function evolveSlot<State, Event extends AnyEvent>(
  { evolve }: Slot<State, Event>,
  state: State,
  event: AnyEvent,
  meta: EventMeta,
): State {
  const reducers = evolve as unknown as Record<string, Reducer<State> | undefined>;
  const reducer = reducers[event.type];
  return reducer ? reducer(state, event, meta) : state;
}
