import { type HouseholdState, peopleToAuthorise } from '../household/index.ts';
import type { IntakeEvent, IntakeState, Recognition } from './intake.ts';

/**
 * Whether the whole family is in the register of recipients: what it was recognised for is shared and not looked
 * into again (LS-07, SL-42). What the family says of itself is not enough, and neither is one member in 低保 by
 * himself: everybody must have been found there, as the same person (ID number) that is in the household now.
 */
export function isFamilyRecognised({
  household,
  intake,
}: {
  readonly household: HouseholdState;
  readonly intake: IntakeState;
}): boolean {
  const people = peopleToAuthorise(household);
  const isFound = ({ memberId, idNumber }: (typeof people)[number]) =>
    idNumber !== null &&
    intake.recognitions.some(
      (each) => each.memberId === memberId && each.identity === idNumber.index,
    );
  return people.length > 0 && people.every(isFound);
}

/** What a fresh look into the register of recipients records: nothing when not asked (null) or nothing new. */
export function recognitionsNoted(
  state: IntakeState,
  found: readonly Recognition[] | null,
): readonly IntakeEvent[] {
  if (found === null || keysOf(found) === keysOf(state.recognitions)) return [];
  return [{ type: 'RecognitionsFound', found }];
}

function keysOf(found: readonly Recognition[]): string {
  return found
    .map(({ memberId, identity, scheme, number }) => [memberId, identity, scheme, number].join('|'))
    .toSorted()
    .join('\n');
}
