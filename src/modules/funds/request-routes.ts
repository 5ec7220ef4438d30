import { queryRoute, type Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { actorOf } from '../case/given.ts';
import { access } from './access.ts';
import * as contract from './budget-contract.ts';
import * as decide from './decide-request.ts';
import { lockFunds } from './ledger-store.ts';
import {
  fundRequestKind,
  listRequests,
  type ListedRequest,
  waitingMonths,
  wantedIn,
} from './request-store.ts';

const idOf = ({ params }: { params: { requestId: string } }) => params.requestId;

/** The money of a month: asked for by one, reviewed and approved by two others. */
export function registerRequests(router: Router): void {
  streamCommand(router, fundRequestKind, {
    contract: contract.requestFunds,
    access: access.RequestFunds,
    id: ({ body }) => body.requestId,
    begins: ({ asker }) => asker.area,
    anyVersion: true,
    locks: ({ tx }, { area }) => lockFunds(tx, area),
    given: ({ tx, body }, { area }) => wantedIn(tx, area, body.month),
    decide: decide.requestFunds,
  });
  const by = async ({ asker }: { asker: Parameters<typeof actorOf>[0] }) => ({
    by: actorOf(asker),
  });
  streamCommand(router, fundRequestKind, {
    contract: contract.reviewFundRequest,
    access: access.ReviewFundRequest,
    id: idOf,
    given: by,
    decide: decide.reviewFundRequest,
  });
  streamCommand(router, fundRequestKind, {
    contract: contract.approveFundRequest,
    access: access.ApproveFundRequest,
    id: idOf,
    given: by,
    decide: decide.approveFundRequest,
  });
  streamCommand(router, fundRequestKind, {
    contract: contract.declineFundRequest,
    access: access.DeclineFundRequest,
    id: idOf,
    given: by,
    decide: decide.declineFundRequest,
  });
  queryRoute(router, contract.fundRequestList, access.FundRequestList, async (call) => {
    const { tx, asker, context } = call;
    const area = asker.area.slice(0, 6);
    const found = await listRequests(tx, area);
    const people = found.flatMap(({ state }) => acts(state).map(({ by: person }) => person));
    const names = await context.namesOf(tx, [...new Set(people)]);
    const requests = found.map((each) => shown(each, names, asker.person));
    return { waiting: [...(await waitingMonths(tx, area))], requests };
  });
}

type State = ListedRequest['state'];

function acts({ asked, reviewed, approved, declined }: State) {
  return [
    { act: '申请', by: asked.by, words: '' },
    ...(reviewed ? [{ act: '复核', by: reviewed.by, words: reviewed.words }] : []),
    ...(approved ? [{ act: '批准', by: approved.by, words: approved.words }] : []),
    ...(declined ? [{ act: '退回', by: declined.by, words: declined.words }] : []),
  ];
}

function shown(
  { requestId, version, state }: ListedRequest,
  names: ReadonlyMap<string, string>,
  person: string,
) {
  const { month, status, asked, rolls, pots } = state;
  return {
    ...{ requestId, version, month, status, askedOn: asked.on },
    total: rolls.reduce((sum, { amount }) => sum + amount, 0),
    rolls: rolls.map(({ scheme, lines, amount }) => ({ scheme, lines, amount })),
    pots: [...pots],
    people: acts(state).map((each) => ({ ...each, by: names.get(each.by) ?? '' })),
    hadHandIn: acts(state).some((each) => each.by === person),
  };
}
