import { type Fen, fen } from '../../kernel/fen.ts';

/** Who provides the money, in the order it is spent: what comes from above and is earmarked goes first. */
export const sources = {
  central: '中央',
  province: '省级',
  city: '市级',
  county: '县级',
  other: '其他',
} as const;
export type Source = keyof typeof sources;
const order = Object.keys(sources) as readonly Source[];

/** What it is for; some money is given for both together. */
export const residences = { urban: '城市', rural: '农村', both: '城乡统筹' } as const;
export type PotResidence = keyof typeof residences;
export type Residence = Exclude<PotResidence, 'both'>;

/** Which money: of one year, from one provider, for town or country. The scheme stands beside it. */
export type PotKey = {
  readonly year: number;
  readonly source: Source;
  readonly residence: PotResidence;
};

export type Pot = PotKey & { readonly left: Fen };

/** Town or country by the number of the village: 001–199 and 400–499 are residents' committees, as the statistics number them. */
export function residenceAt(village: string): Residence {
  const number = Number(village.slice(9, 12));
  return (number >= 1 && number < 200) || (number >= 400 && number < 500) ? 'urban' : 'rural';
}

/** A street office lies in town; a town or township of the country pays its reserve from the country's money. */
export function residenceOfTownship(township: string): Residence {
  return Number(township.slice(6, 9)) < 100 ? 'urban' : 'rural';
}

export type ToPay = {
  readonly lineId: string;
  readonly residence: Residence;
  readonly amount: Fen;
};

export type Piece = {
  readonly lineId: string;
  readonly amount: Fen;
  readonly pot: PotKey;
};

/**
 * Which money pays each line, to the fen: pots of the scheme for where the household lives, then those for both, in the
 * order of their providers. What they do not cover is the county's own to provide: nothing lawful waits for money
 * (the pot goes below zero, and that is told).
 */
export function drawn(
  lines: readonly ToPay[],
  pots: readonly Pot[],
  year: number,
): readonly Piece[] {
  const left = [...pots]
    .filter((pot) => pot.year === year && pot.left > 0)
    .toSorted((a, b) => order.indexOf(a.source) - order.indexOf(b.source) || last(a) - last(b))
    .map((pot) => ({ pot, left: pot.left as number }));
  return lines.flatMap(({ lineId, residence, amount }) => {
    const pieces: Piece[] = [];
    let open: number = amount;
    for (const each of left) {
      if (open === 0) break;
      if (each.pot.residence !== residence && each.pot.residence !== 'both') continue;
      const part = Math.min(open, each.left);
      if (part === 0) continue;
      each.left -= part;
      open -= part;
      pieces.push({ lineId, amount: fen(part), pot: keyOf(each.pot) });
    }
    if (open === 0) return pieces;
    return [...pieces, { lineId, amount: fen(open), pot: { year, source: 'county', residence } }];
  });
}

function last({ residence }: Pot): number {
  return residence === 'both' ? 1 : 0;
}

function keyOf({ year, source, residence }: Pot): PotKey {
  return { year, source, residence };
}
