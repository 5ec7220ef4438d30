import type { ValueOf } from '../../../kernel/contract.ts';
import type {
  meetingCandidates,
  meetingList,
  meetingView,
} from '../../../modules/deliberation/contract.ts';
import { meetingBodyTitles } from '../../../rules/procedure.ts';
import { SCHEME_SHORT, type Scheme } from '../../../rules/scheme.ts';
import { grantWords } from '../case/benefit-words.ts';

export type Room = ValueOf<(typeof meetingView)['answer']>;
export type RoomItem = Room['agenda'][number];
export type Candidates = ValueOf<(typeof meetingCandidates)['answer']>;
export type MeetingRow = ValueOf<(typeof meetingList)['answer']>['meetings'][number];

export const newMeetingPath: string = '/meetings/new';
export const meetingPath = (id: string): string => `/meetings/${id}`;
export const minutesUrl = (id: string): string => `/api/meetings/${id}/papers/minutes`;

export const kindTitles = meetingBodyTitles;
export const statusTitles = {
  called: '已召集',
  'in-session': '正在开会',
  ended: '已结束',
  'called-off': '已取消',
} as const;
export const itemTitles = { listed: '待研究', voting: '正在表决', resolved: '已有结果' } as const;
export const choiceTitles = { agree: '同意', disagree: '不同意', abstain: '弃权' } as const;
/** What the township proposes, with the scheme it is about. */
export function proposesWords(proposes: 'grant' | 'refuse', scheme: Scheme): string {
  return proposes === 'grant' ? `拟${grantWords(scheme)}` : `${SCHEME_SHORT[scheme]}拟不予确认`;
}

export const resolutionTitles = {
  approve: '同意给予',
  refuse: '不予确认',
  return: '退回核查',
  'to-county': '移送县级审核确认',
} as const;

export function nameIn(room: Room, person: string): string {
  const found = room.entitled.find((each) => each.person === person);
  return found?.name ?? (person === room.recorder ? room.recorderName : '');
}

/** 同意 4 · 不同意 1 · 弃权 0 */
export function tallyWords({ tally }: RoomItem): string {
  if (!tally) return '';
  return `同意 ${tally.for} · 不同意 ${tally.against} · 弃权 ${tally.abstain}`;
}
