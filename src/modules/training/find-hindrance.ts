import { dayOf } from '../../kernel/clock.ts';
import type { Context } from '../../platform/http/context.ts';
import type { Standards } from '../standards/store.ts';
import { actOf, othersIn } from './act.ts';
import { certificatesFor } from './certificate-store.ts';
import { hindranceOf } from './hindrance.ts';
import { coursesAt } from './store.ts';

/**
 * Why somebody may not do an act today though their post allows it: the certificate it needs here is missing or
 * lapsed, their own or that of somebody who takes part. Asked inside the transaction of every command, last of all,
 * so that what expired in the night is gone in the morning whatever screen is still open (mission 6.4, TH-23).
 */
export function findHindranceWith(standards: Standards): Context['findHindrance'] {
  return async (tx, context, { asker, command, body }) => {
    const act = actOf(command);
    if (!act) return null;
    const today = dayOf(context.clock.now());
    const { certifiedActs } = standards.procedureOf(asker.area, today);
    if (!certifiedActs.value.includes(act)) return null;
    const persons = [...new Set([asker.person, ...othersIn(command, body)])];
    const found = await certificatesFor(tx, persons, act);
    const courses = (await coursesAt(tx, asker.area)).filter((each) => each.acts.includes(act));
    const offered = courses.flatMap(({ retiredOn, title }) => (retiredOn === '' ? title : []));
    const names = await context.namesOf(tx, persons);
    for (const person of persons) {
      const hindrance = hindranceOf({
        act,
        name: person === asker.person ? '' : (names.get(person) ?? ''),
        certificates: found.filter((each) => each.person === person),
        courses: offered,
        today,
      });
      if (hindrance) return hindrance;
    }
    return null;
  };
}
