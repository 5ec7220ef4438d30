import { z } from 'zod';
import { command, query } from '../../kernel/contract.ts';
import { date, id } from '../contract-field.ts';

const person = z.string().regex(/^[0-9a-z-]{1,40}$/, '请从名单里选择');

/** `:holderId` is the person and the place of the post, `person.area`. */
export const recordAbsence = command({
  name: 'RecordAbsence',
  method: 'POST',
  path: '/absences/:holderId/record',
  title: '登记离岗',
  body: z.strictObject({
    absenceId: id,
    from: date,
    to: date,
    reason: z.string().trim().min(2, '请写明事由').max(200, '事由请控制在 200 字以内'),
    substitute: person.nullable().default(null),
  }),
});

export const endAbsence = command({
  name: 'EndAbsence',
  method: 'POST',
  path: '/absences/:holderId/end',
  title: '提前返岗',
  body: z.strictObject({ absenceId: id }),
});

export const assignWork = command({
  name: 'AssignWork',
  method: 'POST',
  path: '/work/:itemId/assign',
  title: '分办',
  body: z.strictObject({ person }),
});

const item = z.object({
  itemId: z.string(),
  /** Which flow it comes from, in words. */
  flow: z.string(),
  what: z.string(),
  act: z.string(),
  place: z.string(),
  placeName: z.string(),
  villageName: z.string(),
  /** '' where the law sets no day. */
  dueOn: z.string(),
  /** Working days after the day it was due; 0 while it is not late. */
  late: z.number(),
  /** It is late by so much that the next level sees to it. */
  escalated: z.boolean(),
  path: z.string(),
  /** The posts that may do it. */
  roles: z.array(z.string()),
  owner: z.string(),
  ownerName: z.string(),
  because: z.string(),
});
export type ListedWork = z.infer<typeof item>;

const absence = z.object({
  absenceId: z.string(),
  holderId: z.string(),
  name: z.string(),
  from: z.string(),
  to: z.string(),
  reason: z.string(),
  substituteName: z.string(),
});
export type ListedAbsence = z.infer<typeof absence>;

const colleague = z.object({ person: z.string(), name: z.string(), roles: z.array(z.string()) });

export const myWork = query({
  name: 'MyWork',
  method: 'GET',
  path: '/work/mine',
  title: '我的任务',
  answer: z.object({
    today: z.string(),
    holderId: z.string(),
    items: z.array(item),
    absences: z.array(absence),
    /** Who holds a post of one's own at the same place, and so may stand in. */
    colleagues: z.array(colleague),
  }),
});

export const workload = query({
  name: 'Workload',
  method: 'GET',
  path: '/work/load',
  title: '任务和人手',
  answer: z.object({
    today: z.string(),
    place: z.string(),
    people: z.array(
      colleague.extend({
        holderId: z.string(),
        open: z.number(),
        thisWeek: z.number(),
        late: z.number(),
        away: z.boolean(),
      }),
    ),
    items: z.array(item),
    /** Not given to anybody yet: the next round does, in minutes. */
    unowned: z.number(),
    absences: z.array(absence),
    /** Working days after which the next level sees to what is late. */
    escalateAfter: z.number(),
  }),
});

/** `:village` is a village, or a township for all of its villages. */
export const villageWeek = query({
  name: 'VillageWeek',
  method: 'GET',
  path: '/work/villages/:village/week',
  title: '驻村一周',
  query: z.object({ from: date.optional() }),
  answer: z.object({
    village: z.string(),
    villageName: z.string(),
    /** Monday to Sunday, each with what is due; what is late stands on the first day, what has no day at the end. */
    days: z.array(z.object({ day: z.string(), working: z.boolean(), items: z.array(item) })),
    later: z.array(item),
    villages: z.array(z.object({ code: z.string(), name: z.string(), open: z.number() })),
  }),
});
