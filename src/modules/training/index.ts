export { actTitles } from './act.ts';
