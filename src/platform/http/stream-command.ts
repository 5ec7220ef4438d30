import { sql } from 'kysely';
import { dayOf } from '../../kernel/clock.ts';
import type { CommandContract } from '../../kernel/contract.ts';
import type { Decision } from '../../kernel/outcome.ts';
import type { ReadTx } from '../database/database.ts';
import { type Act, append, lockStream, StaleStream } from '../record/record.ts';
import { type AnyEvent, type Loaded, type StreamKind, streamName } from '../record/stream.ts';
import type { Asker, Context } from './context.ts';
import { type Change, ProblemError, absent, refusedBy } from './problem.ts';
import {
  type Access,
  type CommandCall,
  type Router,
  commandRoute,
  requireArea,
  requireRole,
} from './route.ts';

/** A stream kind as the server shows it: each event type has a Chinese title for timelines and conflicts. */
export type TitledKind<State, Event extends AnyEvent> = StreamKind<State, Event> & {
  readonly titleOf: (type: string) => string;
};

/** A command on one stream: which stream, what the decider must be given, and the decider itself. */
export type StreamCommand<State, Event extends AnyEvent, Path extends string, Body, Given> = {
  readonly contract: CommandContract<Body> & { readonly path: Path };
  readonly access: Access;
  /** Stream id from the path (or from the body for a stream that begins here). */
  readonly id: (call: CommandCall<Path, Body>) => string;
  /** For a command that may begin a stream: the area the new stream belongs to. */
  readonly begins?: (call: CommandCall<Path, Body>) => string;
  /** True where what others did meanwhile cannot matter (votes of several people in the same minute). */
  readonly anyVersion?: true;
  /** True for somebody who may not know of the stream, though it lies in their area: to them it is absent. */
  readonly hiddenFrom?: (state: State, asker: Asker) => boolean;
  /** Rows that other commands hold too. The instant of the act is read once they are ours. */
  readonly locks?: (call: CommandCall<Path, Body>, loaded: Loaded<State>) => Promise<void>;
  readonly given: (call: CommandCall<Path, Body>, loaded: Loaded<State>) => Promise<Given>;
  readonly decide: (body: Body, state: State, given: Given) => Decision<Event>;
  /** The instrument of authority the act stands on, where it needs one. */
  readonly authority?: (given: Given) => string | undefined;
  /** What else happens in the same transaction: other streams, list rows of this module, jobs. */
  readonly then?: (
    call: CommandCall<Path, Body>,
    after: Loaded<State>,
    events: readonly Event[],
    given: Given,
  ) => Promise<void>;
  /** Begins long work the command asked for, once it stands. */
  readonly afterwards?: (call: Pick<CommandCall<Path, Body>, 'asker' | 'params' | 'body'>) => void;
};

/** Registers a stream command: contract → access → load → decide → save, answering `{ id, version }`. */
export function streamCommand<State, Event extends AnyEvent, Path extends string, Body, Given>(
  router: Router,
  kind: TitledKind<State, Event>,
  definition: StreamCommand<State, Event, Path, Body, Given>,
): void {
  const { contract, access, afterwards } = definition;
  const handle = async (sent: CommandCall<Path, Body>) => {
    const loaded = await loadForCommand(kind, definition, sent);
    await definition.locks?.(sent, loaded);
    const call = { ...sent, act: atThisInstant(sent.context, sent.act) };
    const given = await definition.given(call, loaded);
    const decision = definition.decide(call.body, loaded.state, given);
    if (!decision.ok) throw refusedBy(decision.refusal);
    const authority = definition.authority?.(given);
    const act = authority ? { ...call.act, authority } : call.act;
    const after = await append(call.tx, kind, loaded, decision.events, act);
    await definition.then?.(call, after, decision.events, given);
    return { status: 200, answer: { id: after.id, version: after.version } };
  };
  commandRoute(router, contract, access, handle, async (call, answer) => {
    afterwards?.(call);
    return answer;
  });
}

async function loadForCommand<State, Event extends AnyEvent, Path extends string, Body, Given>(
  kind: TitledKind<State, Event>,
  definition: StreamCommand<State, Event, Path, Body, Given>,
  call: CommandCall<Path, Body>,
): Promise<Loaded<State>> {
  const { access, begins } = definition;
  const id = definition.id(call);
  const loaded = await lockStream(call.tx, kind, id);
  if (!loaded && !begins) throw absent();
  if (loaded && definition.hiddenFrom?.(loaded.state, call.asker)) throw absent();
  const area = loaded?.area ?? begins?.(call) ?? '';
  requireArea(call.context, call.asker, area);
  requireRole(call.context, access, call.asker);
  if (!loaded) return { id, area, version: 0, state: kind.initial };
  if (!definition.anyVersion) {
    await requireVersion(call.context, call.tx, kind, loaded, call.ifMatch);
  }
  return loaded;
}

/**
 * The act at the instant its locks were won: whoever waited for another is recorded after it (TH-04, TH-11). When
 * midnight passed meanwhile, what was read for the day before no longer holds and the command runs again.
 */
export function atThisInstant(context: Context, act: Act): Act {
  const recordedAt = context.clock.now();
  if (dayOf(recordedAt) !== dayOf(act.recordedAt)) throw new StaleStream('the day has changed');
  return { ...act, recordedAt };
}

/** 428 when the client did not say what it saw, 412 with what changed when that is no longer so. */
export async function requireVersion<State, Event extends AnyEvent>(
  context: Context,
  tx: ReadTx,
  kind: TitledKind<State, Event>,
  loaded: Loaded<State>,
  ifMatch: number | undefined,
): Promise<void> {
  if (ifMatch === undefined) {
    throw new ProblemError({
      code: 'precondition-required',
      detail: '没有写明改的是哪一版，可能已经有人办过，请刷新页面看最新情况再办。',
    });
  }
  if (ifMatch === loaded.version) return;
  const changed = await changesSince(context, tx, kind, loaded.id, ifMatch);
  throw new ProblemError({ code: 'stale', version: loaded.version, changed });
}

/** The events after a version, in words: what, who, when. */
export async function changesSince<State, Event extends AnyEvent>(
  context: Context,
  tx: ReadTx,
  kind: TitledKind<State, Event>,
  id: string,
  version: number,
): Promise<Change[]> {
  const found = await sql<{ seq: number; type: string; actor: string; recorded_at: number }>`
    select seq, type, actor, recorded_at from event
    where stream = ${streamName(kind, id)} and seq > ${version} order by seq`.execute(tx);
  const names = await context.namesOf(tx, [...new Set(found.rows.map((row) => row.actor))]);
  return found.rows.map((row) => ({
    seq: row.seq,
    title: kind.titleOf(row.type),
    actor: names.get(row.actor) ?? '',
    at: row.recorded_at,
  }));
}
