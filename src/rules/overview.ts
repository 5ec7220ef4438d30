import { assessScheme, type Assessed, type Given } from './assess.ts';
import type { PersonResult } from './assessment.ts';
import type { HouseholdFacts } from './facts.ts';
import type { Region } from './region.ts';
import { SCHEME, type Scheme, schemes } from './scheme.ts';

/** One application, every scheme: what the family qualifies for, what shuts what out, what is still missing. */
export type Overview = {
  readonly results: Readonly<Record<Scheme, Assessed>>;
  /** Schemes the family qualifies for, in the order they are looked at, with what each shuts out. */
  readonly qualifies: readonly { readonly scheme: Scheme; readonly shutsOut: readonly Scheme[] }[];
  /** One sentence for each exclusion that matters here. */
  readonly notes: readonly string[];
};

/** S39 五(一) 一次申请、分类审核认定; GX-01 and OT-09 for what shuts what out. */
const SHUTS_OUT: Readonly<Record<Scheme, readonly Scheme[]>> = {
  dibao: ['margin', 'rigid', 'tekun'],
  margin: ['rigid'],
  rigid: [],
  tekun: ['dibao', 'rigid'],
  temporary: [],
};

export function assessHousehold(facts: HouseholdFacts, region: Region, given: Given): Overview {
  const results = Object.fromEntries(
    schemes.map((scheme) => [scheme, assessScheme(scheme, facts, region, given)]),
  ) as Record<Scheme, Assessed>;
  const met = schemes.filter((scheme) => {
    const result = results[scheme];
    return result.ok && result.assessment.outcome === 'eligible';
  });
  return {
    results,
    qualifies: met.map((scheme) => ({ scheme, shutsOut: SHUTS_OUT[scheme] })),
    notes: notesOf(results, met),
  };
}

function notesOf(results: Overview['results'], met: readonly Scheme[]): string[] {
  const both = personsIn(results.tekun).filter((each) => isInDibao(results.dibao, each.member));
  const names = both.map((each) => each.name).join('、');
  return [
    ...(names ? [`${names}同时符合特困人员和低保条件，同一人只能享受一项，由本人选择。`] : []),
    ...met.flatMap((scheme) => {
      const also = SHUTS_OUT[scheme].filter((other) => other !== 'tekun' && scheme !== 'tekun');
      const titles = also.map((other) => SCHEME[other]).join('、');
      return also.length === 0 ? [] : [`已符合${SCHEME[scheme]}，不再认定为${titles}。`];
    }),
  ];
}

function personsIn(result: Assessed): readonly PersonResult[] {
  if (!result.ok) return [];
  return result.assessment.persons.filter((each) => each.outcome === 'eligible');
}

/** As one of the family, or alone (单人户). */
function isInDibao(result: Assessed, member: string): boolean {
  if (!result.ok) return false;
  const { outcome, members } = result.assessment;
  return outcome === 'eligible'
    ? members.some((each) => each.id === member && each.counted === true)
    : personsIn(result).some((each) => each.member === member);
}
