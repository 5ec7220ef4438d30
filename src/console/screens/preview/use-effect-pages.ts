import { useInfiniteQuery } from '@tanstack/react-query';
import type { ValueOf } from '../../../kernel/contract.ts';
import { previewEffects } from '../../../modules/preview/contract.ts';
import type { EffectKind, Previewed } from '../../../modules/preview/preview.ts';
import type { Problem } from '../../../ui/problem.ts';
import { answerKey, ask } from '../../../ui/use-answer.ts';
import type { Wish } from './use-wish.ts';

type Part = ValueOf<(typeof previewEffects)['answer']>;

const PART = 100;

/** The households of a run part by part, and the count of all that match. */
export function useEffectPages(previewId: string, scheme: Previewed, wish: Wish) {
  const { effect, township, arrears, reason } = wish;
  const search = {
    scheme,
    ...(effect !== '' && { effect: effect as EffectKind }),
    ...(township !== '' && { township }),
    ...(arrears !== '' && { arrears: 'true' as const }),
    ...(reason !== '' && { reason }),
    limit: PART,
  };
  const params = { previewId };
  const found = useInfiniteQuery<Part, Problem, { pages: Part[] }, readonly unknown[], string>({
    queryKey: [...answerKey(previewEffects, params, search), 'parts'],
    queryFn: ({ pageParam, signal }) =>
      ask(
        previewEffects,
        { params, search: { ...search, ...(pageParam !== '' && { after: pageParam }) } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (part) => part.next ?? undefined,
  });
  return {
    effects: found.data?.pages.flatMap((part) => part.effects),
    count: found.data?.pages[0]?.count,
    problem: found.error,
    awaiting: found.isPending ? `正在读取“${previewEffects.title}”…` : null,
    askAgain: () => void found.refetch(),
    more: found.hasNextPage ? () => void found.fetchNextPage() : null,
  };
}
