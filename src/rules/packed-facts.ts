import { byteRow } from './bulk/byte-row.ts';
import type { Caseload } from './bulk/caseload.ts';
import { type Schema, schemaOf } from './bulk/column.ts';
import { packer } from './bulk/pack.ts';
import { packedRecord, tagOf } from './bulk/packed-record.ts';
import type { HouseholdFacts } from './facts.ts';
import { currentRelease } from './release.ts';

/** A household as a caseload takes it: its facts, or the record packed of them. */
export type Packable = HouseholdFacts | Uint8Array;

const schema: Schema = schemaOf(currentRelease.frame);

/** How records packed by the rules of today begin; those that begin otherwise are read from their facts. */
export const RECORD_TAG: Uint8Array = tagBytes(tagOf(schema));

/** The facts as one record of a few hundred bytes, kept beside them. */
export function packedFacts(facts: HouseholdFacts): Uint8Array {
  return packedRecord(schema, facts);
}

/** Households in columns, in their order. Throws at a record that was not packed by the rules of today. */
export function packedCaseload(households: readonly Packable[]): Caseload {
  const packing = packer(schemaOf(currentRelease.frame));
  for (const each of households) {
    if (!(each instanceof Uint8Array)) packing.add(each);
    else if (!packing.addRecord(each)) throw new RangeError('a record of other rules');
  }
  return packing.caseload();
}

function tagBytes(tag: number): Uint8Array {
  const row = byteRow();
  row.number(4, tag);
  return row.bytes();
}
