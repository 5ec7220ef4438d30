/** Days that begin at 01:00 in Asia/Shanghai because clocks were put forward; a local-time Date gets them wrong. */
export const missingMidnights = [
  '1940-06-01',
  '1941-03-15',
  '1942-01-31',
  '1946-05-15',
  '1947-04-15',
  '1948-05-01',
  '1949-05-01',
] as const;
