import { expect, it } from 'vitest';
import { createOffice } from '../../src/cli/demo/office.ts';
import { takeOverRecipients } from '../../src/cli/demo/recipients.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { benefitList, reviewTasks } from '../../src/modules/review/contract.ts';
import { COUNTY, LUOJIANG, openCounty } from '../county.ts';

it('演示区县有原来的救助对象：有的核查超期，有的正在核查，有人去世待复核', async () => {
  const [today, on] = [localDate('2026-11-23'), localDate('2026-10-12')];
  const county = await openCounty(on);
  await takeOverRecipients(createOffice(county.app, county.clock), { today, on });
  county.clock.set(today);
  const aid = await county.desk('aid-officer', COUNTY);
  expect((await aid.ask(benefitList, {})).body).toMatchObject({ households: 4, people: 7 });
  const officer = await county.desk('case-officer', LUOJIANG);
  const { tasks } = (await officer.ask(reviewTasks, {}, { mine: 'true', days: '366' })).body;
  const kinds = tasks.map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(['review', 'death', 'conclude', 'reassess']));
  expect(tasks.some(({ left }) => left !== null && left < 0)).toBe(true);
  await county.close();
});
