import { dayOf } from '../../kernel/clock.ts';
import { addFen, fen } from '../../kernel/fen.ts';
import { type LocalDate, type Month } from '../../kernel/local-date.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { getOwn } from '../../platform/http/own-stream.ts';
import { absent } from '../../platform/http/problem.ts';
import { queryRoute, requireArea, type Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { findStream } from '../../platform/record/record.ts';
import { maskedName, monthsBack } from '../preview/index.ts';
import { listPublished, type PublishedVersion } from '../standards/published-store.ts';
import { createStandards, type Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as decide from './decide-raise.ts';
import * as contract from './raise-contract.ts';
import { raisesInCaseload } from './raise-caseload.ts';
import type { RaiseSum } from './raise-list.ts';
import {
  insertRaises,
  isListed,
  listsOf,
  type NewRaise,
  pageOfRaises,
  raiseListKind,
} from './raise-store.ts';
import { policyKind } from './store.ts';
import { countyOf } from './where.ts';

type Listing = decide.ListGiven & { readonly chunks: readonly (readonly NewRaise[])[] };

export function registerRaises(router: Router, standards: Standards): void {
  streamCommand(router, raiseListKind, {
    contract: contract.listRaises,
    access: access.ListRaises,
    id: ({ body }) => body.listId,
    begins: ({ asker }) => countyOf(asker.area),
    given: async (call, { area }) => {
      const policy = await findStream(call.tx, policyKind, call.params.policyId);
      if (!policy) throw absent();
      requireArea(call.context, call.asker, policy.area);
      const today = dayOf(call.act.recordedAt);
      return listingOf(call.tx, { ...call.body, ...call.params, county: area, today });
    },
    decide: (body, state, given) => {
      const policyId = given.policyId;
      return decide.listRaises({ policyId, through: body.through }, state, given);
    },
    then: async ({ tx }, { id }, _, { chunks }) => {
      for (const chunk of chunks) await insertRaises(tx, id, chunk);
    },
  });
  streamCommand(router, raiseListKind, {
    contract: contract.approveRaises,
    access: access.ApproveRaises,
    id: ({ params }) => params.listId,
    given: async ({ asker }) => ({ by: asker.person }),
    decide: ({ opinion }, state, given) => decide.approveRaises(opinion, state, given),
  });
  streamCommand(router, raiseListKind, {
    contract: contract.giveUpRaises,
    access: access.GiveUpRaises,
    id: ({ params }) => params.listId,
    given: async () => null,
    decide: ({ reason }, state) => decide.giveUpRaises(reason, state),
  });
  registerRaiseViews(router, standards);
}

type Asked = {
  readonly policyId: string;
  readonly county: string;
  readonly through: Month;
  readonly today: LocalDate;
};

/** The rules without the document and with it, as published by today; later documents are in neither. */
async function listingOf(
  tx: ReadTx,
  { policyId, county, through, today }: Asked,
): Promise<Listing & { readonly policyId: string }> {
  const published = await listPublished(tx);
  const at = published.findIndex(({ versionId }) => versionId === policyId);
  const version = published[at];
  const listed = await isListed(tx, policyId, through);
  const none = {
    policyId,
    document: null,
    months: [],
    isListed: listed,
    sum: sumOf([]),
    chunks: [],
  };
  if (!version || version.inUseFrom > today) return none;
  const months = monthsBack(version.effective, today).filter((month) => month <= through);
  const found = { ...none, document: version.document, months };
  if (months.length === 0 || listed) return found;
  const regionOf = (parts: readonly PublishedVersion[]) =>
    createStandards(undefined, parts).regionOf(county);
  const before = regionOf(published.slice(0, at));
  const after = regionOf(published.slice(0, at + 1));
  const chunks: (readonly NewRaise[])[] = [];
  const work = { county, before, after, months, today };
  for await (const chunk of raisesInCaseload(tx, work)) chunks.push(chunk);
  return { ...found, chunks, sum: sumOf(chunks.flat()) };
}

function sumOf(raises: readonly NewRaise[]): RaiseSum {
  const paid = raises.filter(({ open }) => open === '');
  return {
    households: new Set(paid.map(({ benefitId }) => benefitId)).size,
    months: paid.length,
    amount: addFen(...paid.map(({ base, raised }) => fen(raised - base))),
    open: new Set(raises.filter(({ open }) => open !== '').map(({ benefitId }) => benefitId)).size,
  };
}

function registerRaiseViews(router: Router, standards: Standards): void {
  queryRoute(router, contract.raiseLists, access.RaiseLists, async (call) => {
    const { tx, asker, params } = call;
    await getOwn(call, policyKind, params.policyId);
    const rows = await listsOf(tx, params.policyId);
    const lists = rows.map(async (row) => {
      const found = await findStream(tx, raiseListKind, row.listId);
      const listedByMe = found?.state?.listed.by === asker.person;
      return { ...row, version: found?.version ?? 0, listedByMe };
    });
    return { lists: await Promise.all(lists) };
  });
  queryRoute(router, contract.raiseRows, access.RaiseRows, async (call) => {
    const { tx, params, search } = call;
    await getOwn(call, raiseListKind, params.listId);
    const { open, ...page } = search;
    const found = await pageOfRaises(tx, params.listId, { ...page, onlyOpen: open === 'true' });
    return {
      ...found,
      rows: found.rows.map(({ area, head, ...row }) => ({
        ...row,
        head: maskedName(head),
        village: standards.nameOf(area),
      })),
    };
  });
}
