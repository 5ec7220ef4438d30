import { type QueryKey, useQuery } from '@tanstack/react-query';
import { fillPath, issuesOf, type PathValues, type QueryContract } from '../kernel/contract.ts';
import { call } from './client.ts';
import { type Problem, problemOf } from './problem.ts';

/** What a query is asked with: the path's parameters and the search part, both in the cache key. */
export type Asking<Path extends string, Search> = {
  readonly params: PathValues<Path>;
  readonly search?: Search;
  /** False while a part is not known yet; nothing is asked then. */
  readonly when?: boolean;
  /** Asks again after so many seconds while the page is looked at. */
  readonly everySeconds?: number;
};

export type AnswerInHand<Answer> = {
  readonly answer: Answer | undefined;
  readonly problem: Problem | null;
  /** What is awaited, as a sentence; null once there is an answer. */
  readonly awaiting: string | null;
  readonly askAgain: () => void;
};

/**
 * A query of a module's contract. Keeps the former answer on the screen while a new search is under
 * way.
 */
export function useAnswer<Path extends string, Answer, Search>(
  contract: QueryContract<Answer, Search> & { readonly path: Path },
  asking: Asking<Path, Search>,
): AnswerInHand<Answer> {
  const found = useQuery<Answer, Problem>({
    queryKey: answerKey(contract, asking.params, asking.search),
    queryFn: ({ signal }) => ask(contract, asking, signal),
    enabled: asking.when ?? true,
    placeholderData: (former, formerQuery) =>
      isSamePlace(formerQuery?.queryKey, asking.params) ? former : undefined,
    ...(asking.everySeconds !== undefined && { refetchInterval: asking.everySeconds * 1000 }),
  });
  return {
    answer: found.data,
    problem: found.error,
    awaiting: found.isPending && found.isFetching ? `正在读取“${contract.title}”…` : null,
    askAgain: () => void found.refetch(),
  };
}

// The former answer may stand in for another search of the same thing, never for another case.
function isSamePlace(former: QueryKey | undefined, params: unknown): boolean {
  return former !== undefined && JSON.stringify(former[1]) === JSON.stringify(params);
}

/** The cache key of an answer: its contract's name first, so that one can be dropped by name. */
export function answerKey(
  contract: { readonly name: string },
  params?: unknown,
  search?: unknown,
): QueryKey {
  return [contract.name, params ?? {}, search ?? {}];
}

/** Asks once, outside a component (exports, look-ups on a key press). Throws a Problem. */
export async function ask<Path extends string, Answer, Search>(
  contract: QueryContract<Answer, Search> & { readonly path: Path },
  asking: Pick<Asking<Path, Search>, 'params' | 'search'>,
  signal?: AbortSignal,
): Promise<Answer> {
  const path = fillPath(contract.path, asking.params) + searchPart(asking.search);
  const reply = await call({
    method: 'GET',
    path,
    title: contract.title,
    ...(signal && { signal }),
  });
  if (!reply.ok) throw reply.problem;
  try {
    return contract.answer.parse(reply.value);
  } catch (error) {
    throw unreadable(contract.title, error);
  }
}

/** `?a=1&b=2`; absent values are left out, lists are repeated. */
export function searchPart(search: unknown): string {
  if (typeof search !== 'object' || search === null) return '';
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') parts.append(name, String(one));
    }
  }
  const text = parts.toString();
  return text === '' ? '' : `?${text}`;
}

// The first finding is enough to mend the contract; a person only needs to know whom to tell.
function unreadable(title: string, error: unknown): Problem {
  const first = issuesOf(error)?.[0];
  const where = first ? `(${first.path.map(String).join('.')}:${first.message})` : '';
  return {
    ...problemOf(502, null),
    code: 'unreadable',
    title: '服务器答复的格式不对',
    detail: `“${title}”读不懂服务器的答复${where}，请刷新页面；仍不行请告知系统管理员。`,
  };
}
