import type { Sealed } from '../../kernel/sealed.ts';
import type { SealedField, Sealer } from '../../platform/crypto/sealed.ts';
import { sealContext } from '../household/index.ts';
import type { Beneficiary, Origin } from './benefit-event.ts';

type Bound = { readonly benefitId: string; readonly origin: Origin };

/** A sealed text opens only where it was sealed: each is opened there and sealed for the household's new entry. */
export function resealPerson(
  sealer: Sealer,
  from: Bound,
  to: string,
  person: Beneficiary,
  /** Under which id he or she is known there; the same where nothing else is said. */
  memberId: string = person.memberId,
): Beneficiary {
  const again = (field: SealedField & ('idNumber' | 'phone'), sealed: Sealed | null) => {
    if (!sealed) return null;
    const text = opened(sealer, placesOf(from, person.memberId, field), sealed);
    return sealer.seal(field, `benefit:${to}:member:${memberId}:${field}`, text);
  };
  return {
    ...person,
    memberId,
    idNumber: again('idNumber', person.idNumber),
    phone: again('phone', person.phone),
  };
}

/** Sealed with the application, or with the entry itself where somebody joined or it came from a document. */
function placesOf(
  { benefitId, origin }: Bound,
  memberId: string,
  field: 'idNumber' | 'phone',
): readonly string[] {
  const own = `benefit:${benefitId}:member:${memberId}:${field}`;
  return origin.kind === 'case' ? [sealContext(origin.caseId, field, memberId), own] : [own];
}

function opened(sealer: Sealer, places: readonly string[], sealed: Sealed): string {
  const [first, ...rest] = places;
  if (first === undefined) throw new Error('a sealed text that opens nowhere');
  if (rest.length === 0) return sealer.open(first, sealed);
  try {
    return sealer.open(first, sealed);
  } catch {
    return opened(sealer, rest, sealed);
  }
}
