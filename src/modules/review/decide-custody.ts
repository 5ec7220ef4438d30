import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { happened, refused } from '../../kernel/outcome.ts';
import type { BenefitState } from './benefit-state.ts';
import { type ArrangedCustody, type Custody, openCustody } from './custody.ts';
import { type Answer, type BenefitGiven, whyNotInForce } from './decide.ts';
import { type ReviewRefusal, refusals } from './refusal.ts';

const no = (code: ReviewRefusal): Answer => refused(refusals[code]);

/** Writes the agreement on who keeps the passbook or card; it counts once all three have signed it (DB-26). */
export function arrangeCustody(
  command: ArrangedCustody,
  state: BenefitState,
  given: BenefitGiven,
): Answer {
  const over = whyNotInForce(state, given.today);
  if (over) return no(over);
  if ((state.entries.at(-1)?.amount ?? 0) === 0) return no('custody-nothing-paid');
  if (openCustody(state.custodies)?.begun) return no('custody-running');
  const { keeper, signedBy, witness, reason, signer } = command;
  if (keeper.name === given.by.name) return no('custody-own-hand');
  if (keeper.name === signedBy || isRecipient(keeper.name, state))
    return no('custody-keeper-signs');
  if (witness === keeper.name || witness === signedBy) return no('custody-witness-wrong');
  if (signer === 'self' && reason === 'mind') return no('custody-guardian-missing');
  return happened({ type: 'CustodyArranged', custody: command });
}

function isRecipient(name: string, { enrolment }: BenefitState): boolean {
  return enrolment?.people.some((each) => each.name === name) ?? false;
}

/** All three have signed and the passbook has changed hands. */
export function beginCustody(
  command: { readonly on: LocalDate; readonly agreement: FileRef },
  state: BenefitState,
  given: BenefitGiven,
): Answer {
  const open = openCustody(state.custodies);
  if (!open) return no('custody-not-arranged');
  if (open.begun) return no('custody-running');
  const isWrong = command.on < open.arrangedOn || command.on > given.today;
  if (isWrong) return no('custody-date-wrong');
  return happened({ type: 'CustodyBegun', ...command });
}

/** The county takes the agreement into its records (备案). */
export function fileCustody(_: object, state: BenefitState, given: BenefitGiven): Answer {
  const open = openCustody(state.custodies);
  if (!open?.begun) return no('custody-not-begun');
  if (open.filed) return no('custody-already-filed');
  if (open.keeper.name === given.by.name) return no('custody-own-hand');
  return happened({ type: 'CustodyFiled' });
}

/** The passbook goes back, whenever the recipient wants it and when the assistance ends. */
export function endCustody(
  command: NonNullable<Custody['ended']>,
  state: BenefitState,
  given: BenefitGiven,
): Answer {
  const open = openCustody(state.custodies);
  if (!open?.begun) return no('custody-not-begun');
  const isWrong = command.on < open.begun.on || command.on > given.today;
  if (isWrong) return no('custody-date-wrong');
  if (command.receivedBy === open.keeper.name) return no('custody-not-returned');
  return happened({ type: 'CustodyEnded', ...command });
}
