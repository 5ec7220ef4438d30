import type { Scheme } from '../../../rules/scheme.ts';

export type SchemeAsked = '' | Scheme;

/** Which scheme and which township the page looks at; '' for all of them. */
export type Chosen = {
  readonly scheme: SchemeAsked;
  readonly setScheme: (scheme: SchemeAsked) => void;
  readonly township: string;
  readonly setTownship: (township: string) => void;
};
