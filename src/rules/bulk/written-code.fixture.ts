import { bindPolicy } from '../language/bind.ts';
import type { Policy } from '../language/named.ts';
import type { Rule, RuleSetText } from '../language/declaration.ts';
import { given, smallFrame } from '../language/small-frame.fixture.ts';
import { factsOf, ran } from './small-run.fixture.ts';

/** The code generated for a formula over the small frame, as far as it differs from formula to formula. */

const citation = { rule: 'DB-13', source: '测试用规定' };

type Asked = {
  readonly type: string;
  readonly level?: Rule['level'];
  /** Other rules, by name. */
  readonly rules?: Readonly<Record<string, Pick<Rule, 'level' | 'type' | 'formula'>>>;
  readonly wanted?: readonly (readonly string[])[];
  /** What one member of the first household has beside 100 fen of income of rice. */
  readonly member?: Readonly<Record<string, unknown>>;
  readonly isUnasked?: true;
  readonly changed?: Readonly<Record<string, unknown>>;
  /** What a second place has otherwise. */
  readonly elsewhere?: Readonly<Record<string, unknown>>;
  readonly codes?: RuleSetText['codes'];
};

export function writtenFor(formula: string, asked: Asked): readonly string[] {
  const rules = { ...asked.rules, added: { level: 'household', ...asked, formula } as const };
  const made = Object.entries(rules).map(
    ([name, { level, type, formula: own }]): Rule => ({
      ...{ name, level, type, citation, title: name, formula: own },
    }),
  );
  const text = {
    ...smallFrame,
    rules: [...smallFrame.rules, ...made],
    codes: { ...smallFrame.codes, ...asked.codes },
  };
  const of = (member: object, place = '990101') => {
    const incomes = [{ activity: 'rice', units: 1, amount: 100 }];
    return factsOf([{ birth: '1980-01-01', ill: false, work: 'yes', incomes, ...member }], place);
  };
  const first = of(asked.member ?? {});
  const households = [
    asked.isUnasked ? { ...first, incomes: null } : first,
    ...(asked.elsewhere ? [of({}, '990102')] : []),
  ];
  const policy = bound(text, asked.changed);
  const other = bound(text, asked.elsewhere);
  const run = ran(text, households, asked.wanted ?? [['added']], (place) =>
    place === '990101' ? policy : other,
  );
  const [code = run.refusals.join(), ...more] = run.codes;
  if (more.length > 0) throw new Error('more than one shape');
  return code.split('\n');
}

/** What is done for each household, one statement to a line. */
export function bodyFor(formula: string, asked: Asked): string {
  const lines = writtenFor(formula, asked);
  const own = lines.slice(lines.indexOf('let lane = 1;') + 1, lines.indexOf('r0[h] = lane;'));
  return own.join('\n').replaceAll('\n}', ' }');
}

function bound(text: RuleSetText, changed: Readonly<Record<string, unknown>> = {}): Policy {
  const result = bindPolicy(text, given(changed));
  if (!result.ok) throw new Error(result.faults.map((each) => each.message).join('\n'));
  return result.policy;
}
