export { agrees, readScanned, type Scanned } from './issuance.ts';
export { benefitPaperList, casePaperList, type ListedPaper } from './paper-list.ts';
