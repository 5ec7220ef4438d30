import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

/** What somebody of the supplier saw and brought: evidence, no decision. */
export type HandedIn = {
  readonly township: string;
  readonly on: LocalDate;
  /** "09:10" */
  readonly begunAt: string;
  readonly endedAt: string;
  readonly place: string;
  readonly met: string;
  readonly found: string;
  readonly files: readonly FileRef[];
};

export type ServiceWorkEvent = { readonly type: 'WorkHandedIn' } & HandedIn;
/** The newest hand-in; those before it are the earlier events, and rows of their own. */
export type ServiceWorkState =
  | (HandedIn & { readonly round: number; readonly handedIn: LocalDate; readonly by: string })
  | null;

/** The stream lies with the supplier's place: a township and the county read its row, nobody else. */
export const serviceWorkSlot: Slot<ServiceWorkState, ServiceWorkEvent> = {
  initial: null,
  evolve: {
    WorkHandedIn: (state, { type: _, ...work }, { actor, occurredOn }) => ({
      ...work,
      round: (state?.round ?? 0) + 1,
      handedIn: occurredOn,
      by: actor,
    }),
  },
  titles: { WorkHandedIn: '提交服务结果' },
};
