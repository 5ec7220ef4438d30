/** Addresses of the county's verification screens. */
export const batchPath: string = '/verification/batch';
export const gridPath = (caseId: string): string => `/verification/cases/${caseId}`;
