import { randomUUID } from 'node:crypto';
import type { Instant } from '../../kernel/clock.ts';
import { placeCode } from '../../kernel/place.ts';
import { SYSTEM, write, type WriteTx } from '../../platform/database/database.ts';
import type { Asker, Context } from '../../platform/http/context.ts';
import { type Act, append, lockStream } from '../../platform/record/record.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import { type CaseState, whyNotLive } from '../case/index.ts';
import { caseGiven } from '../case/given.ts';
import { caseKind } from '../case/store.ts';
import { sealContext } from '../household/seal-context.ts';
import type { Standards } from '../standards/store.ts';
import type { TypedAnswer } from './answer.ts';
import { askConnection, type AskedPerson } from './ask-connection.ts';
import type { Connection } from './connection.ts';
import type { ConnectionCatalogue } from './connection-catalogue.ts';
import { answerSource } from './decide.ts';
import { recordLookup, recordRefusal } from './lookup-route.ts';
import { lookupsOf, whyNotLookedUp } from './lookup-right.ts';
import { endAttempt, type SourceQuery, takeQuery } from './query-store.ts';
import type { ReplyRead } from './read-reply.ts';
import { lookupRefusals } from './refusal.ts';
import { unanswered } from './unanswered.ts';
import { openRequest, type VerificationRequest } from './verification.ts';

export type AskingWork = {
  readonly context: Context;
  readonly standards: Standards;
  readonly connections: ConnectionCatalogue;
};

/** The program asks by the clock and in nobody's post. */
export function clockAct(recordedAt: Instant, command: string): Act {
  return { actor: 'clock', post: 'clock', command, recordedAt };
}

type Asked = {
  readonly query: SourceQuery;
  readonly people: readonly (AskedPerson & { readonly memberId: string })[];
  /** Somebody has no ID number to be asked by. */
  readonly isShort: boolean;
};

/** One attempt at one source: the right of each look-up is tested and recorded first, the answers after it. */
export async function askSource(
  work: AskingWork,
  connection: Connection,
  wanted: Pick<SourceQuery, 'requestId' | 'source'>,
): Promise<void> {
  const { database, clock, log } = work.context;
  const asked = await write(database, SYSTEM, (tx) => begin(work, tx, connection, wanted));
  if (!asked) return;
  const replies: Reply[] = [];
  // One after the other: a register that is slow for one is not asked about a whole village at once.
  for (const { memberId, ...person } of asked.people) {
    const read = await askConnection(connection, person);
    replies.push({ memberId, read });
    if (!read.ok) break;
  }
  try {
    await write(database, SYSTEM, (tx) => record(work, tx, { connection, asked, replies }));
  } catch (error) {
    log.error(error as Error, 'the answer of a source could not be recorded');
    await write(database, SYSTEM, (tx) =>
      endAttempt(tx, asked.query, {
        ...{ phase: 'failing', fault: '答复没有记下来，会再问一次' },
        nextAt: nextAt(connection, asked.query.attempts, clock.now()),
      }),
    );
  }
}

/** Takes the query in hand and records who is asked about; undefined when there is nothing (left) to ask. */
async function begin(
  { context, standards }: AskingWork,
  tx: WriteTx,
  connection: Connection,
  wanted: Pick<SourceQuery, 'requestId' | 'source'>,
): Promise<Asked | undefined> {
  const now = context.clock.now();
  const seconds = connection.http?.timeoutSeconds ?? 0;
  const query = await takeQuery(tx, wanted, { now, until: now + 30 * seconds * 1000 });
  if (!query) return undefined;
  const { requestId, source, caseId, attempts } = query;
  const loaded = await lockStream(tx, caseKind(standards), caseId);
  const request = loaded && openRequest(loaded.state.verification);
  if (!loaded || request?.id !== requestId || whyNotLive(loaded.state)) return undefined;
  const act = clockAct(now, `ask-${requestId}-${attempts}`);
  const members = stillToAsk(request, source);
  const allowed: string[] = [];
  for (const memberId of members) {
    const no = whyNotLookedUp({ source, answers: [{ memberId }] }, request, loaded.state);
    if (no)
      await recordRefusal({ tx, act }, loaded, { requestId, source, members: [memberId] }, no);
    else allowed.push(memberId);
  }
  if (allowed.length === 0) {
    const isAnswered = members.length === 0;
    await endAttempt(tx, query, {
      phase: isAnswered ? 'answered' : 'refused',
      fault: isAnswered ? '' : '授权已撤回或者人员已变化，没有查询',
      nextAt: 0,
    });
    return undefined;
  }
  const lookups = lookupsOf(loaded.state).filter((each) => allowed.includes(each.memberId));
  const caseNumber = loaded.state.intake.accepted?.number ?? '';
  await recordLookup({ tx, act }, loaded, {
    ...{ type: 'SourceAsked', caseId, caseNumber, requestId, source, attempt: attempts },
    lookups: lookups.map(({ memberId, authorisationId }) => ({ memberId, authorisationId })),
  });
  const people = lookups.flatMap((each) => personOf(context, loaded, each) ?? []);
  return { query, people, isShort: people.length < lookups.length };
}

function stillToAsk(request: VerificationRequest, source: string): readonly string[] {
  return unanswered(request)
    .filter((each) => each.source === source)
    .map((each) => each.memberId);
}

function personOf(
  { sealer }: Context,
  { id, state }: Loaded<CaseState>,
  { memberId, authorisationId }: { readonly memberId: string; readonly authorisationId: string },
): Asked['people'][number] | null {
  const person = state.household.declaration?.people.find((each) => each.memberId === memberId);
  if (!person?.idNumber) return null;
  return {
    memberId,
    name: person.name,
    idNumber: sealer.open(sealContext(id, 'idNumber', memberId), person.idNumber),
    caseNumber: state.intake.accepted?.number ?? '',
    authorisation: authorisationId,
  };
}

type Reply = { readonly memberId: string; readonly read: ReplyRead };
type Recorded = {
  readonly connection: Connection;
  readonly asked: Asked;
  readonly replies: readonly Reply[];
};

/** Puts what came into the case, as if the source had typed it, and says when to ask again. */
async function record(
  { context, standards }: AskingWork,
  tx: WriteTx,
  { connection, asked: { query, isShort }, replies }: Recorded,
): Promise<void> {
  const { requestId, source, caseId, attempts } = query;
  const kind = caseKind(standards);
  const loaded = await lockStream(tx, kind, caseId);
  if (!loaded) return;
  const now = context.clock.now();
  const act = clockAct(now, `answer-${requestId}-${attempts}`);
  const given = caseGiven(standards, { asker: programme(loaded.area), act }, loaded);
  const good = replies.flatMap(({ memberId, read }) => answersOf(memberId, read));
  let fault = replies.flatMap(({ read }) => (read.ok ? [] : [read.fault]))[0] ?? '';
  const isPartial = replies.some(({ read }) => read.ok && read.isPartial);
  if (good.length > 0) {
    const command = { requestId, source, answers: good };
    const ids = good.map(() => randomUUID());
    const decision = answerSource(command, loaded.state, { ...given, ids, via: 'interface' });
    if (decision.ok) await append(tx, kind, loaded, decision.events, act);
    else {
      fault = decision.refusal.message;
      const members = [...new Set(good.map((each) => each.memberId))];
      if (lookupRefusals.includes(decision.refusal.code)) {
        await recordRefusal({ tx, act }, loaded, { requestId, source, members }, decision.refusal);
      }
    }
  }
  if (isShort && fault === '') fault = '有成员没有登记身份证号，请人工核对';
  const caseNumber = loaded.state.intake.accepted?.number ?? '';
  if (fault !== '') {
    await recordLookup({ tx, act }, loaded, {
      ...{ type: 'SourceSilent', caseId, caseNumber, requestId, source, fault },
    });
  }
  const phase = fault !== '' ? 'failing' : isPartial ? 'partial' : 'answered';
  await endAttempt(tx, query, {
    ...{ phase, fault },
    nextAt: phase === 'answered' ? 0 : nextAt(connection, attempts, now),
  });
}

function answersOf(memberId: string, read: ReplyRead): readonly TypedAnswer[] {
  if (!read.ok) return [];
  return read.answers.map((each) => ({
    ...each,
    memberId,
    ...(read.isPartial ? { partial: true as const } : {}),
  }));
}

function programme(area: string): Asker {
  const county = area.slice(0, 6);
  const role = { role: 'verifier', area: placeCode(county) };
  return { person: 'clock', name: '核对接口', post: 'clock', ...role };
}

/** Twice as long after every failure, up to the longest the source's file allows. */
export function nextAt({ http }: Connection, attempts: number, now: number): number {
  const { firstSeconds, mostSeconds } = http?.retry ?? { firstSeconds: 60, mostSeconds: 14_400 };
  const seconds = Math.min(mostSeconds, firstSeconds * 2 ** Math.min(20, attempts - 1));
  return now + seconds * 1000;
}
