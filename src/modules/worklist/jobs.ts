import { dayOf } from '../../kernel/clock.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { read, SYSTEM, write } from '../../platform/database/database.ts';
import type { Context } from '../../platform/http/context.ts';
import { append, lockStream } from '../../platform/record/record.ts';
import { inPostIn } from '../identity/store.ts';
import { type OpenWork, openWork } from './item-store.ts';
import { type Away, type Colleague, type Owner, ownerFor } from './owner.ts';
import { absencesIn, awayOn, workKind } from './store.ts';

/** The clock is nobody's act: what it gives out carries this instead of a person. */
const CLOCK = { actor: 'clock', post: 'clock' };
const AT_ONCE = 50;

type Given = { readonly item: OpenWork; readonly owner: Owner };

/**
 * Gives every open piece of work that nobody has to somebody, and what belongs to somebody away or no longer in post to
 * another (mission 6.1). It distributes; it decides and does nothing. Answers how many pieces changed hands.
 */
export async function giveOutWork(context: Context): Promise<number> {
  const today = dayOf(context.clock.now());
  const { people, away } = await read(context.database, SYSTEM, async (tx) => ({
    people: await inPostIn(tx, '', today),
    away: awayOn(await absencesIn(tx, '', today), today),
  }));
  const inCounty = Map.groupBy(people, ({ area }) => area.slice(0, 6));
  let count = 0;
  for (const [county, near] of inCounty) {
    // A city's post works on no household.
    if (county.length < 6) continue;
    const items = await read(context.database, SYSTEM, (tx) =>
      openWork(tx, { area: county, role: null, today }),
    );
    const given = distributed(items, near, away);
    for (let from = 0; from < given.length; from += AT_ONCE) {
      await giveOut(context, today, given.slice(from, from + AT_ONCE));
    }
    count += given.length;
  }
  return count;
}

/** What changes hands now, each piece counted for its owner before the next is given out. */
function distributed(
  items: readonly OpenWork[],
  people: readonly Colleague[],
  away: Away,
): readonly Given[] {
  const loads = new Map<string, number>();
  const count = (person: string) => loads.set(person, (loads.get(person) ?? 0) + 1);
  for (const { owner } of items) if (owner !== '') count(owner);
  return items.flatMap((item) => {
    const held = item.owner === '' ? null : item.owner;
    const owner = ownerFor(item, { people, away, held, loads });
    if (!owner || owner.person === held) return [];
    count(owner.person);
    return [{ item, owner }];
  });
}

async function giveOut(context: Context, today: LocalDate, given: readonly Given[]): Promise<void> {
  await write(context.database, SYSTEM, async (tx) => {
    for (const { item, owner } of given) {
      const loaded = await lockStream(tx, workKind, item.itemId);
      const from = loaded ?? { id: item.itemId, area: item.place, version: 0, state: null };
      // Somebody gave it out meanwhile by hand.
      if ((loaded?.state?.person ?? '') !== '' && loaded?.state?.person !== item.owner) continue;
      await append(tx, workKind, from, [{ type: 'WorkAssigned', ...owner }], {
        ...CLOCK,
        command: `work-${today}`,
        recordedAt: context.clock.now(),
      });
    }
  });
}
