export type { NoticeKind, NoticeLevel, Notice, Objection, Appraisal, PublicityEvent, PublicityState } from './publicity.ts';
export { publicitySlot, openObjections } from './publicity.ts';
