export const filingPath = (id: string): string => `/filings/${id}`;
