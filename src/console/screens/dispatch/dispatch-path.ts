import type { FigureCode } from '../../../modules/dispatch/figure.ts';

export const dispatchPath = (dispatchId: string): string => `/dispatches/${dispatchId}`;
export const tablePath = (tableId: string): string => `/monthly-tables/${tableId}`;

/** Where a figure is looked into: which, of which place and scheme. */
export function figurePath(
  dispatchId: string,
  asked: { readonly code: FigureCode; readonly place: string; readonly scheme: string },
): string {
  return `/dispatches/${dispatchId}/figure?${new URLSearchParams(asked).toString()}`;
}

export function monthWords(month: string): string {
  const [year = '', of = ''] = month.split('-');
  return `${year}年${Number(of)}月`;
}
