import { type Fen, fen } from '../kernel/fen.ts';
import { economyParameters } from './economy/parameter.ts';
import { type AsOf, findParameter, type Looked, type Region, type Residence } from './region.ts';
import type { ParameterFound } from './region.ts';

export type Standard = Omit<ParameterFound, 'value'> & {
  /** Fen per person and month. */
  readonly amount: Fen;
  readonly residence: Residence;
};

/** The 低保 standard in force, with document and dates. Refuses (`parameter-missing`) where none is given. */
export function getStandard(region: Region, residence: Residence, asOf: AsOf): Looked<Standard> {
  const asked = economyParameters.find((each) => each.name === 'standard');
  if (!asked) throw new Error('the standard is not declared');
  const looked = findParameter(region, asked, asOf, residence);
  if (!looked.ok) return looked;
  const { value, ...from } = looked.found;
  return { ok: true, found: { ...from, amount: fen(Number(value)), residence } };
}

/** Every standard of the region's places as published, oldest first, for the table on the screen. */
export function listStandards(region: Region): readonly {
  readonly placeName: string;
  readonly residence: Residence | null;
  readonly amount: Fen;
  readonly effective: string;
  readonly known: string;
  readonly document: string | null;
  readonly source: string;
  readonly doubt: string | null;
}[] {
  return region.files
    .flatMap((file) => file.entries.map((each) => ({ file, each })))
    .filter(({ each }) => each.parameter === 'standard')
    .map(({ file, each }) => ({
      placeName: file.name,
      residence: each.residence ?? null,
      amount: fen(Number(each.value)),
      effective: each.effective,
      known: each.known,
      document: each.document,
      source: each.source,
      doubt: each.doubt ?? null,
    }))
    .toSorted((a, b) => (a.effective < b.effective ? -1 : 1));
}
