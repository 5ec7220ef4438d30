import { z } from 'zod';
import { query } from '../../kernel/contract.ts';
import { standingShape } from '../funds/budget-contract.ts';
import { cityCodes } from './city-figure.ts';
import { columnCodes } from './column-code.ts';
import { waitingCodes } from './waiting.ts';

const figure = z.number().nullable();
const code = z.enum(waitingCodes);

const group = z.object({
  code,
  title: z.string(),
  act: z.string(),
  count: z.number(),
  late: z.number(),
  due: z.string(),
});

const township = z.object({
  township: z.string(),
  name: z.string(),
  figures: z.record(z.enum(columnCodes), figure),
});

export const countyHome = query({
  name: 'CountyHome',
  method: 'GET',
  path: '/county-home',
  title: '总览',
  query: z.object({ months: z.coerce.number().int().min(1).max(36).default(3) }),
  answer: z.object({
    sentence: z.string(),
    since: z.string(),
    /** What to do next; null when nothing waits. */
    next: group.nullable(),
    waiting: z.array(group),
    /** Where the money of the year does not last. */
    shortages: z.array(standingShape),
    figures: z.array(z.object({ title: z.string(), words: z.string(), definition: z.string() })),
    townships: z.array(township),
  }),
});
export type CountyHome = ReturnType<(typeof countyHome)['answer']['parse']>;

/** What a number of the home page is made of. */
export const countyHomeList = query({
  name: 'CountyHomeList',
  method: 'GET',
  path: '/county-home/:group',
  title: '需要县里办的事',
  answer: z.object({
    title: z.string(),
    total: z.number(),
    rows: z.array(
      z.object({
        what: z.string(),
        townshipName: z.string(),
        due: z.string(),
        late: z.boolean(),
        path: z.string(),
      }),
    ),
  }),
});
export type WaitingLine = ReturnType<(typeof countyHomeList)['answer']['parse']>['rows'][number];

/** A city's counties side by side, by sums alone. */
export const cityView = query({
  name: 'CityView',
  method: 'GET',
  path: '/city',
  title: '各县（市、区）',
  query: z.object({ months: z.coerce.number().int().min(1).max(36).default(12) }),
  answer: z.object({
    city: z.string(),
    since: z.string(),
    counties: z.array(
      z.object({
        county: z.string(),
        name: z.string(),
        /** null: nothing is known of it here. */
        figures: z.record(z.enum(cityCodes), figure).nullable(),
      }),
    ),
  }),
});
