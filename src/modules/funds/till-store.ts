import { sql } from 'kysely';
import { type Fen, fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import { book, type Booked, lockFunds } from './ledger-store.ts';
import { drawn, residenceOfTownship } from './pot.ts';
import { potsOf } from './pot-store.ts';
import { type Account, type Moved, moved, type PostedPot } from './posting.ts';
import { takePieces } from './take-pieces.ts';

const SCHEME = 'temporary';

/** What happened to a township's till, booked once by its event. */
export type TillAct = {
  readonly township: string;
  /** The version of the till's stream. */
  readonly version: number;
  readonly booked: Booked;
};

/**
 * Keeps whoever lines 临时救助 of a county for the bank, or hands it out of a till, waiting until the transaction ends:
 * what one of them gives, the other must see.
 */
export async function lockRelief(tx: WriteTx, area: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`relief:${area.slice(0, 6)}`}))`.execute(tx);
}

/** Whether the first sum of this help stands on a roll: the bank pays it. */
export async function isReliefLined(tx: ReadTx, caseId: string): Promise<boolean> {
  const found = await sql`
    select 1 from roll_line where grant_id = ${caseId} and held = '' and not void
      and kind in ('once', 'stage') limit 1`.execute(tx);
  return found.rows.length > 0;
}

/** Money to the till: from what is provided for 临时救助; what that does not cover the county provides. */
export async function bookTillPaid(
  tx: WriteTx,
  act: TillAct,
  { amount, on }: { readonly amount: Fen; readonly on: LocalDate },
): Promise<void> {
  const { township } = act;
  const area = township.slice(0, 6);
  await lockFunds(tx, area);
  const year = Number(on.slice(0, 4));
  const pots = await potsOf(tx, { area, scheme: SCHEME, year });
  const toPay = { lineId: '', residence: residenceOfTownship(township), amount };
  await bookTill(tx, act, 'reserve', 'till', drawn([toPay], pots, year), {
    to: township,
    from: '',
  });
}

/** Money out of the till, to a family by its case. */
export async function bookHandedOut(
  tx: WriteTx,
  act: TillAct,
  { caseId, amount }: { readonly caseId: string; readonly amount: Fen },
): Promise<void> {
  const pieces = takePieces(await piecesIn(tx, act.township, 'till'), amount);
  await bookTill(tx, act, 'till', 'handed-out', pieces, { from: act.township, to: caseId });
}

/** Money a count did not find: out of the till until it is known what became of it. */
export async function bookMissing(tx: WriteTx, act: TillAct, amount: Fen): Promise<void> {
  const pieces = takePieces(await piecesIn(tx, act.township, 'till'), amount);
  await bookTill(tx, act, 'till', 'till-short', pieces, bothOf(act));
}

/** What was missing is back in the till, or is written off. */
export async function bookSettled(
  tx: WriteTx,
  act: TillAct,
  { amount, isBack }: { readonly amount: Fen; readonly isBack: boolean },
): Promise<void> {
  const pieces = takePieces(await piecesIn(tx, act.township, 'till-short'), amount);
  await bookTill(tx, act, 'till-short', isBack ? 'till' : 'written-off', pieces, bothOf(act));
}

const bothOf = ({ township }: TillAct) => ({ from: township, to: township });

/** The same money leaves one account and comes to another, each with whose it is there. */
async function bookTill(
  tx: WriteTx,
  { township, version, booked }: TillAct,
  from: Account,
  to: Account,
  pieces: readonly Moved[],
  parties: { readonly from: string; readonly to: string },
): Promise<void> {
  const postings = moved(from, to, SCHEME, pieces).map((each) => ({
    ...each,
    party: each.account === to ? parties.to : parties.from,
  }));
  const cause = `${township}:${version}`;
  await book(tx, { area: township.slice(0, 6), kind: 'till', cause }, postings, booked);
}

/** What a township's account holds, by the money it is of, the oldest first. */
async function piecesIn(
  tx: ReadTx,
  township: string,
  account: 'till' | 'till-short',
): Promise<readonly Moved[]> {
  const found = await sql<PostedPot & { amount: number }>`
    select year, source, residence, amount from till_pieces(${township}, ${account})`.execute(tx);
  return found.rows.map(({ amount, ...pot }) => ({ lineId: '', amount: fen(amount), pot }));
}
