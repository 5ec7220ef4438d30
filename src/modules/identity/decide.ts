import type { Given } from '../../kernel/given.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { PersonEvent, PersonState, Post, PostGrant } from './person.ts';
import { type IdentityRefusal, refusals } from './refusal.ts';
import { fundRoles, type Role, townshipRoles } from './role.ts';

/** The running contract under which somebody bought in works; null where the place has none. */
export type Engagement = { readonly from: LocalDate; readonly to: LocalDate };
type Engaged = { readonly engagement?: Engagement | null };

type Answer = Decision<PersonEvent, IdentityRefusal>;

export function registerPerson(
  command: { readonly name: string; readonly loginName: string | null },
  state: PersonState,
  given: { readonly loginNameTaken: boolean },
): Answer {
  if (state.name !== null) return refused(refusals['person-exists']);
  if (given.loginNameTaken) return refused(refusals['login-name-taken']);
  const { name, loginName } = command;
  return happened({ type: 'PersonRegistered', name, loginName });
}

/** The system administrator asks; nothing is held until the security administrator approves (三员). */
export function grantPost(grant: PostGrant, state: PersonState, given: Given & Engaged): Answer {
  if (state.posts.some(({ postId }) => postId === grant.postId)) {
    return refused(refusals['post-exists']);
  }
  if (!fitsLevel(grant.role, grant.area)) return refused(refusals['role-not-at-this-level']);
  if (!isEngaged(grant, given.engagement)) return refused(refusals['worker-outside-contract']);
  if (grant.to !== null && grant.to < grant.from) {
    return refused(refusals['post-ends-before-it-begins']);
  }
  const clash = clashOf(grant, state.posts, given.today);
  return clash ? refused(refusals[clash]) : happened({ type: 'PostAsked', grant });
}

/** Approves a post somebody else asked for, for somebody else; the static exclusions are looked at again. */
export function approvePost(
  { postId }: { readonly postId: string },
  state: PersonState,
  given: Given & Engaged & { readonly personId: string },
): Answer {
  const post = state.posts.find((each) => each.postId === postId);
  if (!post) return refused(refusals['no-such-post']);
  if (post.standing !== 'asked') return refused(refusals['post-not-asked']);
  if ([post.askedBy, given.personId].includes(given.by.person)) {
    return refused(refusals['own-post-request']);
  }
  if (!isEngaged(post, given.engagement)) return refused(refusals['worker-outside-contract']);
  const others = state.posts.filter((each) => each.postId !== postId);
  const clash = clashOf(post, others, given.today);
  return clash ? refused(refusals[clash]) : happened({ type: 'PostApproved', postId });
}

export function declinePost(
  { postId, reason }: { readonly postId: string; readonly reason: string },
  state: PersonState,
): Answer {
  const post = state.posts.find((each) => each.postId === postId);
  if (!post) return refused(refusals['no-such-post']);
  if (post.standing !== 'asked') return refused(refusals['post-not-asked']);
  return happened({ type: 'PostDeclined', postId, reason });
}

/** Takes a post away; the person's next request finds it gone (TH-23). */
export function endPost(
  { postId, reason }: { readonly postId: string; readonly reason: string },
  state: PersonState,
): Answer {
  const post = state.posts.find((each) => each.postId === postId);
  if (!post) return refused(refusals['no-such-post']);
  if (post.standing !== 'held') return refused(refusals['post-not-held']);
  return happened({ type: 'PostEnded', postId, reason });
}

export function setFirstPassword(_: object, state: PersonState): Answer {
  if (state.loginName === null) return refused(refusals['person-without-account']);
  return happened({ type: 'FirstPasswordSet' });
}

/** By the security administrator, never by the one who sets passwords: both together would be the account. */
export function resetSecondFactor(
  { reason }: { readonly reason: string },
  state: PersonState,
): Answer {
  if (state.loginName === null) return refused(refusals['person-without-account']);
  return happened({ type: 'SecondFactorReset', reason });
}

const administrators: readonly Role[] = ['system-admin', 'security-admin', 'audit-admin'];
const atVillage: readonly Role[] = ['investigator', 'poster'];

function handlesMoney(role: Role): boolean {
  return (fundRoles as readonly Role[]).includes(role);
}

/** Whoever is bought in works within their contract, and their account ends with it at the latest (mission 6.3). */
function isEngaged({ role, from, to }: PostGrant, engagement: Engagement | null = null): boolean {
  if (role !== 'supplier-worker') return true;
  if (!engagement || to === null) return false;
  return from >= engagement.from && to <= engagement.to;
}

function isTownship(role: Role): boolean {
  return (townshipRoles as readonly Role[]).includes(role);
}

function fitsLevel(role: Role, area: string): boolean {
  if (role === 'supplier-worker') return /^\d{6}999\d{3}$/.test(area);
  // The code of a prefecture as GB/T 2260 writes it: a prefix of no county, so that its post sees nothing of them.
  if (role === 'city-viewer') return isPrefecture(area);
  if (isPrefecture(area)) return false;
  if (!isTownship(role)) return area.length === 6;
  return area.length === 9 || (area.length === 12 && atVillage.includes(role));
}

function isPrefecture(area: string): boolean {
  return /^\d{4}00$/.test(area);
}

/** The static exclusions of security.md §3.3: which other posts of the person this one cannot stand beside. */
function clashOf(
  grant: PostGrant,
  posts: readonly Post[],
  today: LocalDate,
): IdentityRefusal | null {
  const others = posts
    .filter(({ standing }) => standing === 'asked' || standing === 'held')
    .filter(({ to }) => to === null || (to >= today && to >= grant.from))
    .filter(({ from }) => grant.to === null || from <= grant.to)
    .map(({ role }) => role)
    .filter((role) => role !== grant.role);
  const all = [...others, grant.role];
  if (others.length === 0) return null;
  if (all.some((role) => administrators.includes(role))) return 'administrator-with-other-role';
  if (all.includes('supplier-worker')) return 'worker-with-other-role';
  if (all.includes('city-viewer')) return 'city-with-other-role';
  if (all.includes('auditor')) return 'auditor-with-other-role';
  if (all.some(handlesMoney)) return 'fund-post-with-other-role';
  const levels = new Set(all.map(isTownship));
  return levels.size > 1 ? 'township-and-county' : null;
}
