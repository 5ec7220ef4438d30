import { describe, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { correctedFacts } from '../../../modules/assessment/correct-facts.ts';
import {
  type HouseholdFacts,
  householdFactsSchema,
  jsonSchemaOfFacts,
} from '../../../rules/facts.ts';
import type { ColumnSetting } from '../intake/column-setting.ts';
import { type FactChoice, factChoices } from './fact-choice.ts';

const setting: ColumnSetting = {
  people: [{ value: 'a', label: '赵演一' }],
  activities: [{ code: 'rice', title: '水稻', low: 30_000, high: 60_000 }],
  personClasses: [{ value: 'uraemia', label: '尿毒症患者' }],
  hardshipClasses: [{ value: 'a', label: 'A类' }],
  asksConsumption: true,
  on: localDate('2026-03-02'),
  weighsTekun: false,
};

/** One record of every kind, nothing known about any. */
const facts: HouseholdFacts = householdFactsSchema.parse({
  place: '511702102200',
  members: [{ id: 'a', relation: 'self' }],
  incomes: [{ id: 'i', member: 'a', kind: 'wage', period: 'per-month' }],
  transfersPaid: [{ id: 't', member: 'a', kind: 'tax', period: 'per-year' }],
  assets: [{ id: 'h', owner: 'a', kind: 'house' }],
  supporters: [{ id: 's', supports: 'a' }],
  spendings: [{ id: 'p', member: 'a', kind: 'medical' }],
  pastReliefs: [{ id: 'r' }],
});

const choices = factChoices(facts, () => '赵演一', setting);
const pathsThatDo = (does: FactChoice['does']) =>
  choices.filter((each) => each.does === does).map(({ path }) => path.join('.'));

type Schema = {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
};

/** Paths of every fact in the schema, each list with its first record. */
function factPaths(schema: Schema, path = ''): string[] {
  const whole = schema.anyOf?.find((each) => each.items ?? each.properties) ?? schema;
  const at = path === '' ? '' : `${path}.`;
  if (whole.items) return factPaths(whole.items, `${at}0`);
  if (!whole.properties) return [path];
  return Object.entries(whole.properties).flatMap(([key, each]) => factPaths(each, at + key));
}

describe('更正和试算', () => {
  it('每一项事实都可以更正，编号、户籍地和受理日期除外', () => {
    const every = factPaths(jsonSchemaOfFacts() as Schema).filter(
      (path) => !path.endsWith('.id') && path !== 'place' && path !== 'acceptedOn',
    );
    expect(every).toContain('relief.loss');
    expect(pathsThatDo('change').toSorted()).toEqual(every.toSorted());
    expect(new Set(choices.map(({ label }) => label)).size).toBe(choices.length);
  });

  it('每种记录都可以整项删去；收入、财产、刚性支出可以补记', () => {
    expect(pathsThatDo('strike')).toEqual([
      ...['incomes.0', 'transfersPaid.0', 'assets.0', 'supporters.0', 'spendings.0'],
      'pastReliefs.0',
    ]);
    expect(pathsThatDo('add')).toEqual(['incomes.1', 'assets.1', 'spendings.1']);
  });

  it('没有登记过突发困难的，更正其中一项即开始登记；删去一次临时救助', () => {
    const shared = { basis: 'visit', reason: '入户查实', evidence: [] } as const;
    const begun = correctedFacts(facts, [
      { ...shared, path: ['relief', 'cause'], from: null, to: 'fire' },
      { ...shared, path: ['relief', 'loss'], from: null, to: 500_000 },
      { ...shared, path: ['pastReliefs', 0], from: facts.pastReliefs?.[0], to: null },
    ]);
    expect(begun.ok && begun.facts.relief).toMatchObject({
      cause: 'fire',
      loss: 500_000,
      kind: null,
    });
    expect(begun.ok && begun.facts.pastReliefs).toEqual([]);
    const wrong = [
      ['relief', 'weather'],
      ['relief', 'cause', 'x'],
    ];
    for (const path of wrong) {
      const done = correctedFacts(facts, [{ ...shared, path, from: null, to: 'fire' }]);
      expect(done.ok).toBe(false);
    }
  });
});
