export { pathOf, type ReadJson } from './changed-region.ts';
export { figureFault, figureParameters } from './figure.ts';
export { dibaoAmounts, type MonthAmounts, tekunAmounts } from './month-amount.ts';
export { dayIn, monthsBack } from './preview.ts';
export { maskedName } from './masked-name.ts';
