export { lineKinds } from './due.ts';
export { holds } from './hold.ts';
export { accounts } from './posting.ts';
export { type ChangeKind, changeKinds } from './roll-change.ts';
export { paidSchemes, rollStatuses } from './roll.ts';
