import { fen } from '../../kernel/fen.ts';
import {
  addDays,
  addMonths,
  type LocalDate,
  localDate,
  monthAfter,
} from '../../kernel/local-date.ts';
import type { Scheme } from '../../rules/scheme.ts';
import type { Office } from './office.ts';
import { demoCounty } from './staff.ts';
import { idNumberFrom } from './synthetic-identity.ts';
import {
  checkAtHome,
  confirmExisting,
  registerExisting,
  reportChange,
  reportDeath,
  startReview,
} from './verbs/review.ts';

// The last sequence number of a day, which generated families never reach.
const SERIAL = 1461 * 498;
const VILLAGE = '511702102200';
const LUOJIANG = '511702102';

type Before = {
  readonly names: readonly string[];
  readonly scheme: Scheme;
  readonly yuan: number;
  /** How many months ago somebody last looked: a review is late after six. */
  readonly checkedMonthsAgo: number;
};

/** Households of the time before this system, taken over from the old list: some of them are due, one is late. */
const before: readonly Before[] = [
  { names: ['方演桂', '石演兰'], scheme: 'dibao', yuan: 560, checkedMonthsAgo: 8 },
  { names: ['姚演菊'], scheme: 'dibao', yuan: 420, checkedMonthsAgo: 6 },
  { names: ['邵演柏'], scheme: 'tekun', yuan: 980, checkedMonthsAgo: 11 },
  { names: ['汪演萍', '祁演远', '祁演宁'], scheme: 'dibao', yuan: 885, checkedMonthsAgo: 3 },
];

/** Enters them, has them compared, and lets a little happen: a review under way, a death, a reported change. Answers their ids. */
export async function takeOverRecipients(
  office: Office,
  { today, on }: { readonly today: LocalDate; readonly on: LocalDate },
): Promise<readonly string[]> {
  const writer = office.desk('aid-officer', demoCounty, 0);
  const leader = office.desk('county-leader', demoCounty);
  const ids: string[] = [];
  for (const [index, { names, scheme, yuan, checkedMonthsAgo }] of before.entries()) {
    const decidedOn = addMonths(today, -24);
    const benefitId = await registerExisting(writer, {
      scheme,
      village: VILLAGE,
      document: `通民救〔${decidedOn.slice(0, 4)}〕演${index + 1}号`,
      decidedOn,
      from: monthAfter(decidedOn),
      amount: fen(yuan * 100),
      lastCheckedOn: addMonths(today, -checkedMonthsAgo),
      people: names.map((name, person) => ({
        name,
        idNumber: idNumberFrom(
          SERIAL,
          addDays(localDate('1951-03-01'), index * 10 + person),
          'female',
        ),
      })),
    });
    await confirmExisting(leader, benefitId);
    ids.push(benefitId);
  }
  const officer = office.desk('case-officer', LUOJIANG);
  const [first = '', , , last = ''] = ids;
  await reportDeath(officer, first, 'm2', addDays(on, -10));
  await startReview(officer, last);
  await checkAtHome(officer, last, on, [
    office.person('investigator', LUOJIANG),
    office.person('investigator', LUOJIANG, 1),
  ]);
  await reportChange(officer, last, '长子外出务工，每月寄回600元', addDays(on, -5));
  return ids;
}
