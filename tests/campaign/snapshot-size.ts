/** Rows of the file that is taken in each month while a county's money is killed: enough for several steps. */
export const SNAPSHOT = { good: 22_000, bad: 220 };
