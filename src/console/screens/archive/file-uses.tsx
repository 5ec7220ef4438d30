import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { formatInstant, instant } from '../../../kernel/clock.ts';
import { fileUseList } from '../../../modules/archive/contract.ts';
import { type UseWay, useWays } from '../../../modules/archive/file-use.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import { filePath, standingOfUse, type UseLine } from './archive-words.ts';
import { useExport } from '../../use-export.ts';

/** 利用登记: who looked at which file, borrowed it or took a packet, and why. */
export function FileUses() {
  const navigate = useNavigate();
  const [way, setWay] = useState<UseWay | '' | 'out'>('');
  const [before, setBefore] = useState(Number.MAX_SAFE_INTEGER);
  const search = { way: way === 'out' ? '' : way, out: way === 'out' ? 'true' : 'false', before };
  const found = useAnswer(fileUseList, { params: {}, search: search as never });
  const next = found.answer?.next;
  const exported = useExport('file-uses', search);
  return (
    <div className="ya-tab">
      <Refusal problem={found.problem} onAgain={found.askAgain} />
      <DataList
        title="利用登记"
        {...exported}
        unit="次"
        rows={found.answer?.uses}
        keyOf={({ useId }) => useId}
        columns={useColumns}
        onOpen={({ caseId }) => void navigate({ to: filePath(caseId) })}
        filters={[
          {
            key: 'way',
            label: '哪种利用',
            value: way,
            options: [
              { value: '', label: '全部利用' },
              ...Object.entries(useWays).map(([value, label]) => ({ value, label })),
              { value: 'out', label: '借出未还' },
            ],
            onChange: (value) => {
              setWay(value as typeof way);
              setBefore(Number.MAX_SAFE_INTEGER);
            },
          },
        ]}
        empty="没有利用登记。有人查阅、借阅案卷或者制作证据包，就列在这里。"
        awaiting={found.awaiting}
        {...(next && { onMore: () => setBefore(next) })}
      />
    </div>
  );
}

export const useColumns: readonly ListColumn<UseLine>[] = [
  { key: 'at', title: '时间', cell: ({ at }) => formatInstant(instant(at)), width: 12 },
  { key: 'by', title: '经办人', cell: ({ by }) => by, width: 6 },
  { key: 'way', title: '方式', cell: ({ way }) => useWays[way], width: 5 },
  { key: 'reason', title: '理由', cell: ({ reason }) => reason },
  { key: 'recipient', title: '交给', cell: ({ recipient }) => recipient || '本人' },
  { key: 'standing', title: '去向', cell: standingOfUse, width: 16 },
  { key: 'number', title: '办件编号', cell: ({ caseNumber }) => caseNumber, width: 13 },
];
