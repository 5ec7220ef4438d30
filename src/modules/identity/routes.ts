import { dayOf } from '../../kernel/clock.ts';
import type { Given } from '../../kernel/given.ts';
import { placeCode } from '../../kernel/place.ts';
import { hashPassword } from '../../platform/crypto/password.ts';
import {
  type CommandCall,
  queryRoute,
  requireArea,
  type Router,
} from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { placesIn, type Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { registerDrafts } from './draft-routes.ts';
import { registerSession, titleOf } from './session-routes.ts';
import {
  accountStandings,
  findEngagement,
  forgetSecondFactor,
  isLoginNameTaken,
  listPersons,
  personKind,
  type PersonRow,
  type Standing,
  storeFirstPassword,
  supplierPlaces,
} from './store.ts';

export function registerIdentity(router: Router, standards: Standards): void {
  registerSession(router, standards);
  registerDrafts(router);
  registerPersons(router);
  registerPosts(router);
  registerFactors(router);
  registerLists(router, standards);
}

function given({ act, asker }: Pick<CommandCall<string, unknown>, 'act' | 'asker'>): Given {
  const { person, name, post, role, area } = asker;
  const by = { person, name, post, role, area: placeCode(area) };
  return { now: act.recordedAt, today: dayOf(act.recordedAt), by };
}

function registerPersons(router: Router): void {
  streamCommand(router, personKind, {
    contract: contract.registerPerson,
    access: access.RegisterPerson,
    id: ({ body }) => body.personId,
    begins: ({ body }) => body.county,
    given: async ({ tx, body }) => ({
      loginNameTaken: await isLoginNameTaken(tx, body.loginName),
    }),
    decide: decide.registerPerson,
  });
}

function registerPosts(router: Router): void {
  streamCommand(router, personKind, {
    contract: contract.grantPost,
    access: access.GrantPost,
    id: ({ params }) => params.personId,
    given: async (call) => {
      // A post outside the administrator's own county is not theirs to give.
      requireArea(call.context, call.asker, call.body.area);
      return { ...given(call), engagement: await findEngagement(call.tx, call.body.area) };
    },
    decide: decide.grantPost,
  });
  streamCommand(router, personKind, {
    contract: contract.approvePost,
    access: access.ApprovePost,
    id: ({ params }) => params.personId,
    given: async (call, { state }) => {
      const post = state.posts.find(({ postId }) => postId === call.params.postId);
      const engagement = post ? await findEngagement(call.tx, post.area) : null;
      return { ...given(call), ...call.params, engagement };
    },
    decide: (_, state, more) => decide.approvePost(more, state, more),
  });
  streamCommand(router, personKind, {
    contract: contract.declinePost,
    access: access.DeclinePost,
    id: ({ params }) => params.personId,
    given: async ({ params }) => params,
    decide: (body, state, { postId }) => decide.declinePost({ ...body, postId }, state),
  });
  streamCommand(router, personKind, {
    contract: contract.endPost,
    access: access.EndPost,
    id: ({ params }) => params.personId,
    given: async ({ params }) => params,
    decide: (body, state, { postId }) => decide.endPost({ ...body, postId }, state),
  });
}

function registerFactors(router: Router): void {
  streamCommand(router, personKind, {
    contract: contract.setFirstPassword,
    access: access.SetFirstPassword,
    id: ({ params }) => params.personId,
    given: async () => null,
    decide: (body, state) => decide.setFirstPassword(body, state),
    then: async ({ tx, act, body, params }) => {
      const encoded = await hashPassword(body.password);
      await storeFirstPassword(tx, params.personId, encoded, act.recordedAt);
    },
  });
  streamCommand(router, personKind, {
    contract: contract.resetSecondFactor,
    access: access.ResetSecondFactor,
    id: ({ params }) => params.personId,
    given: async () => null,
    decide: (body, state) => decide.resetSecondFactor(body, state),
    then: ({ tx, act, params }) => forgetSecondFactor(tx, params.personId, act.recordedAt),
  });
}

function registerLists(router: Router, standards: Standards): void {
  queryRoute(router, contract.personList, access.PersonList, async ({ tx, asker, context }) => {
    const standings = await accountStandings(tx);
    const persons = await listPersons(tx, asker.area);
    const now = context.clock.now();
    return {
      county: asker.area,
      places: [
        ...placesIn(standards, asker.area).map(({ code, name }) => ({ code, name })),
        ...(await supplierPlaces(tx, asker.area)),
      ],
      persons: persons.map((row) => shown(row, standings.get(row.personId), now, standards)),
    };
  });
  queryRoute(router, contract.permissionList, access.PermissionList, async () => ({
    permissions: router.entries.map(({ contract: each, access: { roles, sentence } }) => ({
      name: each.name,
      title: each.title,
      isCommand: each.method !== 'GET',
      roles: roles.map(titleOf),
      sentence,
    })),
  }));
}

function shown(
  { personId, version, state }: PersonRow,
  standing: Standing | undefined,
  now: number,
  standards: Standards,
) {
  return {
    personId,
    version,
    name: state.name ?? '',
    loginName: state.loginName ?? '',
    hasPassword: standing?.hasPassword === true,
    hasSecondFactor: standing?.hasSecondFactor === true,
    isLocked: (standing?.lockedUntil ?? 0) > now,
    signedInAt: standing?.signedInAt || null,
    posts: state.posts.map(({ askedBy: _, ...post }) => ({
      ...post,
      roleTitle: titleOf(post.role),
      placeName: standards.nameOf(post.area),
    })),
  };
}
