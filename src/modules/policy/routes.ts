import { dayOf } from '../../kernel/clock.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { absent, invalid } from '../../platform/http/problem.ts';
import {
  type CommandCall,
  parsed,
  queryRoute,
  rawRoute,
  type Router,
} from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { findRun } from '../preview/store.ts';
import { insertPublished, listPublished } from '../standards/published-store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { issuedPart } from './addition.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { draftedText, type FileWhere, presentText } from './drafted-file.ts';
import { judged, shownJudged } from './judged.ts';
import type { PolicyContent, PolicyState } from './policy.ts';
import { isNumberTaken, lockPublishing, policyKind } from './store.ts';
import { registerRaises } from './raise-routes.ts';
import { registerSubsidies } from './subsidy-routes.ts';
import { registerPolicyViews } from './view-routes.ts';
import { whereOf } from './where.ts';

export function registerPolicy(router: Router, standards: Standards): void {
  registerJudging(router, standards);
  registerDrafting(router, standards);
  registerDeciding(router, standards);
  registerPublishing(router, standards);
  registerPolicyViews(router, standards);
  registerRaises(router, standards);
  registerSubsidies(router, standards);
}

const FILES = ['standard', 'rule', 'procedure'] as const;

function registerJudging(router: Router, standards: Standards): void {
  queryRoute(router, contract.policyFile, access.PolicyFile, async ({ asker, context, params }) => {
    const file = FILES.find((each) => each === params.file);
    if (!file) throw absent();
    return { text: presentText(whereOf(standards, context, asker), file) };
  });
  rawRoute(router, contract.judgePolicy, access.JudgePolicy, async (call) => {
    const { content } = parsed(contract.judgePolicy.body, call.request.body ?? {});
    return shownJudged(judged(content, whereOf(standards, call.context, call.asker)));
  });
}

function registerDrafting(router: Router, standards: Standards): void {
  streamCommand(router, policyKind, {
    contract: contract.draftPolicy,
    access: access.DraftPolicy,
    id: ({ params }) => params.policyId,
    begins: ({ asker }) => asker.area,
    given: async () => null,
    decide: ({ content }, state) => decide.draftPolicy(content, state),
  });
  streamCommand(router, policyKind, {
    contract: contract.attachPreview,
    access: access.AttachPreview,
    id: ({ params }) => params.policyId,
    given: async ({ tx, context, body }, { area, state }) => {
      const where = whereOf(standards, context, { area });
      return foundRun(tx, body.previewId, state, where);
    },
    decide: (_, state, run) => decide.attachPreview(state, run),
  });
  streamCommand(router, policyKind, {
    contract: contract.commentPolicy,
    access: access.CommentPolicy,
    id: ({ params }) => params.policyId,
    anyVersion: true,
    given: async () => null,
    decide: ({ text }, state) => decide.commentPolicy(text, state),
  });
  streamCommand(router, policyKind, {
    contract: contract.giveUpPolicy,
    access: access.GiveUpPolicy,
    id: ({ params }) => params.policyId,
    given: async () => null,
    decide: ({ reason }, state) => decide.giveUpPolicy(reason, state),
  });
}

/** What a run found, with what was published when it was begun; the text must be the draft's own to the letter. */
async function foundRun(
  tx: ReadTx,
  previewId: string,
  state: PolicyState,
  where: FileWhere,
): Promise<decide.FoundRun> {
  const run = await findRun(tx, previewId);
  if (!run || run.area !== where.county) throw invalid(['previewId'], '没有找到这次测算。');
  const { change, day, months, done, sums } = run;
  const drafted = state ? draftedText(state.content, { ...where, today: state.drafted.on }) : '';
  const base = (await listPublished(tx, run.createdAt)).length;
  return {
    isDone: run.state === 'done',
    isOfDraft: change.kind === 'file' && sameText(change.text, drafted),
    preview: { previewId, day, months, households: done, base, sums },
  };
}

/** The day a draft is looked at stands in it as the day it is known; that alone is no difference. */
function sameText(one: string, other: string): boolean {
  const plain = (text: string) => text.replaceAll(/"known":"\d{4}-\d\d-\d\d"/g, '"known":""');
  return plain(one) === plain(other);
}

async function standingOf(
  { tx, context }: Pick<CommandCall<string, unknown>, 'tx' | 'context'>,
  standards: Standards,
  { area, state }: { readonly area: string; readonly state: PolicyState },
) {
  const content = contentOf(state);
  const found = judged(content, whereOf(standards, context, { area }));
  const standing: decide.Standing = {
    faults: found.faults.filter(({ is }) => is === 'fault').length,
    additions: found.addition.entries.length,
    changes: found.changes,
    questions: found.questions.map(({ key }) => key),
    from: found.from,
  };
  return { standing, base: (await listPublished(tx)).length };
}

function contentOf(state: PolicyState): PolicyContent {
  if (!state) throw absent();
  return state.content;
}

function registerDeciding(router: Router, standards: Standards): void {
  streamCommand(router, policyKind, {
    contract: contract.submitPolicy,
    access: access.SubmitPolicy,
    id: ({ params }) => params.policyId,
    given: (call, loaded) => standingOf(call, standards, loaded),
    decide: ({ note }, state, given) => decide.submitPolicy(note, state, given),
  });
  streamCommand(router, policyKind, {
    contract: contract.sendBackPolicy,
    access: access.SendBackPolicy,
    id: ({ params }) => params.policyId,
    given: async () => null,
    decide: ({ reason }, state) => decide.sendBackPolicy(reason, state),
  });
  streamCommand(router, policyKind, {
    contract: contract.approvePolicy,
    access: access.ApprovePolicy,
    id: ({ params }) => params.policyId,
    given: async (call, loaded) => ({
      ...(await standingOf(call, standards, loaded)),
      by: call.asker.person,
    }),
    decide: (body, state, given) => decide.approvePolicy(body, state, given),
  });
}

function registerPublishing(router: Router, standards: Standards): void {
  streamCommand(router, policyKind, {
    contract: contract.publishPolicy,
    access: access.PublishPolicy,
    id: ({ params }) => params.policyId,
    locks: ({ tx }, { area }) => lockPublishing(tx, area),
    given: async (call, loaded) => ({
      ...(await standingOf(call, standards, loaded)),
      by: call.asker.person,
      today: dayOf(call.act.recordedAt),
      isNumberTaken: await isNumberTaken(call.tx, loaded.area, call.body.document),
    }),
    decide: (body, state, given) => decide.publishPolicy(body, state, given),
    then: async ({ tx, act, asker, context }, { id, area, state }) => {
      if (!state?.published) return;
      const { content, published } = state;
      const { json, file, addition } = judged(content, whereOf(standards, context, { area }));
      const issued = { versionId: id, file, issuer: content.issuer, ...published };
      await insertPublished(tx, {
        ...issuedPart(json, addition, issued),
        ...{ area, title: content.title, document: published.document },
        ...{ issuedOn: published.issuedOn, effective: published.effective },
        ...{
          inUseFrom: published.inUseFrom,
          publishedBy: asker.person,
          publishedAt: act.recordedAt,
        },
      });
    },
  });
}
