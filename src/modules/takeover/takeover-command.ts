import { dayOf } from '../../kernel/clock.ts';
import type { CommandContract } from '../../kernel/contract.ts';
import type { Decision } from '../../kernel/outcome.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { absent, refusedBy } from '../../platform/http/problem.ts';
import {
  type Access,
  type CommandCall,
  commandRoute,
  requireArea,
  requireRole,
  type Router,
} from '../../platform/http/route.ts';
import { requireVersion } from '../../platform/http/stream-command.ts';
import { append, lockStream } from '../../platform/record/record.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import type { TakeoverGiven } from './decide.ts';
import { summaryOf } from './summary-store.ts';
import { findRun, takeoverKind, type TakeoverRun } from './store.ts';
import type { TakeoverEvent, TakeoverState } from './takeover.ts';

type TakeoverPath = `${string}:takeoverId${string}`;

export type TakeoverCommand<Path extends TakeoverPath, Body, More> = {
  readonly contract: CommandContract<Body> & { readonly path: Path };
  readonly access: Access;
  /** True where what others did meanwhile cannot matter. */
  readonly anyVersion?: true;
  readonly more?: (call: CommandCall<Path, Body>, run: TakeoverRun) => Promise<More>;
  readonly decide: (
    body: Body,
    state: TakeoverState,
    given: TakeoverGiven & More,
  ) => Decision<TakeoverEvent>;
  /** What else happens in the same transaction. */
  readonly then?: (
    call: CommandCall<Path, Body>,
    after: Loaded<TakeoverState>,
    given: TakeoverGiven & More,
  ) => Promise<void>;
  /** Begins what the command asked for, once it stands. */
  readonly afterwards?: (run: Pick<TakeoverRun, 'takeoverId' | 'area'>) => void;
};

/** Registers a command on a ledger of the asker's county. */
export function takeoverCommand<Path extends TakeoverPath, Body, More = unknown>(
  router: Router,
  definition: TakeoverCommand<Path, Body, More>,
): void {
  const { contract, access, more, decide, then, afterwards } = definition;
  const idOf = (params: unknown) => (params as { takeoverId: string }).takeoverId;
  commandRoute(
    router,
    contract,
    access,
    async (call) => {
      const { tx, context, asker, act, body } = call;
      const loaded = await lockStream(tx, takeoverKind, idOf(call.params));
      const run = await findRun(tx, idOf(call.params));
      if (!loaded || !run) throw absent();
      requireArea(context, asker, loaded.area);
      requireRole(context, access, asker);
      if (!definition.anyVersion) {
        await requireVersion(context, tx, takeoverKind, loaded, call.ifMatch);
      }
      const base = await givenFor(tx, run, dayOf(act.recordedAt));
      const given = { ...base, ...((await more?.(call, run)) as More) };
      const decision = decide(body, loaded.state, given);
      if (!decision.ok) throw refusedBy(decision.refusal);
      const after = await append(tx, takeoverKind, loaded, decision.events, act);
      await then?.(call, after, given);
      return { status: 200, answer: { id: after.id, version: after.version } };
    },
    async ({ asker, params }, answer) => {
      afterwards?.({ takeoverId: idOf(params), area: asker.area.slice(0, 6) });
      return answer;
    },
  );
}

/** What a decider is given of a ledger as it stands. */
async function givenFor(
  tx: ReadTx,
  { takeoverId, phase }: TakeoverRun,
  today: TakeoverGiven['today'],
): Promise<TakeoverGiven> {
  const { counts } = await summaryOf(tx, takeoverId);
  return { today, phase, entered: counts.entered.households };
}
