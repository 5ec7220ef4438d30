import { useInfiniteQuery } from '@tanstack/react-query';
import type { ValueOf } from '../../../kernel/contract.ts';
import { type CaseSummary, caseList } from '../../../modules/case/contract.ts';
import type { Problem } from '../../../ui/problem.ts';
import { answerKey, ask } from '../../../ui/use-answer.ts';

type Part = ValueOf<(typeof caseList)['answer']>;
type Search = Partial<ValueOf<NonNullable<(typeof caseList)['query']>>>;

/** The case list part by part: what has been read so far, the count of all, and how to read on. */
export function useCasePages(search: Search) {
  const found = useInfiniteQuery<Part, Problem, { pages: Part[] }, readonly unknown[], string>({
    queryKey: [...answerKey(caseList, {}, search), 'parts'],
    queryFn: ({ pageParam, signal }) =>
      ask(caseList, { params: {}, search: { limit: 100, ...search, after: pageParam } }, signal),
    initialPageParam: '',
    getNextPageParam: (part) => part.next ?? undefined,
  });
  const cases: readonly CaseSummary[] | undefined = found.data?.pages.flatMap((part) => part.cases);
  return {
    cases,
    total: found.data?.pages[0]?.total,
    problem: found.error,
    awaiting: found.isPending ? `正在读取“${caseList.title}”…` : null,
    askAgain: () => void found.refetch(),
    more: found.hasNextPage ? () => void found.fetchNextPage() : null,
  };
}
