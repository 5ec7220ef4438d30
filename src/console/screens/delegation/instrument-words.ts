import type { ValueOf } from '../../../kernel/contract.ts';
import { formatDate, localDate } from '../../../kernel/local-date.ts';
import type { InstrumentSummary, instrumentView } from '../../../modules/delegation/contract.ts';
import { matterTitles, standingTitles } from '../../../modules/delegation/index.ts';

export type InstrumentViewed = ValueOf<(typeof instrumentView)['answer']>;

export const newInstrumentPath: string = '/instruments/new';
export const instrumentPath = (id: string): string => `/instruments/${id}`;

/** Where an instrument stands, with what still keeps it from working. */
export function standingWords({ standing, lacksBasis }: InstrumentSummary): string {
  return lacksBasis ? '生效中，但缺省级依据' : standingTitles[standing];
}

export function periodWords({ from, to }: Pick<InstrumentSummary, 'from' | 'to'>): string {
  const start = formatDate(localDate(from));
  return to === null ? `${start}起` : `${start}至${formatDate(localDate(to))}`;
}

export function mattersWords(matters: readonly (keyof typeof matterTitles)[]): string {
  return matters.map((matter) => matterTitles[matter]).join('、');
}
