import type { LocalDate } from '../../src/kernel/local-date.ts';

/** What is to happen when; what happens may put more on it. */
export type Agenda = {
  readonly add: (day: LocalDate, time: string, play: () => Promise<void>) => void;
  /** Plays everything in order of day and time, then of who came first. */
  readonly playAll: (at: (day: LocalDate, time: string) => void) => Promise<void>;
};

type Entry = { readonly key: string; readonly order: number } & {
  readonly day: LocalDate;
  readonly time: string;
  readonly play: () => Promise<void>;
};

export function createAgenda(): Agenda {
  let entries: Entry[] = [];
  let order = 0;
  return {
    add: (day, time, play) => {
      order += 1;
      entries.push({ key: `${day} ${time}`, order, day, time, play });
    },
    playAll: async (at) => {
      while (entries.length > 0) {
        const first = entries.reduce((one, other) => (isBefore(other, one) ? other : one));
        entries = entries.filter((each) => each !== first);
        at(first.day, first.time);
        await first.play();
      }
    },
  };
}

function isBefore(one: Entry, other: Entry): boolean {
  return one.key === other.key ? one.order < other.order : one.key < other.key;
}
