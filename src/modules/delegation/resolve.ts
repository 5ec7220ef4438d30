import { type RawBuilder, sql } from 'kysely';
import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { PlaceCode } from '../../kernel/place.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import { shippedStandards, type Standards } from '../standards/store.ts';
import {
  type AuthorityFault,
  authorityFaults,
  type AuthorityQuestion,
  becauseOf,
  faultOf,
} from './authority.ts';
import {
  type AuthorityAct,
  type AuthorityMode,
  instrumentSlot,
  type InstrumentState,
  type Matter,
} from './delegation.ts';

export type AuthorityAsked = {
  readonly township: PlaceCode;
  readonly matter: Matter;
  readonly act: AuthorityAct;
  readonly on: LocalDate;
  readonly amount: Fen;
};

export type Authority =
  | {
      readonly ok: true;
      readonly instrument: {
        readonly id: string;
        readonly version: number;
        readonly mode: AuthorityMode;
        readonly number: string;
        readonly issuer: string;
      };
    }
  | { readonly ok: false; readonly code: AuthorityFault; readonly because: string };

/**
 * The instrument a decision taken in this transaction stands on (mission 1.2). Keeps the township's instruments
 * locked until the end, so that a suspension and a confirmation come one after the other, never at once (TH-11).
 */
export async function resolveAuthority(
  tx: WriteTx,
  asked: AuthorityAsked,
  standards: Standards = shippedStandards(),
): Promise<Authority> {
  return resolve(tx, asked, standards, sql`for share`);
}

/** As `resolveAuthority`, without a lock: what would hold now, for screens and for the route a case begins on. */
export async function findAuthority(
  tx: ReadTx,
  asked: AuthorityAsked,
  standards: Standards = shippedStandards(),
): Promise<Authority> {
  return resolve(tx, asked, standards, sql``);
}

type Row = { instrument_id: string; version: number; state: InstrumentState };

async function resolve(
  tx: ReadTx,
  asked: AuthorityAsked,
  standards: Standards,
  lock: RawBuilder<unknown>,
): Promise<Authority> {
  // In one order for all, so that two transactions never wait for each other.
  const found = await sql<Row>`
    select instrument_id, version, state from instrument_row
    where township = ${asked.township} order by instrument_id ${lock}`.execute(tx);
  const procedure = standards.procedureOf(asked.township, asked.on);
  const question = { ...asked, at: null, basisRequired: procedure.provincialBasisRequired.value };
  return answerFrom(found.rows, question);
}

function answerFrom(rows: readonly Row[], question: AuthorityQuestion): Authority {
  const answers = rows.map((row) => ({ ...row, fault: faultOf(row.state, question) }));
  const valid = answers
    .filter((each) => each.fault === null)
    .toSorted((a, b) => since(b.state) - since(a.state));
  const [best] = valid;
  if (best?.state.content) {
    const { mode, number, issuer } = best.state.content;
    return {
      ok: true,
      instrument: { id: best.instrument_id, version: best.version, mode, number, issuer },
    };
  }
  const none = { fault: 'authority-missing' as const, state: instrumentSlot.initial };
  const nearest = answers.reduce<{ fault: AuthorityFault | null; state: InstrumentState }>(
    (near, each) => (rank(each.fault) > rank(near.fault) ? each : near),
    none,
  );
  const code = nearest.fault ?? 'authority-missing';
  return { ok: false, code, because: becauseOf(code, nearest.state, question) };
}

// Of two instruments that both cover the decision the one recorded last is named.
function since({ spans }: InstrumentState): number {
  return spans.at(-1)?.from ?? 0;
}

function rank(fault: AuthorityFault | null): number {
  return fault === null ? -1 : authorityFaults.indexOf(fault);
}
