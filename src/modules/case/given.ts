import { dayOf, type Instant } from '../../kernel/clock.ts';
import type { Actor } from '../../kernel/given.ts';
import { placeCode } from '../../kernel/place.ts';
import type { Asker } from '../../platform/http/context.ts';
import { absent } from '../../platform/http/problem.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import type { Standards } from '../standards/store.ts';
import type { CaseState } from './case.ts';
import type { CaseGiven } from './decide.ts';
import { isRecused } from './duty.ts';

/** Time, person, calendar and procedure for a command on a case; a relative of the family finds no case. */
export function caseGiven(
  standards: Standards,
  call: { readonly asker: Asker; readonly act: { readonly recordedAt: Instant } },
  loaded: Loaded<CaseState>,
): CaseGiven {
  if (isRecused(loaded.state, call.asker.person)) throw absent();
  const township = loaded.area.slice(0, 9);
  const { course, intake } = loaded.state;
  const today = dayOf(call.act.recordedAt);
  return {
    now: call.act.recordedAt,
    today,
    by: actorOf(call.asker),
    calendar: standards.calendarOf(township),
    procedure: standards.procedureOf(
      township,
      intake.accepted?.on ?? course.openedOn ?? today,
      course.scheme,
    ),
  };
}

export function actorOf(asker: Asker): Actor {
  const { person, name, post, role, area } = asker;
  return { person, name, post, role, area: placeCode(area) };
}
