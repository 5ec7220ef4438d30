import { useInfiniteQuery } from '@tanstack/react-query';
import type { ValueOf } from '../../../kernel/contract.ts';
import { benefitList } from '../../../modules/review/contract.ts';
import type { Problem } from '../../../ui/problem.ts';
import { answerKey, ask } from '../../../ui/use-answer.ts';

type Part = ValueOf<(typeof benefitList)['answer']>;
export type RegisterSearch = Partial<ValueOf<NonNullable<(typeof benefitList)['query']>>>;

/** The register part by part: what has been read, the sums of all, and how to read on. */
export function useBenefitPages(search: RegisterSearch) {
  const found = useInfiniteQuery<Part, Problem, { pages: Part[] }, readonly unknown[], string>({
    queryKey: [...answerKey(benefitList, {}, search), 'parts'],
    queryFn: ({ pageParam, signal }) =>
      ask(benefitList, { params: {}, search: { limit: 100, ...search, after: pageParam } }, signal),
    initialPageParam: '',
    getNextPageParam: (part) => part.next ?? undefined,
  });
  return {
    rows: found.data?.pages.flatMap((part) => part.benefits),
    sums: found.data?.pages[0],
    problem: found.error,
    awaiting: found.isPending ? `正在读取“${benefitList.title}”…` : null,
    askAgain: () => void found.refetch(),
    more: found.hasNextPage ? () => void found.fetchNextPage() : null,
  };
}
