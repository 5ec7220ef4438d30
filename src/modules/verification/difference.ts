/** What differs, in the words of the sheet, and the figures that make the finding what it is. */
export type Difference = {
  readonly kind: 'undeclared' | 'more-than-declared' | 'status' | 'contradiction';
  readonly weight: 'eligibility' | 'amount';
  readonly item: string;
  readonly source: string;
  readonly declared: string;
  readonly found: string;
  readonly figures: string;
};
