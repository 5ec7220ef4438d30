import { useState } from 'react';
import type { ValueOf } from '../../../kernel/contract.ts';
import { rollChanges } from '../../../modules/funds/contract.ts';
import { type ChangeKind, changeKinds } from '../../../modules/funds/index.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import { yuan } from './fund-words.ts';

type Change = ValueOf<(typeof rollChanges)['answer']>['changes'][number];

/** How the roll differs from the month before, sum by sum and household by household. */
export function RollChanges({ rollId }: { readonly rollId: string }) {
  const [at, setAt] = useState<{ kind?: ChangeKind; offset: number }>({ offset: 0 });
  const found = useAnswer(rollChanges, { params: { rollId }, search: at });
  const { answer } = found;
  const next = answer?.next ?? null;
  return (
    <>
      <Refusal problem={found.problem} onAgain={found.askAgain} />
      {answer && (
        <div className="ym-row">
          {answer.before === ''
            ? '这个项目在系统里还没有发放过，没有上月可比。'
            : `与 ${answer.before} 比较：`}
          {answer.sums.map(({ kind, lines, difference }) => (
            <button
              key={kind}
              type="button"
              className="ym-link"
              aria-pressed={at.kind === kind}
              onClick={() => setAt(at.kind === kind ? { offset: 0 } : { kind, offset: 0 })}
            >
              {changeKinds[kind]} {lines} 户{difference === 0 ? '' : `（${signed(difference)} 元）`}
            </button>
          ))}
        </div>
      )}
      <DataList
        title="与上月比较"
        unit="户"
        rows={answer?.changes}
        keyOf={({ grantId }) => grantId}
        columns={columns}
        onOpen={() => undefined}
        empty="没有发放对象。"
        awaiting={found.awaiting}
        {...(next !== null && { onMore: () => setAt({ ...at, offset: next }) })}
      />
    </>
  );
}

const signed = (amount: number) => `${amount > 0 ? '+' : ''}${yuan(amount)}`;

const columns: readonly ListColumn<Change>[] = [
  { key: 'payee', title: '发放对象', cell: ({ payee, number }) => `${payee}　${number}` },
  { key: 'village', title: '村（社区）', cell: ({ villageName }) => villageName, width: 12 },
  { key: 'kind', title: '变化', cell: ({ kind }) => changeKinds[kind], width: 12 },
  {
    key: 'before',
    title: '上月（元）',
    cell: ({ before }) => yuan(before),
    width: 10,
    figure: true,
  },
  { key: 'now', title: '本月（元）', cell: ({ now }) => yuan(now), width: 10, figure: true },
  { key: 'why', title: '说明', cell: ({ why }) => why, width: 24 },
];
