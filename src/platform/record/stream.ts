import type { AnyEvent, EventMeta } from '../../kernel/slot.ts';
import type { ReadTx, WriteTx } from '../database/database.ts';

export type { AnyEvent } from '../../kernel/slot.ts';

/**
 * One kind of stream (case, instrument, meeting, …): how its events fold into a state and which list rows follow
 * from the state. `project` runs in the transaction of the events, so lists never lag.
 */
export type StreamKind<State, Event extends AnyEvent> = {
  readonly name: string;
  readonly initial: State;
  readonly evolve: (state: State, event: Event, meta: EventMeta) => State;
  readonly project?: (
    tx: WriteTx,
    row: { id: string; area: string; version: number; state: State },
  ) => Promise<void>;
  /** What rows that follow from the state differ in from it, in words; null when they agree. For `rebuild --check`. */
  readonly mismatch?: (
    tx: ReadTx,
    row: { id: string; area: string; state: State },
  ) => Promise<string | null>;
};

/** A stream as it stands: its state after `version` events. Version 0 has no events yet. */
export type Loaded<State> = {
  readonly id: string;
  readonly area: string;
  readonly version: number;
  readonly state: State;
};

export function streamName(kind: { name: string }, id: string): string {
  return `${kind.name}:${id}`;
}
