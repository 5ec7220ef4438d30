import { dayOf, type Instant } from '../../kernel/clock.ts';
import type { Asker } from '../../platform/http/context.ts';
import { actorOf } from '../case/given.ts';
import type { Scheme } from '../../rules/scheme.ts';
import type { Standards } from '../standards/store.ts';
import type { BenefitState } from './benefit-state.ts';
import type { BenefitGiven } from './decide.ts';

/** Time, person, calendar and the procedure of today for a command on a household in the register. */
export function benefitGiven(
  standards: Standards,
  call: { readonly asker: Asker; readonly act: { readonly recordedAt: Instant } },
  area: string,
  scheme?: Scheme,
): BenefitGiven {
  const today = dayOf(call.act.recordedAt);
  const township = area.slice(0, 9);
  return {
    now: call.act.recordedAt,
    today,
    by: actorOf(call.asker),
    calendar: standards.calendarOf(township),
    procedure: standards.procedureOf(township, today, scheme),
  };
}

/** A relative of the household neither finds nor handles it (JT-05). */
export function isHiddenFrom({ enrolment }: BenefitState, { person }: Asker): boolean {
  return enrolment?.recused.includes(person) ?? false;
}
