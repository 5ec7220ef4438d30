import type { NoticeTask } from './notice-task.ts';

/** One line of the publicity list: what is to be done with one notice of one case. */
export type NoticeLine = NoticeTask & {
  readonly caseId: string;
  readonly number: string;
  readonly applicant: string;
  readonly village: string;
  readonly place: string;
  readonly placeCode: string;
};

/** `待张贴 2 处,今天期满 1 处,待撤下 1 处(其中逾期 0 处),公示中 5 处。` */
export function sentenceOf(notices: readonly Pick<NoticeTask, 'act'>[]): string {
  const count = (...acts: readonly NoticeTask['act'][]) =>
    notices.filter((each) => acts.includes(each.act)).length;
  const late = count('take-down-overdue');
  const down = count('take-down', 'take-down-overdue', 'void');
  return `待张贴 ${count('post')} 处，今天期满 ${count('ends-today')} 处，待撤下 ${down} 处（其中逾期 ${late} 处），公示公布中 ${count('hanging')} 处。`;
}
