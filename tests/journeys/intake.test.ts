import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptedCase, authorisedCase } from '../../src/cli/demo/verbs/intake.ts';
import { generateFamily, type SyntheticFamily } from '../../src/cli/demo/person.ts';
import { familyPlacesIn } from '../../src/cli/demo/family-place.ts';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { caseView } from '../../src/modules/case/contract.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { type County, LUOJIANG, openCounty } from '../county.ts';

const on = localDate('2026-03-02');
const places = createStandards().divisions.flatMap((each) => familyPlacesIn(each, LUOJIANG));
let next = 0;
const newFamily = (): SyntheticFamily => generateFamily(20, { number: next++, on, places });

describe('受理', () => {
  let county: County;
  let window: Desk;
  beforeAll(async () => {
    county = await openCounty(on);
    window = await county.desk('window-clerk', LUOJIANG);
  });
  afterAll(() => county.close());

  it('登记、清单齐全后受理,编号为县、年、序号', async () => {
    const caseId = await acceptedCase(window, newFamily());
    const { body } = await window.ask(caseView, { caseId });
    expect(body.summary.number).toBe('511702-2026-000001');
    expect(body.summary.acceptedOn).toBe('2026-03-02');
  });

  it('授权齐全并作近亲属声明后,授权承诺环节办结', async () => {
    const caseId = await authorisedCase(window, newFamily(), on);
    const { body } = await window.ask(caseView, { caseId });
    expect(body.stages.find((each) => each.id === 'authorisation')?.status).toBe('done');
  });
});
