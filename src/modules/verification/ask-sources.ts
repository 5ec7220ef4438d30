import { dayOf } from '../../kernel/clock.ts';
import { type LocalDate, localDate } from '../../kernel/local-date.ts';
import { addWorkingDays } from '../../kernel/working-day.ts';
import { read, SYSTEM, write } from '../../platform/database/database.ts';
import { findStream } from '../../platform/record/record.ts';
import { isRecused } from '../case/index.ts';
import { caseKind } from '../case/store.ts';
import { type AskingWork, askSource, clockAct } from './ask-source.ts';
import type { Connection } from './connection.ts';
import { recordLookup } from './lookup-route.ts';
import * as store from './query-store.ts';

/** Sources asked at the same time: one that is slow keeps no other waiting. */
const AT_ONCE = 6;

type Waiting = {
  readonly request: store.OpenRequest;
  readonly connection: Connection;
  readonly query: store.SourceQuery;
};

/**
 * Asks every connected source about every open request, each by its own clock: begins the clock, asks what is due,
 * reminds, and makes a named person answerable for what did not come in time. May run twice at once.
 */
export async function askSources(work: AskingWork): Promise<void> {
  const today = dayOf(work.context.clock.now());
  await beginClocks(work, today);
  for (const waiting of await outstanding(work, today)) await chase(work, waiting, today);
  const due = (await outstanding(work, today)).filter(({ query }) => query.way === 'http');
  const queue = due.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const { connection, query } of queue) await askOne(work, connection, query);
    }),
  );
}

async function askOne(
  work: AskingWork,
  connection: Connection,
  query: store.SourceQuery,
): Promise<void> {
  try {
    await askSource(work, connection, query);
  } catch (error) {
    // One source's trouble is not another's: it is taken up again when its time in hand is over.
    work.context.log.error(error as Error, 'a source could not be asked');
  }
}

async function beginClocks(
  { context, standards, connections }: AskingWork,
  today: LocalDate,
): Promise<void> {
  const { requests, known } = await readOpen(context);
  const begun = new Set(known.map(({ requestId, source }) => `${requestId} ${source}`));
  for (const { requestId, caseId, area, requestedOn, sources } of requests) {
    const township = area.slice(0, 9);
    const calendar = standards.calendarOf(township);
    const day = localDate(requestedOn);
    for (const source of sources.filter((each) => !begun.has(`${requestId} ${each}`))) {
      const connection = connections.find(source, township, today);
      if (!connection) continue;
      const { way, replyWorkingDays, remindAfterWorkingDays } = connection;
      await write(context.database, SYSTEM, (tx) =>
        store.beginQuery(tx, {
          ...{ requestId, source, caseId, area, way },
          dueOn: addWorkingDays(calendar, day, replyWorkingDays).date,
          remindOn: addWorkingDays(calendar, day, remindAfterWorkingDays).date,
        }),
      );
    }
  }
}

async function readOpen({ database }: AskingWork['context']) {
  return read(database, SYSTEM, async (tx) => {
    const requests = await store.listOpenRequests(tx);
    const known = await store.listQueries(
      tx,
      requests.map(({ requestId }) => requestId),
    );
    return { requests, known };
  });
}

/** What is connected and has not answered for everybody. */
async function outstanding(
  { context, connections }: AskingWork,
  today: LocalDate,
): Promise<readonly Waiting[]> {
  const { requests, known } = await readOpen(context);
  return requests.flatMap((request) =>
    known
      .filter(({ requestId }) => requestId === request.requestId)
      .flatMap((query) => {
        const connection = connections.find(query.source, request.area.slice(0, 9), today);
        const isDone = request.members.every((each) =>
          request.answered.includes(`${each} ${query.source}`),
        );
        return connection && !isDone ? [{ request, connection, query }] : [];
      }),
  );
}

/** Reminds a source once, and once hands it to a person. */
async function chase(
  { context, standards }: AskingWork,
  { connection, query }: Waiting,
  today: LocalDate,
): Promise<void> {
  const { requestId, source, caseId, area, dueOn, remindOn, remindedOn, escalatedOn } = query;
  const isToRemind = remindedOn === '' && today >= remindOn;
  const isToEscalate = escalatedOn === '' && today > dueOn;
  if (!isToRemind && !isToEscalate) return;
  const now = context.clock.now();
  await write(context.database, SYSTEM, async (tx) => {
    const loaded = await findStream(tx, caseKind(standards), caseId);
    if (!loaded) return;
    const about = {
      ...{ caseId, requestId, source, dueOn },
      caseNumber: loaded.state.intake.accepted?.number ?? '',
    };
    if (isToRemind) {
      const act = clockAct(now, `remind-${requestId}`);
      if (await store.noteReminder(tx, query, { before: '', day: today })) {
        await recordLookup({ tx, act }, loaded, { type: 'SourceReminded', ...about });
      }
    }
    if (isToEscalate) {
      const holders = await store.holdersByLoad(tx, area.slice(0, 6), connection.escalateTo);
      const to = holders.find((each) => !isRecused(loaded.state, each));
      const act = clockAct(now, `escalate-${requestId}`);
      if (to && (await store.noteEscalation(tx, query, { day: today, to }))) {
        await recordLookup({ tx, act }, loaded, { type: 'SourceEscalated', ...about, to });
      }
    }
  });
}
