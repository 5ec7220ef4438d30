import { createHash } from 'node:crypto';
import { placeCode } from '../../src/kernel/place.ts';
import {
  demoCounty,
  demoStaff,
  type DemoStaff,
  type TownshipRole,
} from '../../src/cli/demo/staff.ts';

const POSTS: readonly TownshipRole[] = [
  ...(['window-clerk', 'case-officer', 'investigator', 'investigator', 'poster'] as const),
  ...(['secretary', 'voter', 'voter', 'voter', 'chair'] as const),
];
const NAMES = '谷田溪云晴文江海春光平';

/** The county's office as in the demo, and ten people at each of these townships. */
export function staffOf(townships: readonly string[]): readonly DemoStaff[] {
  const county = demoStaff.filter(({ place }) => place === demoCounty);
  const atTownships = townships.flatMap((township, row) =>
    POSTS.map((role, at): DemoStaff => {
      const surname = '赵钱孙李周吴郑王冯陈褚卫'[row % 12] ?? '赵';
      return {
        id: idFrom(`${township} ${at}`),
        name: `${surname}演${NAMES[at] ?? '安'}`,
        place: placeCode(township),
        what: '模拟人员。',
        role,
      };
    }),
  );
  return [...county, ...atTownships];
}

function idFrom(text: string): string {
  const hex = createHash('sha256').update(`simulation ${text}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
