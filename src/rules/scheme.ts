/** The five kinds of assistance a township decides, and the words officials use. */
export const SCHEME = {
  dibao: '最低生活保障',
  margin: '低保边缘家庭',
  rigid: '刚性支出困难家庭',
  tekun: '特困人员救助供养',
  temporary: '临时救助',
} as const;

export type Scheme = keyof typeof SCHEME;

/** The same, short, as lists and lines name them. */
export const SCHEME_SHORT = {
  dibao: '低保',
  margin: '低保边缘家庭',
  rigid: '刚性支出困难家庭',
  tekun: '特困人员',
  temporary: '临时救助',
} as const satisfies Record<Scheme, string>;

/** What a scheme gives: money each month, one sum, or a recognition other help rests on. */
export const GIVES = {
  dibao: 'monthly',
  margin: 'recognition',
  rigid: 'recognition',
  tekun: 'monthly',
  temporary: 'once',
} as const satisfies Record<Scheme, 'monthly' | 'once' | 'recognition'>;

export const schemes = Object.keys(SCHEME) as readonly Scheme[];

/** What is asked of the rules: a scheme, and what follows for a family that is not in 低保. */
export type Target = Scheme | 'alone' | 'exit';

/** What each scheme's result is read from; a place must have settled every parameter these rest on. */
export const TARGETS = {
  dibao: [
    ...['memberGround', 'counted', 'eligible', 'monthlyAmount', 'amountWithinStandard'],
    ...['financialPerHead', 'financialTotal', 'countedNonResidential', 'registeredCapitalTotal'],
  ],
  alone: ['aloneDoor', 'aloneEligible', 'aloneAmount'],
  exit: ['exitMonths', 'inGradualExit', 'gradualExitAmount'],
  margin: [
    ...['memberGround', 'counted', 'inMargin', 'marginLine'],
    ...['financialPerHead', 'countedNonResidential', 'registeredCapitalTotal'],
  ],
  rigid: [
    ...['memberGround', 'counted', 'inRigid', 'rigidLine', 'rigidValidity'],
    ...['countedNonResidential', 'registeredCapitalTotal'],
  ],
  tekun: ['memberGround', 'counted', 'perCapitaIncome', 'tekunEligible', 'tekunAmount', 'careTier'],
  temporary: [
    ...['memberGround', 'counted', 'temporaryEligible', 'temporaryAmount', 'withinTownship'],
    ...['needsCoordination', 'payInStages'],
  ],
} as const satisfies Record<Target, readonly string[]>;
