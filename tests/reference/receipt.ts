import {
  type Fraction,
  fraction,
  isBelow,
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
import { answer, figure, isUsed, list, tableRow } from './place.ts';
import { guessed, known, type Line, once } from './sheet.ts';
import { amountByRule } from './value.ts';

/** One receipt of the twelve (or other number of) months: its class, its amount, its costs, what counts of it. */

type Receipt = Line<'income'>;

const CLASSES: Readonly<Record<string, readonly string[]>> = {
  wage: ['wage'],
  business: ['farming', 'breeding', 'business'],
  property: [
    ...['rent', 'interest', 'dividend', 'insurance-return', 'asset-sale', 'land-transfer'],
    'collective-dividend',
  ],
  transfer: [
    ...['basic-pension', 'pension', 'unemployment', 'survivor', 'compensation', 'gift'],
    ...['support-received', 'disability-allowance', 'old-age-allowance'],
  ],
};

/** S57 a.13 second paragraph: never counted. */
const NEVER = [
  ...['preferential-pension', 'family-planning', 'scholarship', 'bravery-award'],
  'government-assistance',
];

/** What a receipt is by its kind, counted or not. */
function natureOf({ record }: Receipt): string {
  const found = Object.entries(CLASSES).find(([, kinds]) => kinds.includes(record.kind));
  return found ? found[0] : 'other';
}

export function classOf(receipt: Receipt): string {
  const { kind } = receipt.record;
  const { place } = receipt.sheet;
  if (NEVER.includes(kind)) return 'exempt';
  if (kind === 'basic-pension' && answer(place, 'basicPensionExempt')) return 'exempt';
  return list(place, 'extraExemptKinds').includes(kind) ? 'exempt' : natureOf(receipt);
}

/** The accounting period, in months. */
export function windowOf(line: Line): Fraction {
  return figure(line.sheet.place, 'incomeWindow');
}

/** How often an amount of this period falls into the accounting period. */
export function timesIn(line: Line<'income'> | Line<'transfer'>): Fraction {
  const window = windowOf(line);
  if (line.record.period === 'per-month') return window;
  return line.record.period === 'per-year' ? over(window, fraction(12)) : ONE;
}

function normRow(receipt: Receipt): Record<string, number> {
  const activity = known(receipt.record.activity, 'activity');
  return tableRow(receipt.sheet.place, 'activityNorms', activity);
}

/** The place's norm; where it gives a range, what was chosen within it. */
function normOf(receipt: Receipt): Fraction {
  const row = normRow(receipt);
  const [low, high] = [row['low'] ?? 0, row['high'] ?? 0];
  if (low === high) return fraction(low);
  const { normChosen } = receipt.record;
  if (normChosen !== null && normChosen >= low && normChosen <= high) return fraction(normChosen);
  return fraction(low + Math.floor(guessed(receipt, 'normChosen').share * (high - low)));
}

const grossOf = once((receipt: Receipt): Fraction => {
  const { record } = receipt;
  if (record.basis === 'stated') {
    return toFen(times(fraction(known(record.amount, 'amount')), timesIn(receipt)));
  }
  if (!isUsed(receipt.sheet.place, 'activityNorms')) return guessed(receipt, 'norms').figure;
  const quantity = fraction(known(record.quantityHundredths, 'quantityHundredths'), 100);
  const yearly = fraction(normRow(receipt)['times'] ?? 0);
  const share = over(windowOf(receipt), fraction(12));
  return toFen(times(normOf(receipt), quantity, yearly, share));
});

const costsOf = once((receipt: Receipt): Fraction => {
  const { record, sheet } = receipt;
  if (record.basis === 'norm') {
    if (!isUsed(sheet.place, 'activityNorms')) return ZERO;
    const percent = fraction(normRow(receipt)['cost'] ?? 0, 100);
    return toFen(times(grossOf(receipt), percent));
  }
  const share = amountByRule('costShare', receipt);
  if (isUsed(sheet.place, 'costShare') && order(share, ZERO) > 0) {
    return toFen(times(grossOf(receipt), share));
  }
  return toFen(times(fraction(known(record.costs, 'costs')), timesIn(receipt)));
});

/** Business and property are counted net; costs of work are taken off a person's wages together. */
function afterCosts(receipt: Receipt): Fraction {
  const isNet = ['business', 'property'].includes(classOf(receipt));
  return isNet ? minus(grossOf(receipt), costsOf(receipt)) : grossOf(receipt);
}

/** Less what the place does not count of it: at most what there is to count. */
function netOf(receipt: Receipt): Fraction {
  const net = afterCosts(receipt);
  if (!isUsed(receipt.sheet.place, 'exemptAmount')) return net;
  const exempt = toFen(amountByRule('exemptAmount', receipt));
  return minus(net, smaller(larger(net, ZERO), exempt));
}

const countedOf = once((receipt: Receipt): Fraction => {
  if (classOf(receipt) === 'exempt') return ZERO;
  const net = netOf(receipt);
  if (!isUsed(receipt.sheet.place, 'spreadOver')) return net;
  const months = amountByRule('spreadOver', receipt);
  const window = windowOf(receipt);
  const isSpread = isBelow(window, months) && order(net, ZERO) > 0;
  return isSpread ? toFen(over(times(net, window), months)) : net;
});

/** S43 a.6: what counts of a receipt where a person's livelihood is asked about. */
function ofLivelihood(receipt: Receipt): Fraction {
  const { kind } = receipt.record;
  const never = ['basic-pension', 'preferential-pension', 'old-age-allowance'];
  if ([...never, 'government-assistance'].includes(kind)) return ZERO;
  if (list(receipt.sheet.place, 'tekunExemptKinds').includes(kind)) return ZERO;
  const isNet = ['business', 'property'].includes(natureOf(receipt));
  return isNet ? minus(grossOf(receipt), costsOf(receipt)) : grossOf(receipt);
}

export const receipts = { classOf, costsOf, countedOf, ofLivelihood };

export const receiptNames = {
  incomeClass: classOf,
  incomeTimes: timesIn as (receipt: Receipt) => Fraction,
  chosenNorm: normOf,
  grossIncome: grossOf,
  incomeCosts: costsOf,
  netIncome: netOf,
  countedIncome: countedOf,
  tekunIncome: ofLivelihood,
};
