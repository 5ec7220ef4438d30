export type { ArchiveItem, ArchiveEvent, ArchiveState } from './archive.ts';
export { archiveSlot } from './archive.ts';
