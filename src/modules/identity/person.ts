import type { LocalDate } from '../../kernel/local-date.ts';
import type { PlaceCode } from '../../kernel/place.ts';
import type { Slot } from '../../kernel/slot.ts';
import type { Role } from './role.ts';

/** A post somebody may act in: a role at a place, for a time, on a paper that says so (security.md §3.1). */
export type PostGrant = {
  readonly postId: string;
  readonly role: Role;
  readonly area: PlaceCode;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  /** The document that appoints the person. */
  readonly basis: string;
};

export type Post = PostGrant & {
  /** asked: waits for the security administrator; held: may be acted in; declined and ended: no longer. */
  readonly standing: 'asked' | 'held' | 'declined' | 'ended';
  readonly askedBy: string;
};

export type PersonEvent =
  | { readonly type: 'PersonRegistered'; readonly name: string; readonly loginName: string | null }
  | { readonly type: 'PostAsked'; readonly grant: PostGrant }
  | { readonly type: 'PostApproved'; readonly postId: string }
  | { readonly type: 'PostDeclined'; readonly postId: string; readonly reason: string }
  | { readonly type: 'PostEnded'; readonly postId: string; readonly reason: string }
  | { readonly type: 'FirstPasswordSet' }
  | { readonly type: 'SecondFactorReset'; readonly reason: string };

export type PersonState = {
  readonly name: string | null;
  readonly loginName: string | null;
  readonly posts: readonly Post[];
};

const standingOf =
  (standing: Post['standing']) =>
  (state: PersonState, { postId }: { readonly postId: string }): PersonState => ({
    ...state,
    posts: state.posts.map((post) => (post.postId === postId ? { ...post, standing } : post)),
  });

/** The password itself and the authenticator's secret are in no event: history must not keep them. */
export const personSlot: Slot<PersonState, PersonEvent> = {
  initial: { name: null, loginName: null, posts: [] },
  evolve: {
    PersonRegistered: (state, { name, loginName }) => ({ ...state, name, loginName }),
    PostAsked: (state, { grant }, { actor }) => ({
      ...state,
      posts: [...state.posts, { ...grant, standing: 'asked', askedBy: actor }],
    }),
    PostApproved: standingOf('held'),
    PostDeclined: standingOf('declined'),
    PostEnded: standingOf('ended'),
    FirstPasswordSet: (state) => state,
    SecondFactorReset: (state) => state,
  },
  titles: {
    PersonRegistered: '建立账号',
    PostAsked: '申请岗位',
    PostApproved: '批准岗位',
    PostDeclined: '不同意岗位',
    PostEnded: '终止岗位',
    FirstPasswordSet: '设置初始口令',
    SecondFactorReset: '重置动态码',
  },
};
