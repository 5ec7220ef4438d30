/** What the record tells by itself; everything else is scored by people, with evidence. */
export const measuredCodes = [
  ...(['on-time', 'returned', 'publicity', 'objections'] as const),
  ...(['two-visitors', 'findings', 'sample-fit', 'corrections'] as const),
] as const;
export type MeasuredCode = (typeof measuredCodes)[number];

export function isMeasured(code: string): code is MeasuredCode {
  return (measuredCodes as readonly string[]).includes(code);
}
