export { closingTitles, sourceTitles } from './report.ts';
