import type { Channel } from '../../rules/procedure.ts';
import { type Scheme, schemes } from '../../rules/scheme.ts';
import { isFamilyRecognised } from '../intake/index.ts';
import type { CaseState } from './case.ts';
import type { Route } from './course.ts';
import * as stage from './stage.ts';
import type { LimitName, Stage, StageId } from './stage.ts';
import { ruleOf } from './cited-for.ts';

export type { Stage, StageId } from './stage.ts';

/** The procedure of one scheme by one route. A case keeps the version it began with. */
export type Flow = {
  readonly scheme: Scheme;
  readonly channel: Channel;
  readonly version: number;
  readonly route: Route;
  /** Limit for the whole case from acceptance; null where no text sets one (特困, 先行救助). */
  readonly totalLimit: 'totalWorkingDaysDelegated' | 'totalWorkingDaysCounty' | null;
  readonly stages: readonly Stage[];
};

const { intake, authorisation, verification, investigation, opinion, publicity } = stage;
const { countyVisit, deliberation, countyReview, service, announcement, archive } = stage;

// From the door to the end of the first publicity both routes are the same: only who decides differs.
const untilPublicity = [intake, authorisation, verification, investigation, opinion, publicity];
const collective = [countyVisit, deliberation, stage.townshipConfirmation];
const byCounty = [countyVisit, countyReview, stage.countyConfirmation];
const afterDecision = [service, announcement, archive];
/** 临时救助 may be decided once and paid in stages; its file is whole when the last of them is settled (LS-16). */
const afterRelief = [
  ...[service, announcement, stage.instalment],
  { ...archive, after: ['service', 'announcement', 'instalment'] as const },
];

const withCare = [
  ...[intake, authorisation, verification, investigation, stage.care],
  { ...opinion, after: ['verification', 'investigation', 'care'] as const },
  publicity,
];

/** What the family was recognised for is shared and not looked into again: only the need is (LS-07, SL-42). */
const unlessRecognised: Stage = { ...verification, applies: (state) => !isFamilyRecognised(state) };

/** 临时救助: what goes beyond the standard is decided case by case before there is an opinion (LS-15). */
const withCoordination = [
  ...[intake, authorisation, unlessRecognised, investigation, stage.coordination],
  { ...opinion, after: ['verification', 'investigation', 'coordination'] as const },
  publicity,
];

const beforeDecision = (scheme: Scheme): readonly Stage[] => {
  if (scheme === 'tekun') return withCare;
  return scheme === 'temporary' ? withCoordination : untilPublicity;
};

const byScheme: readonly Flow[] = schemes.flatMap((scheme) => {
  const before = beforeDecision(scheme);
  const after = scheme === 'temporary' ? afterRelief : afterDecision;
  const total = scheme !== 'tekun';
  return [
    flow(scheme, 'ordinary', 'township', total, [...before, ...collective, ...after]),
    flow(scheme, 'ordinary', 'county', total, [...before, ...byCounty, ...after]),
  ];
});

const helpFirst: readonly Flow[] = [
  ...helpFirstFlows('help-first', 'helpFirstDays'),
  ...helpFirstFlows('quick-aid', 'quickAidDays'),
];

/** 急难型先行救助, 小额快救: help first; papers, report and 公布 follow (LS-08…LS-11, JT-10). */
function helpFirstFlows(channel: Channel, limit: LimitName): readonly Flow[] {
  const { townshipConfirmation, countyConfirmation, completion, report, helpFirstOpinion } = stage;
  const first = {
    ...helpFirstOpinion,
    clock: { ...helpFirstOpinion.clock, limit } as Stage['clock'],
  };
  const after = [
    ...[service, completion, report, announcement, stage.instalment],
    {
      ...archive,
      after: ['service', 'completion', 'report', 'announcement', 'instalment'] as const,
    },
  ];
  const way = (confirmation: Stage) =>
    [intake, first, stage.helpFirstConfirmation(confirmation, limit), ...after] as Stage[];
  return [
    flow('temporary', channel, 'township', false, way(townshipConfirmation)),
    flow('temporary', channel, 'county', false, way(countyConfirmation)),
  ];
}

function flow(
  scheme: Scheme,
  channel: Channel,
  route: Route,
  hasTotal: boolean,
  stages: readonly Stage[],
): Flow {
  const limit = route === 'township' ? 'totalWorkingDaysDelegated' : 'totalWorkingDaysCounty';
  return {
    ...{ scheme, channel, version: 1, route, totalLimit: hasTotal ? limit : null },
    stages: stages.map((each) => ({
      ...each,
      rules: [...new Set(each.rules.map((rule) => ruleOf(scheme, rule)))],
    })),
  };
}

export const allFlows: readonly Flow[] = [...byScheme, ...helpFirst];

/** The flow a case runs on: the version it began with, by the scheme and the route it is on now. */
export function flowOf(state: CaseState): Flow {
  const { scheme, channel, flowVersion, route } = state.course;
  const found = allFlows.find(
    (each) =>
      each.scheme === scheme &&
      each.channel === channel &&
      each.version === flowVersion &&
      each.route === route,
  );
  if (!found) throw new Error(`no flow ${scheme} ${channel} ${flowVersion} for the ${route}`);
  return found;
}

/** Whether the procedure of this case has the step at all. */
export function hasStage(state: CaseState, id: StageId): boolean {
  const found = flowOf(state).stages.find((each) => each.id === id);
  return found !== undefined && (found.applies?.(state) ?? true);
}
