import type { ValueOf } from '../../../kernel/contract.ts';
import { drawNoticeList } from '../../../modules/draw/contract.ts';
import { strengthTitles } from '../../../modules/draw/draw.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { DataList } from '../../../ui/list/data-list.tsx';
import type { ListColumn } from '../../../ui/list/list-column.ts';
import { Page } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import '../inspection/inspection.css';
import { monthWords } from '../dispatch/dispatch-path.ts';
import { dayWords } from '../../day-words.ts';

type Notice = ValueOf<(typeof drawNoticeList)['answer']>['notices'][number];

/** What everybody in the county may read of the draws: the root at the freeze, the proof once the visits are done. */
export default function NoticeList() {
  const { answer, awaiting, problem, askAgain } = useAnswer(drawNoticeList, { params: {} });
  return (
    <Page
      title="抽查公告"
      under="名单冻结时公布根值；核查完以后公开名单、密数、种子和证明，任何人都可以复核"
    >
      <Refusal problem={problem} onAgain={askAgain} />
      <DataList
        title="抽查公告"
        unit="次"
        rows={answer?.notices}
        keyOf={({ drawId }) => drawId}
        columns={columns}
        onOpen={() => undefined}
        empty="还没有公告。每月名单冻结以后在这里公布。"
        awaiting={awaiting}
      />
    </Page>
  );
}

const columns: readonly ListColumn<Notice>[] = [
  { key: 'period', title: '月份', cell: ({ period }) => monthWords(period), width: 8 },
  { key: 'on', title: '冻结日期', cell: ({ announcedOn }) => dayWords(announcedOn), width: 10 },
  { key: 'count', title: '新增（户）', cell: ({ count }) => count, figure: true, width: 8 },
  { key: 'root', title: '根值', cell: ({ root }) => <code className="yc-hash">{root}</code> },
  { key: 'strength', title: '方式', cell: ({ strength }) => strengthTitles[strength], width: 15 },
  {
    ...{ key: 'proof', title: '证明', width: 12 },
    cell: ({ drawId, publishedOn }) =>
      publishedOn === '' ? (
        '核查完以后公开'
      ) : (
        <a href={`/api/draw-notices/${drawId}/proof`}>下载（{publishedOn} 公开）</a>
      ),
  },
];
