import { Button } from 'antd';
import { useState } from 'react';
import { formatInstant, instant } from '../../../kernel/clock.ts';
import type { ValueOf } from '../../../kernel/contract.ts';
import { readingList } from '../../../modules/case/contract.ts';
import { ledgersTaken } from '../../../modules/ledger/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import '../../card-table.css';

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
      <LedgersTaken />
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

type Taken = ValueOf<(typeof ledgersTaken)['answer']>['taken'][number];

/** 台账导出记录: who took which list out as a workbook; what was in it is not kept. */
function LedgersTaken() {
  const search = { limit: most, before: Number.MAX_SAFE_INTEGER };
  const found = useAnswer(ledgersTaken, { params: {}, search });
  return (
    <Panel title="台账导出记录">
      <Refusal problem={found.problem} onAgain={found.askAgain} />
      {found.answer?.taken.length === 0 && <p className="ym-empty">还没有人导出过台账。</p>}
      {found.answer && found.answer.taken.length > 0 && (
        <div className="yc-card-room">
          <table className="yc-card-table">
            <caption className="ym-heard">台账导出记录</caption>
            <thead>
              <tr>
                <th scope="col">时间</th>
                <th scope="col">导出人</th>
                <th scope="col">台账</th>
                <th scope="col">条件</th>
                <th scope="col" className="ym-figure">
                  行数
                </th>
              </tr>
            </thead>
            <tbody>
              {found.answer.taken.map((each) => (
                <TakenRow key={`${each.at} ${each.title}`} taken={each} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function TakenRow({ taken: { at, by, title, filter, rows } }: { readonly taken: Taken }) {
  return (
    <tr>
      <td data-label="时间">{formatInstant(instant(at))}</td>
      <td data-label="导出人">{by}</td>
      <th scope="row">{title}</th>
      <td data-label="条件">{filter}</td>
      <td data-label="行数" className="ym-figure">
        {rows}
      </td>
    </tr>
  );
}
