import { z } from 'zod';
import type { LocalDate } from '../../kernel/local-date.ts';
import { findParameter, type Region } from '../../rules/region.ts';

/** A crop, an animal or an occupation the place has a norm for, in fen per unit. */
export type Activity = {
  readonly code: string;
  readonly title: string;
  readonly low: number;
  readonly high: number;
};

const ASKED = {
  name: 'activityNorms',
  title: '种植、养殖、务工收入核算标准',
  citation: { rule: 'DB-13b', source: '《最低生活保障审核确认办法》第十三条第一款第二项' },
} as const;

const table = z.array(
  z.object({ code: z.string(), title: z.string(), low: z.number(), high: z.number() }),
);

/**
 * What may be written as somebody's crop, animal or occupation: the rows of the place's table in force on a
 * day, those for the country first. None where the place has no table.
 */
export function activitiesIn(region: Region, on: LocalDate): Activity[] {
  const rows = (['rural', 'urban'] as const).flatMap((residence) => {
    const looked = findParameter(region, ASKED, { on, knownOn: on }, residence);
    const read = table.safeParse(looked.ok ? looked.found.value : null);
    return read.success ? read.data : [];
  });
  return rows.filter(
    (each, index) => rows.findIndex((other) => other.code === each.code) === index,
  );
}
