import type { CommandContract } from '../../kernel/contract.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Decision, Refusal } from '../../kernel/outcome.ts';
import { absent, problemBody, refusedBy } from '../../platform/http/problem.ts';
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
import { type CaseGiven, type CaseState, isRecused } from '../case/index.ts';
import { caseGiven } from '../case/given.ts';
import { caseKind } from '../case/store.ts';
import type { Standards } from '../standards/store.ts';
import { type LookupEvent, lookupKind } from './lookup.ts';
import { lookupRefusals } from './refusal.ts';
import type { VerificationEvent } from './verification.ts';

type CasePath = `${string}:caseId${string}`;
type Call<Body> = CommandCall<CasePath, Body>;

export type LookupCommand<Body, More> = {
  readonly contract: CommandContract<Body> & { readonly path: CasePath };
  readonly access: Access;
  readonly decide: (
    body: Body,
    state: CaseState,
    given: CaseGiven & More,
  ) => Decision<VerificationEvent>;
  readonly more: (body: Body, loaded: Loaded<CaseState>, today: LocalDate) => More;
  /** Whom the command would look up, for the record of a refusal. */
  readonly asks: (body: Body, state: CaseState) => Asked;
};

type Asked = {
  readonly requestId: string;
  readonly source: string;
  readonly members: readonly string[];
};

/**
 * A command that looks people up. As any command on a case, except that a refusal for want of a right to look
 * is an act of its own: it is answered as a refusal and stays in the record (I-16: refused and logged).
 */
export function lookupCommand<Body, More>(
  router: Router,
  standards: Standards,
  definition: LookupCommand<Body, More>,
): void {
  const { contract, access, decide, more, asks } = definition;
  const kind = caseKind(standards);
  commandRoute(router, contract, access, async (call) => {
    const loaded = await lockStream(call.tx, kind, caseIdOf(call));
    if (!loaded || isRecused(loaded.state, call.asker.person)) throw absent();
    requireArea(call.context, call.asker, loaded.area);
    requireRole(call.context, access, call.asker);
    await requireVersion(call.context, call.tx, kind, loaded, call.ifMatch);
    const plain = caseGiven(standards, call, loaded);
    const given = { ...plain, ...more(call.body, loaded, plain.today) };
    const decision = decide(call.body, loaded.state, given);
    if (!decision.ok) {
      const { refusal } = decision;
      if (!lookupRefusals.includes(refusal.code)) throw refusedBy(refusal);
      await recordRefusal(call, loaded, asks(call.body, loaded.state), refusal);
      const { status, ...body } = problemBody({ code: 'refused', refusal });
      return { status, answer: { status, ...body } };
    }
    const after = await append(call.tx, kind, loaded, decision.events, call.act);
    return { status: 200, answer: { id: after.id, version: after.version } };
  });
}

function caseIdOf<Body>(call: Call<Body>): string {
  return (call.params as { caseId: string }).caseId;
}

/** Writes a refused look-up into the case's look-up record, in the transaction that answers the refusal. */
export async function recordRefusal(
  call: Pick<Call<unknown>, 'tx' | 'act'>,
  loaded: Loaded<CaseState>,
  asked: Asked,
  refusal: Refusal,
): Promise<void> {
  await recordLookup(call, loaded, {
    type: 'LookupRefused',
    caseId: loaded.id,
    caseNumber: loaded.state.intake.accepted?.number ?? '',
    ...asked,
    refusal: refusal.code,
  });
}

/** Writes into the case's look-up record, beside the case: nobody's screen goes out of date because of it. */
export async function recordLookup(
  { tx, act }: Pick<Call<unknown>, 'tx' | 'act'>,
  { id, area }: Pick<Loaded<CaseState>, 'id' | 'area'>,
  event: LookupEvent,
): Promise<void> {
  const log = await lockStream(tx, lookupKind, id);
  const from = log ?? { id, area, version: 0, state: lookupKind.initial };
  await append(tx, lookupKind, from, [event], act);
}
