import type { Sealer } from '../../platform/crypto/sealed.ts';
import type { PlainRow } from './read-snapshot-row.ts';

/** Rows as they are kept, a column each: nothing in them tells who they are about to somebody without the keys. */
export type SealedRows = {
  readonly good: number;
  readonly place: string;
  readonly idIndex: string;
  readonly account: string;
  readonly date: string;
  readonly amount: string;
  readonly code: string;
  readonly detail: string;
};

/** Between the values of a column; no cell holds it, because signs that control are taken out of every cell. */
export const BETWEEN = '\u0001';

/** What the text of a row is bound to: copied to another row it does not open. */
export function rowContext(loadId: string, place: number): string {
  return `snapshot:${loadId}:${place}`;
}

/** Rows without anything that tells who they are about. */
export function sealRows(sealer: Sealer, loadId: string, rows: readonly PlainRow[]): SealedRows {
  const column = (of: (row: PlainRow) => string | number) => rows.map(of).join(BETWEEN);
  return {
    good: rows.length,
    place: column(({ place }) => place),
    idIndex: column(({ idNumber }) =>
      idNumber === '' ? '' : sealer.indexOf('idNumber', idNumber),
    ),
    account: column(({ account }) => (account === '' ? '' : sealer.indexOf('account', account))),
    date: column(({ date }) => date),
    amount: column(({ amount }) => amount ?? ''),
    code: column(({ code }) => code),
    detail: column(({ place, text }) =>
      text === '' ? '' : sealer.seal('text', rowContext(loadId, place), text).cipher,
    ),
  };
}
