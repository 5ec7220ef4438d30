import { bindPolicy } from '../language/bind.ts';
import type { Parameter, Rule, RuleSetText } from '../language/declaration.ts';
import type { Policy } from '../language/named.ts';
import { smallFrame } from '../language/small-frame.fixture.ts';
import { type Missing, PLACE } from '../language/value.ts';

/** The small frame with a parameter of every other kind: a choice, a list, a tier table, a table of all kinds. */

const citation = { rule: 'DB-13', source: '测试用规定' };
const parameter = (name: string, type: string, more: Partial<Parameter> = {}): Parameter => ({
  ...{ name, type, title: name, citation, ...more },
});
const rule = (name: string, type: string, formula: string, level: Rule['level'] = 'household') => ({
  ...{ name, type, formula, level, title: name, citation },
});

const BANDS = 'bands fen/month/person -> fen/month/person';
const unused = { mayBeUnused: true };

export const kindFrame: RuleSetText = {
  ...smallFrame,
  parameters: [
    parameter('standard', 'fen/month/person', { range: [0, 10_000_000] }),
    parameter('window', 'months', { range: [1, 12] }),
    parameter('share', 'percent', { range: [0, 100] }),
    parameter('flag', 'yes/no'),
    parameter('care', 'code CARE'),
    parameter('how', 'code ROUNDING'),
    parameter('step', 'fen', { range: [1, 10_000] }),
    parameter('works', 'codes WORK'),
    parameter('tiers', BANDS, { range: [0, 10_000_000] }),
    parameter('norms', 'table ACTIVITY -> gain fen, cost percent, own yes/no, care code CARE', {
      ...unused,
      columns: {
        gain: { title: 'gain', range: [0, 1_000_000] },
        cost: { title: 'cost', range: [0, 100] },
        own: { title: 'own' },
        care: { title: 'care' },
      },
    }),
  ],
  rules: [
    rule('total', 'fen/month', 'sum(member: sum(income: amount)) / window'),
    rule('perHead', 'fen/month/person', 'total / max(1 person, count(member))'),
    rule('below', 'yes/no', 'perHead < standard'),
    rule('tier', 'fen/month/person', 'lookup(tiers, perHead)'),
    rule('shared', 'fen/month', 'total * share'),
    rule('rounded', 'fen/month', 'round(total, how, step / 1 month)'),
    rule(
      'chosen',
      'persons',
      `if care = 'half' then 1 person else if flag then 2 persons else 3 persons`,
    ),
    rule('listed', 'persons', 'count(member where work in works)'),
    rule('ownAge', 'yes/no', `any(member where birth < day: ill)`),
    rule(
      'gained',
      'fen',
      'if used(norms) then sum(member: sum(income: cell(norms, activity, gain) * units)) else 0',
    ),
    rule(
      'kept',
      'fen',
      'if used(norms) then round(sum(member: sum(income: amount * cell(norms, activity, cost))), how, 1 fen) else 0',
    ),
    rule(
      'owned',
      'persons',
      'if used(norms) then count(member where any(income: cell(norms, activity, own))) else 0',
    ),
    rule(
      'caring',
      'persons',
      `if used(norms) then count(member where any(income where cell(norms, activity, care) = 'full')) else 0`,
    ),
    rule(
      'same',
      'yes/no',
      'if used(norms) then any(member: any(income where cell(norms, activity, care) = care)) else no',
    ),
  ],
};

export const KIND_VALUES: Readonly<Record<string, unknown>> = {
  ...{ standard: 80_000, window: 12, share: 35, flag: true, care: 'none', how: 'down', step: 100 },
  ...{ works: ['no'] },
  tiers: [
    { title: '一', upTo: 10_000, amount: 50_000 },
    { title: '二', upTo: 20_000, amount: 30_000 },
  ],
  norms: [
    { code: 'rice', title: '水稻', gain: 1200, cost: 40, own: true, care: 'full' },
    { code: 'pig', title: '生猪', gain: 500, cost: 60, own: false, care: 'none' },
  ],
};

/** What is given as undefined the place has not laid down. */
export function boundKinds(changed: Readonly<Record<string, unknown>> = {}): Policy {
  const all = Object.entries({ ...KIND_VALUES, ...changed });
  const absent = all
    .filter(([, value]) => value === undefined)
    .map(([field]): [string, Missing] => [
      field,
      [{ level: PLACE, id: 'urban', field, text: field }],
    ]);
  const given = new Map(all.filter(([, value]) => value !== undefined));
  const result = bindPolicy(kindFrame, given, null, new Map(absent));
  if (!result.ok) throw new Error(result.faults.map((each) => each.message).join('\n'));
  return result.policy;
}
