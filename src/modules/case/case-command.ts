import type { CommandContract } from '../../kernel/contract.ts';
import type { Decision } from '../../kernel/outcome.ts';
import type { Access, CommandCall, Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import type { Standards } from '../standards/store.ts';
import type { CaseEvent, CaseState } from './case.ts';
import type { CaseGiven } from './decide.ts';
import { isRecused } from './duty.ts';
import { caseGiven } from './given.ts';
import { citedFor } from './cited-for.ts';
import { caseKind } from './store.ts';

/** A command on one case: its contract, who may give it, the decider, and what the decider needs besides. */
export type CaseCommand<Path extends `${string}:caseId${string}`, Body, More> = {
  readonly contract: CommandContract<Body> & { readonly path: Path };
  readonly access: Access;
  readonly decide: (body: Body, state: CaseState, given: CaseGiven & More) => Decision<CaseEvent>;
  /** Anything the decider needs that must be read first (other streams, sealed texts, new ids). */
  readonly more?: (
    call: CommandCall<Path, Body>,
    loaded: Loaded<CaseState>,
    given: CaseGiven,
  ) => Promise<More>;
  /** For the one command that opens a case: the area it belongs to, a village code. */
  readonly begins?: (call: CommandCall<Path, Body>) => string;
  /** Rows that other commands hold too. */
  readonly locks?: (call: CommandCall<Path, Body>, loaded: Loaded<CaseState>) => Promise<void>;
  readonly authority?: (given: CaseGiven & More) => string | undefined;
  /** What else happens in the same transaction. */
  readonly then?: (
    call: CommandCall<Path, Body>,
    after: Loaded<CaseState>,
    events: readonly CaseEvent[],
    given: CaseGiven & More,
  ) => Promise<void>;
};

/** A refusal cites the article of the scheme the case is about. */
function inScheme(decision: Decision<CaseEvent>, { course }: CaseState): Decision<CaseEvent> {
  return decision.ok ? decision : { ok: false, refusal: citedFor(course.scheme, decision.refusal) };
}

/** Registers a command on a case. Time, person, calendar and procedure are given to every decider. */
export function caseCommand<Path extends `${string}:caseId${string}`, Body, More = unknown>(
  router: Router,
  standards: Standards,
  command: CaseCommand<Path, Body, More>,
): void {
  const { more, ...rest } = command;
  streamCommand<CaseState, CaseEvent, Path, Body, CaseGiven & More>(router, caseKind(standards), {
    ...rest,
    id: ({ params }) => (params as { caseId: string }).caseId,
    decide: (body, state, given) => inScheme(rest.decide(body, state, given), state),
    hiddenFrom: (state, { person }) => isRecused(state, person),
    given: async (call, loaded) => {
      const given = caseGiven(standards, call, loaded);
      return { ...given, ...((await more?.(call, loaded, given)) as More) };
    },
  });
}
