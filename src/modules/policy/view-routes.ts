import { queryRoute, type Router } from '../../platform/http/route.ts';
import { getOwn } from '../../platform/http/own-stream.ts';
import { absent } from '../../platform/http/problem.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import { judged, shownJudged } from './judged.ts';
import type { PolicyPreview, PolicyState } from './policy.ts';
import { draftedText, type FileWhere } from './drafted-file.ts';
import { historyOf, listPolicies, policyKind } from './store.ts';
import { countyOf, whereOf } from './where.ts';

export function registerPolicyViews(router: Router, standards: Standards): void {
  queryRoute(router, contract.policyList, access.PolicyList, async ({ tx, asker, context }) => {
    const rows = await listPolicies(tx, countyOf(asker.area));
    const names = await context.namesOf(tx, [...new Set(rows.map((row) => row.draftedBy))]);
    return {
      policies: rows.map(({ draftedBy, ...row }) => ({
        ...row,
        drafter: names.get(draftedBy) ?? '',
      })),
    };
  });
  queryRoute(router, contract.policyView, access.PolicyView, async (call) => {
    const { tx, asker, context, params } = call;
    const { state, version, area } = await getOwn(call, policyKind, params.policyId);
    if (!state) throw absent();
    const history = await historyOf(tx, params.policyId);
    const names = await context.namesOf(tx, [...new Set(history.map(({ actor }) => actor))]);
    const named = (person: string) => names.get(person) ?? '';
    const shown = (mark: { by: string; on: string; words: string } | null) =>
      mark && { by: named(mark.by), on: mark.on, words: mark.words };
    const { content, preview, published } = state;
    return {
      ...{ policyId: params.policyId, version, status: state.status, content },
      writers: state.writers.map(named),
      writtenByMe: state.writers.includes(asker.person),
      judged: shownOf(state, whereOf(standards, context, { area })),
      preview: preview && {
        ...shownPreview(preview, standards),
        by: named(preview.by),
        on: preview.on,
      },
      comments: state.comments.map(({ by, on, text }) => ({ by: named(by), on, words: text })),
      ...{ sentBack: shown(state.sentBack), submitted: shown(state.submitted) },
      approved: shown(state.approved),
      published: published && shownPublication(published, named),
      history: history.map(({ type, actor, at }) => ({
        title: policyKind.titleOf(type),
        by: named(actor),
        at,
      })),
    };
  });
}

function shownPreview(preview: PolicyPreview, standards: Standards) {
  const { previewId, day, months, households, sums } = preview;
  const { schemes } = sums as { schemes: Record<string, { townships: object }> };
  const codes = new Set(Object.values(schemes).flatMap(({ townships }) => Object.keys(townships)));
  return {
    ...{ previewId, day, months: [...months], households, sums },
    townships: [...codes].toSorted().map((code) => ({ code, name: standards.nameOf(code) })),
  };
}

/** Once published it is what is in force: what it changed then is shown, not compared with itself. */
function shownOf(state: NonNullable<PolicyState>, where: FileWhere) {
  const { content, published } = state;
  if (!published) return shownJudged(judged(content, where));
  const { changes, effective } = published;
  const text = draftedText(content, where);
  return { text, file: '', faults: [], questions: [], changes: [...changes], from: effective };
}

function shownPublication(
  published: NonNullable<NonNullable<PolicyState>['published']>,
  named: (person: string) => string,
) {
  const { by, on, document, issuedOn, effective, inUseFrom } = published;
  return { by: named(by), on, document, issuedOn, effective, inUseFrom };
}
