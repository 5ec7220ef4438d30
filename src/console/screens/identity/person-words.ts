import type { ValueOf } from '../../../kernel/contract.ts';
import type { personList } from '../../../modules/identity/contract.ts';

export type PersonRow = ValueOf<(typeof personList)['answer']>['persons'][number];
export type PostRow = PersonRow['posts'][number];

export const postStandings: Readonly<Record<PostRow['standing'], string>> = {
  asked: '待批准',
  held: '在岗',
  declined: '未同意',
  ended: '已终止',
};

/** Posts in use or asked for: 罗江镇 民政经办（在岗）. */
export function postsWords({ posts }: PersonRow): string {
  const shown = posts.filter(({ standing }) => standing === 'asked' || standing === 'held');
  const words = shown.map(
    ({ placeName, roleTitle, standing }) =>
      `${placeName} ${roleTitle}（${postStandings[standing]}）`,
  );
  return words.length === 0 ? '没有岗位' : words.join('；');
}

export function accountWords(person: PersonRow): string {
  if (person.loginName === '') return '没有登录账号';
  if (person.isLocked) return '已锁定';
  if (!person.hasPassword) return '未设口令';
  return person.hasSecondFactor ? '已启用' : '待设动态码';
}
