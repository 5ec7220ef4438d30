import type { Room } from './meeting-words.ts';

/** What each part of the meeting room is told. */
export type RoomPart = {
  readonly room: Room;
  readonly role: string;
  /** Call after an act: the room is read again at once. */
  readonly onDone: () => void;
};
