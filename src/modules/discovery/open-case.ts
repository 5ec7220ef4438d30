import type { checkIdNumber } from '../../kernel/chinese-id.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { PlaceCode } from '../../kernel/place.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import { householdFactsSchema } from '../../rules/facts.ts';
import type { Channel } from '../../rules/procedure.ts';
import type { Scheme } from '../../rules/scheme.ts';
import type { CaseEvent, CaseState, Route } from '../case/index.ts';
import { type DiscoveryRefusal, refusals } from './refusal.ts';
import { type HardshipReport, sourceTitles } from './report.ts';

export type OpenFromReportGiven = {
  readonly discoveryId: string;
  readonly report: HardshipReport;
  readonly reportedBy: string;
  readonly township: PlaceCode;
  readonly route: Route;
  readonly routeBecause: string;
  /** The report's sealed texts, opened and sealed anew for the case. */
  readonly idNumber: Sealed | null;
  readonly phone: Sealed | null;
  readonly address: Sealed | null;
  /** What the number says, where there is one. */
  readonly read: ReturnType<typeof checkIdNumber> | null;
};

/**
 * Begins the application a report leads to, with what is known already: who it is, where, and what was seen. All
 * else is asked at the window as of anybody; nothing is taken for established because it was reported (DB-28).
 */
export function openFromReport(
  { scheme, channel }: { readonly scheme: Scheme; readonly channel: Channel },
  state: CaseState,
  given: OpenFromReportGiven,
): Decision<CaseEvent, DiscoveryRefusal> {
  if (state.course.openedOn) return refused(refusals['application-begun']);
  const { report, township, route, routeBecause, read } = given;
  const known = read?.ok ? { birth: read.birth, sex: read.sex } : {};
  return happened<CaseEvent>(
    {
      type: 'CaseOpened',
      ...{ scheme, channel, township, village: report.village },
      ...{ route, routeBecause, flowVersion: 1 },
    },
    {
      type: 'DiscoveryCarried',
      discovery: {
        id: given.discoveryId,
        seenOn: report.seenOn,
        seen: report.seen,
        source: sourceTitles[report.source],
        reportedBy: given.reportedBy,
      },
    },
    {
      type: 'HouseholdDeclared',
      facts: householdFactsSchema.parse({
        place: report.village,
        members: [{ id: 'm1', relation: 'self', ...known }],
      }),
      people: [{ memberId: 'm1', name: report.name, idNumber: given.idNumber, phone: given.phone }],
      account: null,
      address: given.address,
      reason: report.seen,
    },
  );
}
