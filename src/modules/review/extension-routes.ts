import { absent } from '../../platform/http/problem.ts';
import { commandRoute, isInArea, requireRole, type Router } from '../../platform/http/route.ts';
import { append, lockStream } from '../../platform/record/record.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import type { BenefitState } from './benefit-state.ts';
import * as contract from './contract.ts';
import { extendReview } from './decide.ts';
import { benefitGiven, isHiddenFrom } from './given.ts';
import { requireFiles } from './require-files.ts';
import { benefitKind } from './store.ts';

const UNSEEN = '没有找到这一户，或者不在您的管辖范围内。';

/**
 * One emergency, many households: each is extended or not by its own state, in one act; what could not be extended is
 * told row by row with its reason and stays as it was.
 */
export function registerExtensions(router: Router, standards: Standards): void {
  const kind = benefitKind(standards);
  commandRoute(router, contract.extendReviews, access.ExtendReviews, async (call) => {
    const { tx, act, asker, body, context } = call;
    requireRole(context, access.ExtendReviews, asker);
    const { benefitIds, ...extension } = body;
    const found = new Map<string, Loaded<BenefitState>>();
    // Always in one order, so that two lists with the same households never wait for each other.
    const ordered = [...new Set(benefitIds)].toSorted();
    for (const benefitId of ordered) {
      const loaded = await lockStream(tx, kind, benefitId);
      const isSeen = loaded && isInArea(context, asker, loaded.area);
      if (isSeen && !isHiddenFrom(loaded.state, asker)) found.set(benefitId, loaded);
    }
    if (found.size === 0) throw absent();
    await requireFiles(tx, [body.basis], 'basis');
    const results: Row[] = [];
    for (const benefitId of ordered) {
      const loaded = found.get(benefitId);
      if (!loaded) {
        results.push({ benefitId, number: '', head: '', because: UNSEEN });
        continue;
      }
      const { state, area } = loaded;
      const given = benefitGiven(standards, { asker, act }, area, state.enrolment?.scheme);
      const decision = extendReview(extension, state, given);
      if (decision.ok) await append(tx, kind, loaded, decision.events, act);
      const because = decision.ok ? '' : decision.refusal.message;
      results.push({ benefitId, ...nameOf(state), because });
    }
    const extended = results.filter((each) => each.because === '').length;
    return { status: 200, answer: { extended, results } };
  });
}

type Row = {
  readonly benefitId: string;
  readonly number: string;
  readonly head: string;
  /** Why it was not extended; '' where it was. */
  readonly because: string;
};

function nameOf({ enrolment }: BenefitState) {
  const head = enrolment?.people.find(({ memberId }) => memberId === enrolment.head);
  return { number: enrolment?.number ?? '', head: head?.name ?? '' };
}
