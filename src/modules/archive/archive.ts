import type { Slot } from '../../kernel/slot.ts';
import type { LocalDate } from '../../kernel/local-date.ts';

/** One paper of the household's file (一户一档), in the order of DA-08. */
export type ArchiveItem = { readonly title: string; readonly on: LocalDate | null; readonly hash: string | null };

export type ArchiveEvent = {
  readonly type: 'FileArchived';
  readonly items: readonly ArchiveItem[];
  readonly keepUntilRule: string;
};

export type ArchiveState = {
  readonly archived: { readonly on: LocalDate; readonly items: readonly ArchiveItem[] } | null;
};

export const archiveSlot: Slot<ArchiveState, ArchiveEvent> = {
  initial: { archived: null },
  evolve: {
    FileArchived: (_, { items }, { occurredOn }) => ({ archived: { on: occurredOn, items } }),
  },
  titles: { FileArchived: '归档' },
};
