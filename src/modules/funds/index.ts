export { paidSchemes, rollStatuses } from './roll.ts';
