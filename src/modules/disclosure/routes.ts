import { countyOf, placeCode } from '../../kernel/place.ts';
import type { Decision } from '../../kernel/outcome.ts';
import type { WriteTx } from '../../platform/database/database.ts';
import { refusedBy } from '../../platform/http/problem.ts';
import {
  type CommandCall,
  commandRoute,
  queryRoute,
  requireRole,
  type Router,
} from '../../platform/http/route.ts';
import { requireVersion, streamCommand } from '../../platform/http/stream-command.ts';
import { append, findStream, lockStream } from '../../platform/record/record.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import { casePaper } from '../case/case-paper.ts';
import { caseCommand } from '../case/case-command.ts';
import { countCases, listCases } from '../case/store.ts';
import { placesIn, type Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { nearRelativeFilingOf } from './paper-data.ts';
import { refusals } from './refusal.ts';
import type {
  OfficialsRelative,
  RegisterEntryEvent,
  RegisterEntryState,
} from './register-entry.ts';
import {
  accountHolders,
  findOwnEntry,
  findRegistered,
  listRegister,
  registerEntryKind,
} from './store.ts';

export function registerDisclosure(router: Router, standards: Standards): void {
  casePaper(router, standards, {
    contract: contract.nearRelativeFiling,
    access: access.NearRelativeFilingPaper,
    paper: 'near-relative-filing',
    dataOf: nearRelativeFilingOf,
  });
  registerCommands(router);
  registerOwn(router);
  registerLists(router, standards);
  caseCommand(router, standards, {
    contract: contract.clearSeparateRegistration,
    access: access.ClearSeparateRegistration,
    decide: decide.clearSeparateRegistration,
  });
}

function registerCommands(router: Router): void {
  const { sealer } = router.context;
  streamCommand(router, registerEntryKind, {
    contract: contract.addRegisterEntry,
    access: access.AddRegisterEntry,
    id: ({ body }) => body.entryId,
    // The register belongs to the county, wherever the official serves: a township may not list it.
    begins: ({ body }) => countyOf(body.place),
    given: async ({ tx, body }) => {
      const sealed = sealer.seal(
        'idNumber',
        `register-entry:${body.entryId}:idNumber`,
        body.idNumber,
      );
      const context = `register-entry:${body.entryId}:phone`;
      return {
        idNumber: sealed,
        phone: body.phone === null ? null : sealer.seal('phone', context, body.phone),
        alreadyRegistered: await findRegistered(tx, sealed.index),
      };
    },
    decide: ({ entryId: _, ...body }, state, given) =>
      decide.addRegisterEntry(
        { ...body, idNumber: given.idNumber, phone: given.phone },
        state,
        given,
      ),
  });
  streamCommand(router, registerEntryKind, {
    contract: contract.declareRelativesOfOfficial,
    access: access.DeclareRelativesOfOfficial,
    id: ({ params }) => params.entryId,
    given: async ({ body }, loaded) => sealedRelatives(router, loaded, body.relatives),
    decide: (_, state, relatives) => decide.declareRelatives(relatives, state),
  });
  streamCommand(router, registerEntryKind, {
    contract: contract.endRegisterEntry,
    access: access.EndRegisterEntry,
    id: ({ params }) => params.entryId,
    given: async () => null,
    decide: (body, state) => decide.endRegisterEntry(body, state),
  });
}

type TypedRelative = { name: string; relation: string; idNumber: string | null };

/** A screen shows the numbers masked and sends null for those left alone: the same relative keeps theirs. */
function sealedRelatives(
  { context: { sealer } }: Router,
  { id, state }: { id: string; state: RegisterEntryState },
  relatives: readonly TypedRelative[],
): OfficialsRelative[] {
  const context = `register-entry:${id}:relative`;
  return relatives.map(({ name, relation, idNumber }) => {
    const former = state.relatives.find((each) => each.name === name && each.relation === relation);
    const sealed =
      idNumber === null ? (former?.idNumber ?? null) : sealer.seal('idNumber', context, idNumber);
    return { name, relation, idNumber: sealed };
  });
}

/** An official's own entry lies in the county's register, outside a township's area: only row security opens it. */
function registerOwn(router: Router): void {
  const { context } = router;
  commandRoute(router, contract.declareOwnRelatives, access.DeclareOwnRelatives, async (call) => {
    requireRole(context, access.DeclareOwnRelatives, call.asker);
    return changeOwn(call, (loaded) =>
      decide.declareRelatives(sealedRelatives(router, loaded, call.body.relatives), loaded.state),
    );
  });
  commandRoute(router, contract.endOwnRegisterEntry, access.EndOwnRegisterEntry, async (call) => {
    requireRole(context, access.EndOwnRegisterEntry, call.asker);
    return changeOwn(call, ({ state }) => decide.endRegisterEntry(call.body, state));
  });
  queryRoute(router, contract.ownRegisterEntry, access.OwnRegisterEntry, async ({ tx }) => {
    const entryId = await findOwnEntry(tx);
    const loaded = entryId === null ? undefined : await findStream(tx, registerEntryKind, entryId);
    if (!loaded?.state.official) return { entry: null };
    const { official, relatives, declaredOn } = loaded.state;
    return {
      entry: {
        entryId: loaded.id,
        version: loaded.version,
        name: official.name,
        position: official.position,
        declaredOn,
        relatives: relatives.map(({ name, relation, idNumber }) => ({
          name,
          relation,
          idNumber: idNumber ? `**************${idNumber.tail}` : '',
        })),
      },
    };
  });
}

async function changeOwn(
  call: CommandCall<string, unknown> & { readonly tx: WriteTx },
  decider: (loaded: Loaded<RegisterEntryState>) => Decision<RegisterEntryEvent>,
) {
  const { tx, act, context, ifMatch } = call;
  const entryId = await findOwnEntry(tx);
  const loaded = entryId === null ? undefined : await lockStream(tx, registerEntryKind, entryId);
  if (!loaded) throw refusedBy(refusals['no-own-entry']);
  await requireVersion(context, tx, registerEntryKind, loaded, ifMatch);
  const decision = decider(loaded);
  if (!decision.ok) throw refusedBy(decision.refusal);
  const after = await append(tx, registerEntryKind, loaded, decision.events, act);
  return { status: 200, answer: { id: after.id, version: after.version } };
}

function registerLists(router: Router, standards: Standards): void {
  queryRoute(router, contract.registerList, access.RegisterList, async ({ tx, asker, search }) => {
    const filter = { area: asker.area, text: search.text, ended: search.ended === 'true' };
    const entries = await listRegister(tx, filter);
    const holders = await accountHolders(tx, asker.area);
    return {
      places: placesIn(standards, asker.area).map(({ code, name }) => ({ code, name })),
      holders: holders.map(({ place, ...each }) => ({
        ...each,
        placeName: standards.nameOf(place),
      })),
      entries: entries.map((each) => ({
        ...each,
        placeName: standards.nameOf(placeCode(each.place)),
      })),
    };
  });
  const separate = contract.separateRegistrations;
  queryRoute(router, separate, access.SeparateRegistrations, async ({ tx, asker, search }) => {
    const filter = { area: asker.area, kin: true, status: search.status, limit: 200 };
    const { cases } = await listCases(tx, standards, filter);
    return { cases, total: await countCases(tx, filter) };
  });
}
