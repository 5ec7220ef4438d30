import { useState } from 'react';
import { rollLines, type ShownLine } from '../../../modules/funds/contract.ts';
import { holds, lineKinds } from '../../../modules/funds/index.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import { yuan } from './fund-words.ts';

type Props = { readonly rollId: string; readonly show: 'paid' | 'held' | 'returned' };

const titles = { paid: '发放明细', held: '暂缓的', returned: '退票的' } as const;
const empties = {
  paid: '没有要发放的。',
  held: '没有暂缓的。',
  returned: '没有退票的。',
} as const;

/** Lines of a roll, a page at a time; account and ID numbers stay sealed. */
export function RollLines({ rollId, show }: Props) {
  const [offset, setOffset] = useState(0);
  const search = { show, offset };
  const { answer, awaiting, problem, askAgain } = useAnswer(rollLines, {
    params: { rollId },
    search,
  });
  const next = answer?.next ?? null;
  return (
    <>
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title={titles[show]}
        unit="笔"
        rows={answer?.lines}
        {...(answer && { count: answer.count })}
        keyOf={({ lineId }) => lineId}
        columns={columns}
        onOpen={() => undefined}
        empty={empties[show]}
        awaiting={awaiting}
        {...(next !== null && { onMore: () => setOffset(next) })}
      />
    </>
  );
}

const columns: readonly ListColumn<ShownLine>[] = [
  { key: 'payee', title: '发放对象', cell: ({ payee, number }) => `${payee}　${number}` },
  { key: 'village', title: '村（社区）', cell: ({ villageName }) => villageName, width: 12 },
  {
    key: 'kind',
    title: '项目',
    cell: ({ kind, forMonth }) => `${forMonth} ${lineKinds[kind]}`,
    width: 14,
  },
  {
    key: 'amount',
    title: '金额（元）',
    cell: ({ amount }) => yuan(amount),
    width: 10,
    figure: true,
  },
  { key: 'standing', title: '情况', cell: standingWords, width: 22 },
];

function standingWords({ held, outcome, reason, bank, accountTail }: ShownLine): string {
  if (held !== '') return holds[held];
  if (outcome === 'returned') return `退票：${reason}`;
  return `${outcome === 'paid' ? '已付，' : ''}${bank} 尾号 ${accountTail}`;
}
