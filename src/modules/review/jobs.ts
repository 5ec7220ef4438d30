import { read, SYSTEM, write } from '../../platform/database/database.ts';
import type { Context } from '../../platform/http/context.ts';
import { append, lockStream } from '../../platform/record/record.ts';
import type { Standards } from '../standards/store.ts';
import { type LeftConversion, leftConversions, settleConversion } from './left-conversion-store.ts';
import { benefitKind } from './store.ts';

/** The program itself: it marks, it decides nothing. */
const PROGRAM = { actor: 'clock', post: 'clock' };

/**
 * Marks in another township's record that somebody there was granted other assistance (OT-09, GX-01). What follows
 * from it a person decides. Answers how many were marked.
 */
export async function noteLeftConversions(context: Context, standards: Standards): Promise<number> {
  const left = await read(context.database, SYSTEM, leftConversions);
  for (const each of left) await noteOne(context, standards, each);
  return left.length;
}

async function noteOne(
  context: Context,
  standards: Standards,
  left: LeftConversion,
): Promise<void> {
  const kind = benefitKind(standards);
  await write(context.database, SYSTEM, async (tx) => {
    const loaded = await lockStream(tx, kind, left.olderId);
    const { scheme, number, idIndexes } = left;
    const isNoted = loaded?.state.conversions.some((each) => each.number === number) ?? true;
    if (loaded && !isNoted) {
      const members = (loaded.state.enrolment?.people ?? [])
        .filter(({ idNumber }) => idNumber && idIndexes.includes(idNumber.index))
        .map(({ memberId }) => memberId);
      const act = {
        ...PROGRAM,
        command: `conversion-${left.newerId}`,
        recordedAt: context.clock.now(),
      };
      await append(tx, kind, loaded, [{ type: 'ConversionNoted', scheme, number, members }], act);
    }
    await settleConversion(tx, left);
  });
}
