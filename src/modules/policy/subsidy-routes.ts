import { dayOf } from '../../kernel/clock.ts';
import { fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { getOwn } from '../../platform/http/own-stream.ts';
import { absent, invalid } from '../../platform/http/problem.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { findDeclared } from '../../rules/policy-check/declared.ts';
import { findParameter } from '../../rules/region.ts';
import { evidenceOf } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as decide from './decide-subsidy.ts';
import { lockPublishing } from './store.ts';
import * as contract from './subsidy-contract.ts';
import { effectOf } from './subsidy-effect.ts';
import {
  listSubsidies,
  listSubsidised,
  paidMonths,
  subsidyKind,
  takenMonths,
} from './subsidy-store.ts';
import { countyOf } from './where.ts';

/** 价格临时补贴 (SL-32): laid down from a document, approved by another, paid with the rolls. */
export function registerSubsidies(router: Router, standards: Standards): void {
  streamCommand(router, subsidyKind, {
    contract: contract.draftSubsidy,
    access: access.DraftSubsidy,
    id: ({ body }) => body.subsidyId,
    begins: ({ asker }) => asker.area,
    anyVersion: true,
    given: async ({ tx, act, body }, { area }) => {
      if ((await evidenceOf(tx, body.scan.hash)).length === 0) {
        throw invalid(['scan'], '没有收到这个文件，请重新上传。');
      }
      const today = dayOf(act.recordedAt);
      return {
        today,
        effect: effectOf(await listSubsidised(tx, area, body.schemes), body, today),
        taken: await takenMonths(tx, area),
        standard: standardOn(standards, area, { on: `${body.from}-01` as LocalDate, today }),
      };
    },
    decide: ({ subsidyId: _, ...plan }, state, given) => decide.draftSubsidy(plan, state, given),
  });
  streamCommand(router, subsidyKind, {
    contract: contract.approveSubsidy,
    access: access.ApproveSubsidy,
    id: ({ params }) => params.subsidyId,
    locks: ({ tx }, { area }) => lockPublishing(tx, area),
    given: async ({ tx, asker }, { area }) => ({
      by: asker.person,
      taken: await takenMonths(tx, area),
    }),
    decide: ({ opinion }, state, given) => decide.approveSubsidy(opinion, state, given),
  });
  streamCommand(router, subsidyKind, {
    contract: contract.giveUpSubsidy,
    access: access.GiveUpSubsidy,
    id: ({ params }) => params.subsidyId,
    given: async () => null,
    decide: ({ reason }, state) => decide.giveUpSubsidy(reason, state),
  });
  streamCommand(router, subsidyKind, {
    contract: contract.stopSubsidy,
    access: access.StopSubsidy,
    id: ({ params }) => params.subsidyId,
    given: async () => null,
    decide: ({ reason }, state) => decide.stopSubsidy(reason, state),
  });
  registerSubsidyViews(router, standards);
}

/** The 低保 standard of a county on a day as known today; null where nothing is laid down. */
function standardOn(
  standards: Standards,
  area: string,
  { on, today }: { readonly on: LocalDate; readonly today: LocalDate },
): decide.DraftGiven['standard'] {
  const asked = findDeclared('standard')?.ofFrame;
  const of = (side: 'urban' | 'rural') => {
    if (!asked) return null;
    const looked = findParameter(standards.regionOf(area), asked, { on, knownOn: today }, side);
    return looked.ok && typeof looked.found.value === 'number' ? fen(looked.found.value) : null;
  };
  return { urban: of('urban'), rural: of('rural') };
}

function registerSubsidyViews(router: Router, standards: Standards): void {
  queryRoute(router, contract.subsidyList, access.SubsidyList, async ({ tx, asker }) => ({
    subsidies: [...(await listSubsidies(tx, countyOf(asker.area)))],
  }));
  queryRoute(router, contract.subsidyView, access.SubsidyView, async (call) => {
    const { tx, asker, context, params } = call;
    const { area, version, state } = await getOwn(call, subsidyKind, params.subsidyId);
    if (!state) throw absent();
    const { effect, scan, drafted, approved, ended, schemes, ...plan } = state;
    const marks = [drafted, approved, ended].flatMap((each) => (each ? [each.by] : []));
    const names = await context.namesOf(tx, [...new Set(marks)]);
    const shown = (mark: typeof approved) =>
      mark && { by: names.get(mark.by) ?? '', on: mark.on, words: mark.words };
    const { households, people, amount, townships } = effect;
    const { status, document, from, until, urban, rural, issuedOn, whyRight } = plan;
    return {
      ...{ subsidyId: params.subsidyId, version, status, document, from, until, urban, rural },
      ...{ schemes: [...schemes], issuedOn, whyRight, scanName: scan.name },
      ...{ households, people, amount },
      townships: townships.map(({ township, ...each }) => ({
        ...each,
        name: standards.nameOf(township),
      })),
      months: [...(await paidMonths(tx, { area, document }))],
      drafted: { by: names.get(drafted.by) ?? '', on: drafted.on, words: '' },
      ...{ approved: shown(approved), ended: shown(ended) },
      draftedByMe: drafted.by === asker.person,
    };
  });
}
