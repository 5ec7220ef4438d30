import type { LocalDate } from '../../kernel/local-date.ts';
import { filesIn } from './item.ts';

/** One thing that came into the file after it was closed, or belongs to its daily management. */
export type LaterItem = {
  readonly class: 'approval' | 'routine';
  readonly title: string;
  /** The day it took place. */
  readonly on: LocalDate;
  /** The files that came with it. */
  readonly files: readonly { readonly name: string; readonly hash: string }[];
};

/** An event as the record has it, with its Chinese title and the stream it belongs to. */
export type TitledEvent = {
  readonly of: 'case' | 'benefit';
  readonly type: string;
  readonly title: string;
  readonly on: LocalDate;
  readonly data: unknown;
};

/**
 * What the file has grown by: everything that happened on the case after it was closed, and everything on the
 * household's entry in the register, in the order in which it happened. A file that grows from the record itself
 * cannot forget anything.
 */
export function laterItems(events: readonly TitledEvent[]): readonly LaterItem[] {
  const closing = events.findIndex(({ type }) => type === 'FileArchived');
  if (closing < 0) return [];
  return events
    .filter(
      ({ of, type }, index) => type !== 'FileArchived' && (of === 'benefit' || index > closing),
    )
    .map((event) => ({
      class: event.of === 'case' ? 'approval' : 'routine',
      title: titleOf(event),
      on: event.on,
      files: filesIn(event.data).map(({ name, hash }) => ({ name, hash })),
    }));
}

function titleOf({ type, title, data }: TitledEvent): string {
  const { material } = data as { material?: { title?: string; on?: string } };
  return type === 'MaterialAdded' && material?.title
    ? `${title}：${material.title}（${material.on ?? ''}）`
    : title;
}
