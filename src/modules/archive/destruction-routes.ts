import { dayOf, type Instant } from '../../kernel/clock.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { countyOf, placeCode } from '../../kernel/place.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { Asker } from '../../platform/http/context.ts';
import { getOwn } from '../../platform/http/own-stream.ts';
import { absent } from '../../platform/http/problem.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { nextNumber } from '../case/store.ts';
import { actorOf } from '../case/given.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { type ArchivedRow, archivedRows, leavingsOf } from './archive-store.ts';
import { benefitIdsOf } from './benefit-id.ts';
import * as contract from './contract.ts';
import * as decide from './decide-destruction.ts';
import type { FileFound } from './decide-destruction.ts';
import type { DestructionState } from './destruction.ts';
import {
  destroyContents,
  destructionKind,
  listDestructions,
  listedElsewhere,
  streamsOf,
} from './destruction-store.ts';
import { type Retention, retentionOf } from './retention.ts';

/** 销毁清册: put forward by one, answered for by another, carried out before a witness; then nothing is left to read. */
export function registerDestructions(router: Router, standards: Standards): void {
  registerProposal(router, standards);
  registerAnswers(router, standards);
  registerAct(router, standards);
  registerReading(router);
}

const idOf = ({ params }: { params: { destructionId: string } }) => params.destructionId;

/** The files asked for as they stand today, in the order asked. */
async function filesFound(
  tx: ReadTx,
  standards: Standards,
  caseIds: readonly string[],
  of: { readonly destructionId: string; readonly today: LocalDate },
): Promise<readonly FileFound[]> {
  const present = await archivedRows(tx, caseIds);
  const rows = new Map(present.map((row) => [row.caseId, row]));
  const leavings = await leavingsOf(tx, present);
  const listed = await listedElsewhere(tx, caseIds, of.destructionId);
  const found: FileFound[] = [];
  for (const caseId of caseIds) {
    const row = rows.get(caseId);
    // Not closed, or not here: whether such a case is anywhere else is not told.
    if (!row) throw absent();
    const retention = retentionOf(leavings.get(caseId), of.today);
    found.push(foundOf(standards, row, { retention, isListed: listed.has(caseId) }));
  }
  return found;
}

function foundOf(
  standards: Standards,
  row: ArchivedRow,
  { retention, isListed }: { readonly retention: Retention; readonly isListed: boolean },
): FileFound {
  const { caseId, number, scheme, archivedOn, pieces } = row;
  const { startsOn, endsOn, isOver } = retention;
  if (!isOver || !startsOn || !endsOn) return { ok: false, number, because: 'file-still-kept' };
  if (row.lentTo !== null) return { ok: false, number, because: 'file-still-lent' };
  if (isListed) return { ok: false, number, because: 'file-listed' };
  const townshipName = standards.nameOf(row.area.slice(0, 9));
  const item = { caseId, number, townshipName, scheme, archivedOn, startsOn, endsOn, pieces };
  return { ok: true, item };
}

function registerProposal(router: Router, standards: Standards): void {
  streamCommand(router, destructionKind, {
    contract: contract.proposeDestruction,
    access: access.ProposeDestruction,
    id: ({ body }) => body.destructionId,
    begins: ({ asker }) => countyOf(placeCode(asker.area)),
    anyVersion: true,
    given: async ({ tx, act, asker, body }) => {
      const today = dayOf(act.recordedAt);
      const { destructionId } = body;
      const caseIds = [...new Set(body.caseIds)];
      const files = await filesFound(tx, standards, caseIds, { destructionId, today });
      const year = today.slice(0, 4);
      const count = await nextNumber(tx, `destruction-${countyOf(placeCode(asker.area))}-${year}`);
      return { files, number: `销毁〔${year}〕${count}号` };
    },
    decide: decide.proposeDestruction,
  });
}

type Answering = {
  readonly tx: ReadTx;
  readonly act: { readonly recordedAt: Instant };
  readonly asker: Asker;
  readonly params: { readonly destructionId: string };
};

/** What every answer to a list is judged by: who answers, and its files as they stand. */
function givenOf(standards: Standards) {
  return async (call: Answering, { state }: { readonly state: DestructionState }) => {
    const { tx, asker, act, params } = call;
    const caseIds = (state?.items ?? []).map(({ caseId }) => caseId);
    const of = { destructionId: params.destructionId, today: dayOf(act.recordedAt) };
    return { by: actorOf(asker), files: await filesFound(tx, standards, caseIds, of) };
  };
}

function registerAnswers(router: Router, standards: Standards): void {
  streamCommand(router, destructionKind, {
    contract: contract.keepFile,
    access: access.KeepFile,
    id: idOf,
    given: async () => ({}),
    decide: decide.keepFile,
  });
  streamCommand(router, destructionKind, {
    contract: contract.approveDestruction,
    access: access.ApproveDestruction,
    id: idOf,
    given: givenOf(standards),
    decide: decide.approveDestruction,
  });
  streamCommand(router, destructionKind, {
    contract: contract.declineDestruction,
    access: access.DeclineDestruction,
    id: idOf,
    given: async ({ asker }) => ({ by: actorOf(asker) }),
    decide: decide.declineDestruction,
  });
}

function registerAct(router: Router, standards: Standards): void {
  const given = givenOf(standards);
  streamCommand(router, destructionKind, {
    contract: contract.carryOutDestruction,
    access: access.CarryOutDestruction,
    id: idOf,
    given: async (call, loaded) => {
      const caseIds = (loaded.state?.items ?? []).map(({ caseId }) => caseId);
      const rows = await archivedRows(call.tx, caseIds);
      const benefits = rows.flatMap((row) => benefitIdsOf(row.caseId, row.memberIds));
      const streams = await streamsOf(call.tx, caseIds, benefits);
      return { ...(await given(call, loaded)), streams };
    },
    decide: decide.carryOutDestruction,
    then: ({ tx }, { id }) => destroyContents(tx, id),
  });
}

function registerReading(router: Router): void {
  queryRoute(router, contract.destructionList, access.DestructionList, async ({ tx, asker }) => ({
    destructions: [...(await listDestructions(tx, countyOf(placeCode(asker.area))))],
  }));
  queryRoute(router, contract.destructionView, access.DestructionView, async (call) => {
    const { state, version } = await getOwn(call, destructionKind, call.params.destructionId);
    if (!state) throw new Error('a list without a beginning');
    const { number, status, appraisal, items, kept, proposed, answered, destroyed } = state;
    const marks = [proposed, answered, destroyed, ...kept].flatMap((each) => each ?? []);
    const names = await call.context.namesOf(call.tx, [...new Set(marks.map(({ by }) => by))]);
    const nameOf = (person: string) => names.get(person) ?? '';
    return {
      ...{ version, number, status, appraisal },
      items: items.map((each) => ({ ...each })),
      kept: kept.map((each) => ({ ...each, by: nameOf(each.by) })),
      proposed: { ...proposed, by: nameOf(proposed.by), words: appraisal },
      answered: answered && { ...answered, by: nameOf(answered.by) },
      destroyed: destroyed && {
        ...{ on: destroyed.on, events: destroyed.events },
        by: nameOf(destroyed.by),
        words: destroyed.witness,
      },
      isOwn: proposed.by === call.asker.person,
    };
  });
}
