import { useMemo, useState } from 'react';
import { addDays, formatShortDate, type LocalDate, localDate } from '../../kernel/local-date.ts';
import { Clock } from '../act/clock.tsx';
import { DataList } from '../list/data-list.tsx';
import type { ListColumn } from '../list/list-column.ts';
import { Panel } from '../page.tsx';

type Line = {
  readonly id: string;
  readonly head: string;
  readonly scheme: string;
  readonly stage: string;
  readonly due: LocalDate;
  readonly left: number;
  readonly amount: string;
};

const schemes = ['低保', '特困', '临时救助'];
const stages = ['受理', '信息核对', '入户调查', '公示', '集体研究'];

function line(index: number): Line {
  return {
    id: `c${index}`,
    head: `演示户 ${index + 1}（${(index % 5) + 1} 人）`,
    scheme: schemes[index % 3] ?? '',
    stage: stages[index % 5] ?? '',
    due: addDays(localDate('2026-11-20'), index % 30),
    left: (index % 12) - 2,
    amount: `${(300 + (index % 900)).toFixed(2)}`,
  };
}

const columns: readonly ListColumn<Line>[] = [
  { key: 'head', title: '家庭', cell: ({ head }) => head },
  { key: 'scheme', title: '救助项目', cell: ({ scheme }) => scheme, width: 6 },
  { key: 'stage', title: '到哪一步', cell: ({ stage }) => stage, width: 6 },
  { key: 'due', title: '应于', cell: ({ due }) => formatShortDate(due), width: 7 },
  {
    key: 'clock',
    title: '时限',
    cell: ({ due, left }) => <Clock clock={{ due, left }} />,
    width: 22,
  },
  { key: 'amount', title: '元/月', cell: ({ amount }) => amount, width: 6, figure: true },
];

export function ListShelf() {
  const [scheme, setScheme] = useState('');
  const all = useMemo(() => Array.from({ length: 10_000 }, (_, index) => line(index)), []);
  const rows = useMemo(
    () => all.filter((one) => scheme === '' || one.scheme === scheme),
    [all, scheme],
  );
  return (
    <Panel title="清单">
      <DataList
        title="在办件"
        unit="件"
        rows={scheme === '特困' ? [] : rows}
        keyOf={({ id }) => id}
        columns={columns}
        onOpen={({ id }) => document.body.setAttribute('data-opened', id)}
        filters={[
          {
            key: 'scheme',
            label: '救助项目',
            value: scheme,
            onChange: setScheme,
            options: [
              { value: '', label: '全部项目' },
              ...schemes.map((one) => ({ value: one, label: one })),
            ],
          },
          {
            key: 'when',
            label: '时间',
            value: 'month',
            onChange: () => undefined,
            options: [{ value: 'month', label: '本月' }],
          },
        ]}
        exportUrl="/api/gallery.xlsx"
        empty="没有特困供养的在办件。受理新的申请后会出现在这里。"
      />
    </Panel>
  );
}
