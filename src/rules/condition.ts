import type { Scheme } from './scheme.ts';

/** One condition of a scheme: the rule that says whether it holds, its figure, its line. */
export type Condition = {
  readonly rule: string;
  readonly figure?: string;
  /** A rule that gives the line. */
  readonly limit?: string;
  /** A parameter that is the line. */
  readonly parameter?: string;
  /** The parameter a place leaves unused when it has no such test. */
  readonly needs?: string;
  /** What a figure without a unit counts, as the documents count it. */
  readonly countedIn?: '辆' | '套';
};

function property(prefix: string): readonly Condition[] {
  const test = (
    name: string,
    figure: string,
    by: 'rule' | 'parameter',
    countedIn?: Condition['countedIn'],
  ): Condition => {
    const line = `${prefix}${name}Limit`;
    const [rule, needs] = [`${prefix}${name}Within`, line];
    return {
      ...{ rule, figure, needs },
      ...(by === 'rule' ? { limit: line } : { parameter: line }),
      ...(countedIn ? { countedIn } : {}),
    };
  };
  return [
    test('Financial', 'financialTotal', 'rule'),
    test('Vehicles', `${prefix}Vehicles`, 'parameter', '辆'),
    test('Homes', `${prefix}Homes`, 'parameter', '套'),
    test('HomeArea', `${prefix}HomeArea`, 'rule'),
    test('NonResidential', 'countedNonResidential', 'parameter', '套'),
    test('Capital', 'registeredCapitalTotal', 'parameter'),
    { rule: `${prefix}NotBarred`, needs: `${prefix}PropertyBar` },
  ];
}

/** The conditions of each scheme over the household, in the statute's order. 特困 is decided per person. */
export const CONDITIONS: Readonly<Record<Scheme, readonly Condition[]>> = {
  dibao: [
    { rule: 'incomeBelowStandard', figure: 'perCapitaIncome', parameter: 'standard' },
    ...property('dibao'),
  ],
  margin: [
    { rule: 'incomeBelowMargin', figure: 'perCapitaIncome', limit: 'marginLine' },
    ...property('margin'),
  ],
  rigid: [
    { rule: 'incomeBelowRigidLine', figure: 'perCapitaIncome', limit: 'rigidLine' },
    { rule: 'rigidPropertyMet' },
    { rule: 'rigidRatioMet', figure: 'monthlySpending', limit: 'rigidSpendingLine' },
    { rule: 'rigidOtherMet', needs: 'rigidOtherBar' },
  ],
  tekun: [],
  temporary: [
    { rule: 'temporaryConditionMet' },
    { rule: 'notRepeated' },
    { rule: 'withinYearlyCount', needs: 'temporaryYearlyCount' },
  ],
};

/** What is decided for one person in 特困, in the statute's order. */
export const PERSON_CONDITIONS: readonly string[] = [
  'noLabourCapacity',
  'noLivelihood',
  'noSupporter',
  'notJailedOrMissing',
  'notInOrphanProgramme',
];
