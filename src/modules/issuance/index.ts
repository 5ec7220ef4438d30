export { agrees, CODE_EXAMPLE, readScanned, type Scanned } from './issuance.ts';
export { benefitPaperList, casePaperList, type ListedPaper } from './paper-list.ts';
