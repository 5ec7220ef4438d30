import type { LocalDate } from '../../kernel/local-date.ts';
import type { Asker, Context } from '../../platform/http/context.ts';
import { requireArea } from '../../platform/http/route.ts';
import { absent } from '../../platform/http/problem.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import { findStream } from '../../platform/record/record.ts';
import { type CaseState, dutyVerdict, isRecused } from '../case/index.ts';
import { caseKind } from '../case/store.ts';
import { countyRoles } from '../identity/index.ts';
import { findColleagues } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import type { TeamGiven } from './decide.ts';

/** The case behind a check; to a relative of the family there is none (JT-05). */
export async function caseOfCheck(
  tx: ReadTx,
  standards: Standards,
  caseId: string,
  { asker, context }: { readonly asker: Asker; readonly context: Context },
): Promise<Loaded<CaseState>> {
  const found = await findStream(tx, caseKind(standards), caseId);
  if (!found) throw absent();
  requireArea(context, asker, found.area);
  if (isRecused(found.state, asker.person)) throw absent();
  return found;
}

/** What stands against each person of a team: not of the county, a relative, or one who worked on the case. */
export async function teamGiven(
  tx: ReadTx,
  of: { readonly county: string; readonly today: LocalDate; readonly team: readonly string[] },
  state: CaseState,
): Promise<TeamGiven['people']> {
  const staff = await findColleagues(tx, of.county, countyRoles, of.today);
  return of.team.map((person) => {
    const colleague = staff.find((each) => each.person === person);
    return {
      ...{ person, name: colleague?.name ?? '', isCounty: colleague !== undefined },
      isRelative: isRecused(state, person),
      didWork: dutyVerdict(state, 'county-check', person) === 'never',
    };
  });
}
