import { type Fen, fen } from '../../kernel/fen.ts';
import type { Random } from './random.ts';

/** Whole tens of yuan, as people state them. */
export function yuan(random: Random, least: number, most: number): Fen {
  return fen(random.whole(Math.ceil(least / 10), Math.floor(most / 10)) * 1000);
}

/** Whole percents of a sum, down to the fen. */
export function percentOf(amount: Fen, percent: number): Fen {
  return fen(Math.trunc((amount * percent) / 100));
}
