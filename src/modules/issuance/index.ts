export { agrees, readScanned } from './issuance.ts';
