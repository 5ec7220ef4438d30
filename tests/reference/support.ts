import {
  type Fraction,
  fraction,
  larger,
  minus,
  ONE,
  order,
  over,
  smaller,
  times,
  toFen,
  ZERO,
} from './fraction.ts';
import { answer, choice, figure, isUsed, list } from './place.ts';
import { guessed, known, type Line, once } from './sheet.ts';
import { amountByRule, answerByRule } from './value.ts';

/** What a supporter outside the household pays, or is taken to pay, in a month (S57 a.13 first paragraph 4). */

type Supporter = Line<'supporter'>;

function money(fact: number | null, name: string): Fraction {
  return fraction(known(fact, name));
}

function isExempt(supporter: Supporter): boolean {
  const exemption = known(supporter.record.exemption, 'exemption');
  return exemption !== 'none' || answerByRule('supporterExemptRule', supporter);
}

/** What a head of the supporter's own family keeps. */
function thresholdOf(supporter: Supporter): Fraction {
  const { place } = supporter.sheet;
  if (isUsed(place, 'supportThresholdRule')) {
    return toFen(amountByRule('supportThresholdRule', supporter));
  }
  if (!isUsed(place, 'supportThresholdPercent')) return ZERO;
  return toFen(times(figure(place, 'supportThresholdPercent'), figure(place, 'standard')));
}

function rateOf(supporter: Supporter): Fraction {
  const { place } = supporter.sheet;
  if (isUsed(place, 'supportRateRule')) return amountByRule('supportRateRule', supporter);
  return isUsed(place, 'supportRatePercent') ? figure(place, 'supportRatePercent') : ZERO;
}

function betweenOf(supporter: Supporter): Fraction {
  if (!answer(supporter.sheet.place, 'supportShared')) return ONE;
  return money(supporter.record.supportedPersons, 'supportedPersons');
}

function ofExcess(supporter: Supporter, excess: Fraction): Fraction {
  const share = over(times(larger(ZERO, excess), rateOf(supporter)), betweenOf(supporter));
  return toFen(share);
}

function byPerCapitaExcess(supporter: Supporter): Fraction {
  const { record } = supporter;
  const income = money(record.familyMonthlyIncome, 'familyMonthlyIncome');
  const perHead = over(income, money(record.familySize, 'familySize'));
  return ofExcess(supporter, minus(perHead, thresholdOf(supporter)));
}

function byFamilyExcess(supporter: Supporter): Fraction {
  const { record } = supporter;
  const kept = times(thresholdOf(supporter), money(record.familySize, 'familySize'));
  const income = money(record.familyMonthlyIncome, 'familyMonthlyIncome');
  return ofExcess(supporter, minus(income, kept));
}

/** A share of the payer's own income; those who support several pay no more than the cap in all. */
function byShare(supporter: Supporter): Fraction {
  const { record, sheet } = supporter;
  if (!isUsed(sheet.place, 'supportSharePercent')) return ZERO;
  const shares = [figure(sheet.place, 'supportSharePercent')];
  if (isUsed(sheet.place, 'supportShareCapPercent')) {
    const persons = money(record.supportedPersons, 'supportedPersons');
    shares.push(over(figure(sheet.place, 'supportShareCapPercent'), persons));
  }
  const [first = ZERO, ...others] = shares;
  const income = money(record.ownMonthlyIncome, 'ownMonthlyIncome');
  return toFen(times(income, smaller(first, ...others)));
}

function paysByShare(supporter: Supporter): boolean {
  const { place } = supporter.sheet;
  if (!isUsed(place, 'supportShareRelations')) return false;
  return list(place, 'supportShareRelations').includes(
    known(supporter.record.relation, 'relation'),
  );
}

function estimateOf(supporter: Supporter): Fraction {
  if (paysByShare(supporter)) return byShare(supporter);
  switch (choice(supporter.sheet.place, 'supportMethod')) {
    case 'per-capita-excess':
      return byPerCapitaExcess(supporter);
    case 'family-excess':
      return byFamilyExcess(supporter);
    case 'by-rule':
      if (!isUsed(supporter.sheet.place, 'supportRule')) {
        return guessed(supporter, 'supportRule').figure;
      }
      return toFen(amountByRule('supportRule', supporter));
    default:
      return ZERO;
  }
}

/** A judgment or agreement first, else the estimate; what is really paid where it is more. */
export const supportOf = once((supporter: Supporter): Fraction => {
  const method = choice(supporter.sheet.place, 'supportMethod');
  if (method === 'none' || isExempt(supporter)) return ZERO;
  const actual = money(supporter.record.actualMonthly, 'actualMonthly');
  if (method === 'actual-only') return actual;
  const agreed = money(supporter.record.agreedMonthly, 'agreedMonthly');
  return larger(actual, order(agreed, ZERO) > 0 ? agreed : estimateOf(supporter));
});

export const supportNames = {
  supportExempt: isExempt,
  supportThreshold: thresholdOf,
  supportRate: rateOf,
  supportBetween: betweenOf,
  supportByPerCapitaExcess: byPerCapitaExcess,
  supportByFamilyExcess: byFamilyExcess,
  supportByShare: byShare,
  supportEstimate: estimateOf,
  supportAmount: supportOf,
};
