import { dayOf } from '../../kernel/clock.ts';
import type { WriteTx } from '../../platform/database/database.ts';
import { type Act, append, lockStream } from '../../platform/record/record.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import type { CaseState } from '../case/index.ts';
import type { Standards } from '../standards/store.ts';
import { type Enrolled, enrolledBy } from './enrolled.ts';
import { leaveConversion } from './left-conversion-store.ts';
import { benefitKind, findRunning } from './store.ts';

/**
 * Enters whom a granting decision covers into the register, in the transaction of the decision, so that there is
 * no day on which somebody is granted assistance and in no register.
 */
export async function openBenefit(
  tx: WriteTx,
  standards: Standards,
  decided: Loaded<CaseState>,
  act: Act,
): Promise<void> {
  const { scheme } = decided.state.course;
  const today = dayOf(act.recordedAt);
  const procedure = standards.procedureOf(decided.area.slice(0, 9), today, scheme);
  const kind = benefitKind(standards);
  for (const { benefitId, event } of enrolledBy(decided.id, decided.state, procedure)) {
    if (await lockStream(tx, kind, benefitId)) continue;
    const begun = { id: benefitId, area: decided.area, version: 0, state: kind.initial };
    await append(tx, kind, begun, [event], act);
    await noteConversions(tx, kind, { benefitId, event }, act);
  }
}

/**
 * Whoever is covered by something else already is told there: somebody has to end it or calculate it anew, because
 * nobody keeps both (OT-09, GX-01). What lies in another township's record cannot be written from here: it is left
 * for the program to mark there, within minutes.
 */
async function noteConversions(
  tx: WriteTx,
  kind: ReturnType<typeof benefitKind>,
  { benefitId, event }: Enrolled,
  act: Act,
): Promise<void> {
  const covered = event.people.filter((each) => each.covered && each.idNumber);
  const indexes = covered.flatMap(({ idNumber }) => (idNumber ? [idNumber.index] : []));
  const running = await findRunning(tx, indexes, benefitId);
  for (const [older, found] of Map.groupBy(running, (each) => each.benefitId)) {
    const loaded = await lockStream(tx, kind, older);
    if (!loaded) {
      await leaveConversion(tx, { older, newer: benefitId, found, event });
      continue;
    }
    const gone = new Set(found.map(({ idIndex }) => idIndex));
    const members = (loaded.state.enrolment?.people ?? [])
      .filter(({ idNumber }) => idNumber && gone.has(idNumber.index))
      .map(({ memberId }) => memberId);
    const { scheme, number } = event;
    await append(tx, kind, loaded, [{ type: 'ConversionNoted', scheme, number, members }], act);
  }
}
