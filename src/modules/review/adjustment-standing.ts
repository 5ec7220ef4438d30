import type { LocalDate } from '../../kernel/local-date.ts';
import { fen } from '../../kernel/fen.ts';
import { placeCode } from '../../kernel/place.ts';
import { remediesOf } from '../../paper/remedy.ts';
import type { WriteTx } from '../../platform/database/database.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import { nextNumber } from '../case/store.ts';
import { type AuthorityAsked, resolveAuthority } from '../delegation/resolve.ts';
import { officesOf } from '../standards/office.ts';
import type { Standards } from '../standards/store.ts';
import { openAdjustment } from './adjustment.ts';
import type { BenefitState } from './benefit-state.ts';
import type { AdjustmentStanding } from './decide-adjustment.ts';

/** What the township's instrument has to cover for the open proposal: its scheme, and changing or stopping. */
export function authorityAsked(
  { area, state }: Loaded<BenefitState>,
  on: LocalDate,
): AuthorityAsked {
  const kind = openAdjustment(state.adjustments)?.kind;
  const stops = kind === 'stop' || kind === 'gradual-exit' || kind === 'suspend';
  return {
    township: placeCode(area.slice(0, 9)),
    matter: state.enrolment?.scheme ?? 'dibao',
    act: stops ? 'stop' : 'change',
    on,
    amount: fen(0),
  };
}

/** Who decides an adjustment now and what the letter says: resolved with the instrument locked (DL-02, TH-11). */
export async function adjustmentStanding(
  tx: WriteTx,
  standards: Standards,
  loaded: Loaded<BenefitState>,
  today: LocalDate,
): Promise<AdjustmentStanding> {
  const asked = authorityAsked(loaded, today);
  const found = await resolveAuthority(tx, asked, standards);
  const { township } = asked;
  const offices = officesOf(standards.nameOf(township), standards.nameOf(township.slice(0, 6)));
  const mode = found.ok ? found.instrument.mode : 'county';
  const remedies = remediesOf({ mode, act: 'decision', ...offices });
  const year = today.slice(0, 4);
  const series = mode === 'own-name' ? township : township.slice(0, 6);
  const last = await nextNumber(tx, `adjustment:${series}:${year}`);
  return {
    authority: found.ok
      ? { ok: true, instrumentId: found.instrument.id, mode }
      : { ok: false, because: found.because },
    organ: remedies.decidedBy,
    mode,
    number: `${standards.nameOf(series)}救助调字〔${year}〕${last}号`,
    remedies,
  };
}
