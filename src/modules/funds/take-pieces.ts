import { fen, type Fen } from '../../kernel/fen.ts';
import type { Moved } from './posting.ts';

/** Takes an amount from pieces of money in their order; throws where they hold less, since the books then disagree. */
export function takePieces(pieces: readonly Moved[], amount: Fen): readonly Moved[] {
  let open: number = amount;
  const taken: Moved[] = [];
  for (const each of pieces) {
    const part = Math.min(open, each.amount);
    if (part <= 0) continue;
    taken.push({ ...each, amount: fen(part) });
    open -= part;
  }
  if (open !== 0) throw new Error(`the books hold ${open} fen less than is taken`);
  return taken;
}
