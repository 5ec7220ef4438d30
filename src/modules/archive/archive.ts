import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

/** One paper of the household's file （一户一档）, in the order of DA-08. */
export type ArchiveItem = {
  readonly title: string;
  readonly on: LocalDate | null;
  /** SM3 of the file; null for a paper that the program prints from the record whenever it is asked. */
  readonly hash: string | null;
};

/** A paper made elsewhere that came after the file was closed: a suit, a review, a complaint. */
export type AddedMaterial = {
  readonly title: string;
  /** The day on the paper. */
  readonly on: LocalDate;
  readonly file: FileRef;
};

export type ArchiveEvent =
  | {
      readonly type: 'FileArchived';
      readonly items: readonly ArchiveItem[];
      /** How long the file is kept, in words, with where that stands (DA-02, doubt D-10). */
      readonly keepUntilRule: string;
    }
  | { readonly type: 'MaterialAdded'; readonly material: AddedMaterial };

export type ArchiveState = {
  /** The index as it was when the file was closed: what comes later is added behind it, nothing in it changes. */
  readonly archived: {
    readonly on: LocalDate;
    readonly by: string;
    readonly items: readonly ArchiveItem[];
    readonly keepUntilRule: string;
  } | null;
};

export const archiveSlot: Slot<ArchiveState, ArchiveEvent> = {
  initial: { archived: null },
  evolve: {
    FileArchived: (_, { items, keepUntilRule }, { actor, occurredOn }) => ({
      archived: { on: occurredOn, by: actor, items, keepUntilRule },
    }),
    // What came later is read off the record itself (later.ts).
    MaterialAdded: (state) => state,
  },
  titles: { FileArchived: '归档', MaterialAdded: '补充归档' },
};
