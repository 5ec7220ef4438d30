/** Where a case's family is typed. */
export function intakePath(caseId: string): string {
  return `/intake/${caseId}`;
}

/** Who works at the window; the others read. */
export function isWindow(role: string): boolean {
  return role === 'window-clerk' || role === 'case-officer';
}
