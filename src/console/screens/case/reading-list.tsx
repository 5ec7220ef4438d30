import { Button } from 'antd';
import { useState } from 'react';
import { formatInstant, instant } from '../../../kernel/clock.ts';
import type { ValueOf } from '../../../kernel/contract.ts';
import { readingList } from '../../../modules/case/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';

type Reading = ValueOf<(typeof readingList)['answer']>['readings'][number];

const most = 200;

/** 敏感信息查看记录: who looked at what, and why; opening a line shows that person's looks alone. */
export default function ReadingList() {
  const [reader, setReader] = useState<Reading | null>(null);
  const search = { person: reader?.person ?? '', limit: most, before: Number.MAX_SAFE_INTEGER };
  const found = useAnswer(readingList, { params: {}, search });
  return (
    <Page
      title="敏感信息查看记录"
      under={`${reader ? `${reader.reader} ` : ''}最近 ${most} 次，新的在前`}
    >
      <Refusal problem={found.problem} onAgain={found.askAgain} />
      <DataList
        title="查看记录"
        unit="次"
        rows={found.answer?.readings}
        keyOf={({ readingId }) => readingId}
        columns={columns}
        onOpen={setReader}
        aside={reader && <Button onClick={() => setReader(null)}>看全部人的</Button>}
        empty="还没有人查看过敏感信息。"
        awaiting={found.awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<Reading>[] = [
  { key: 'at', title: '时间', cell: ({ at }) => formatInstant(instant(at)), width: 11 },
  { key: 'reader', title: '查看人', cell: ({ reader }) => reader, width: 7 },
  { key: 'what', title: '内容', cell: ({ what }) => what, width: 7 },
  { key: 'purpose', title: '用途', cell: ({ purpose }) => purpose },
  { key: 'case', title: '办件', cell: ({ caseId }) => caseId.slice(0, 8), width: 7 },
];
