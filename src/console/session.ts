import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { call, onSignedOut } from '../ui/client.ts';
import { newKey } from '../ui/intent.ts';
import type { Problem } from '../ui/problem.ts';
import { forgetTab } from '../ui/tab-store.ts';

/** A post (岗位): a role at a place. One person may hold several and acts in one at a time. */
export type Post = {
  readonly id: string;
  readonly role: string;
  readonly roleTitle: string;
  readonly place: string;
  readonly placeName: string;
};

export type Session = {
  readonly demo: boolean;
  readonly person?: { readonly id: string; readonly name: string };
  readonly post?: Post;
  readonly posts?: readonly Post[];
  readonly county?: string;
};

const sessionKey = ['session'] as const;

/** Who is signed in: undefined while asked, null when nobody is. */
export function useSession(): {
  session: Session | null | undefined;
  problem: Problem | null;
  askAgain: () => void;
} {
  const queries = useQueryClient();
  const found = useQuery<Session | null, Problem>({
    queryKey: sessionKey,
    queryFn: readSession,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => onSignedOut(() => queries.setQueryData(sessionKey, null)), [queries]);
  return { session: found.data, problem: found.error, askAgain: () => void found.refetch() };
}

/**
 * After signing in or changing the post everything known before belongs to someone else: forget it,
 * then ask.
 */
export function useSessionChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
    await queries.invalidateQueries({ queryKey: sessionKey });
  }, [queries]);
}

/** Signs out and leaves nothing on a window PC that the next person could go back to. */
export async function signOut(): Promise<Problem | null> {
  const reply = await call({
    method: 'POST',
    path: '/sign-out',
    title: '退出登录',
    body: {},
    key: newKey(),
  });
  if (!reply.ok && reply.problem.status !== 401) return reply.problem;
  forgetTab();
  window.location.replace('/');
  return null;
}

/** Acts in another post from now on. */
export async function switchPost(postId: string): Promise<Problem | null> {
  const reply = await call({
    method: 'POST',
    path: '/session/post',
    title: '切换岗位',
    body: { postId },
    key: newKey(),
  });
  return reply.ok ? null : reply.problem;
}

async function readSession(): Promise<Session | null> {
  const reply = await call({ method: 'GET', path: '/session', title: '登录状态' });
  if (reply.ok) return isSession(reply.value) ? reply.value : null;
  if (reply.problem.status === 401) return null;
  throw reply.problem;
}

function isSession(value: unknown): value is Session {
  return typeof value === 'object' && value !== null && 'person' in value && Boolean(value.person);
}
