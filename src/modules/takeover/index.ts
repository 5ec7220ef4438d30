export { takenSheets, type TakeoverState } from './takeover.ts';
