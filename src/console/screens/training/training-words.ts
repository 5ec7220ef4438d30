import { formatDate, localDate } from '../../../kernel/local-date.ts';
import type { ValueOf } from '../../../kernel/contract.ts';
import type { courseView, MyTraining } from '../../../modules/training/contract.ts';

/** A course as its page has it. */
export type CourseShown = ValueOf<(typeof courseView)['answer']>;

type Standing = MyTraining['acts'][number]['standing'];

/** Addresses of these screens. */
export const paths: Readonly<Record<'mine' | 'test' | 'publish', string>> = {
  mine: '/training',
  test: '/training/test',
  publish: '/training/new',
};

export function coursePath(courseId: string): string {
  return `/training/courses/${courseId}`;
}

export function editPath(courseId: string): string {
  return `${coursePath(courseId)}/edit`;
}

/** Where one's own certificate is printed. */
export function certificateUrl(number: string): string {
  return `/api/training/certificates/${encodeURIComponent(number)}/paper`;
}

export function dayWords(day: string): string {
  return day === '' ? '' : formatDate(localDate(day));
}

/** How somebody stands with an act, as a person would say it. */
export function standingWords({ is, until }: Standing): string {
  switch (is) {
    case 'held':
      return `有效，到${dayWords(until)}`;
    case 'soon':
      return `快到期，到${dayWords(until)}，现在可以续考`;
    case 'lapsed':
      return `已于${dayWords(until)}到期，不能办理`;
    case 'revoked':
      return '证书已撤销，不能办理';
    default:
      return '还没有证书，不能办理';
  }
}

/** Whether an act is open to somebody today. */
export function mayAct({ is }: Standing): boolean {
  return is === 'held' || is === 'soon';
}

export const attemptWords = {
  open: '正在测试',
  passed: '合格',
  failed: '不合格',
  lapsed: '超时没有交卷',
} as const;
