import { useState } from 'react';
import { type DispatchView, dispatchView } from '../../../modules/dispatch/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page } from '../../../ui/page.tsx';
import { PaperLink } from '../../../ui/reading/paper-link.tsx';
import { Tabs } from '../../../ui/reading/tabs.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { dayWords } from '../../day-words.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import { Anomalies } from './anomalies.tsx';
import type { SchemeAsked } from './chosen.ts';
import { ClosePanel } from './close-panel.tsx';
import { monthWords } from './dispatch-path.ts';
import { FigureTable } from './figure-table.tsx';
import { Meetings } from './meetings.tsx';
import { Trend } from './trend.tsx';
import './dispatch.css';

/** One county's month: figures, trends, anomalies, the meeting, and the close. */
export default function DispatchPage() {
  const dispatchId = useParam('dispatchId');
  const { session } = useSession();
  const [scheme, setScheme] = useState<SchemeAsked>('');
  const [township, setTownship] = useState('');
  const { answer, awaiting, problem, askAgain } = useAnswer(dispatchView, {
    params: { dispatchId },
    search: { scheme, township },
  });
  if (!answer) return problem ? <Refusal problem={problem} /> : <Awaiting what={awaiting} />;
  const role = session?.post?.role ?? '';
  const open = answer.anomalies.filter(({ answered }) => answered === null).length;
  const shared = { view: answer, role, onDone: askAgain };
  const asked = { scheme, setScheme, township, setTownship };
  return (
    <Page title={`${monthWords(answer.month)}调度`} under={underOf(answer)}>
      <Refusal problem={problem} onAgain={askAgain} />
      <p className="ym-row">
        {answer.closed && (
          <PaperLink
            url={`/api/dispatches/${dispatchId}/papers/dispatch-report`}
            words="打印调度表"
          />
        )}
        <a href={`/api/dispatches/${dispatchId}/sheet`} download>
          导出电子表格
        </a>
        {answer.closed && (
          <a href={`/api/dispatches/${dispatchId}/public-sheet`} download>
            导出公开数字
          </a>
        )}
      </p>
      <Tabs
        label="调度内容"
        tabs={[
          {
            ...{ key: 'figures', title: '各乡镇数字' },
            content: () => <FigureTable view={answer} {...asked} />,
          },
          {
            ...{ key: 'trend', title: '各月走势' },
            content: () => <Trend view={answer} {...asked} />,
          },
          {
            ...{ key: 'anomalies', title: open > 0 ? `异常（${open} 条未处置）` : '异常' },
            content: () => <Anomalies {...shared} />,
          },
          { key: 'meetings', title: '调度会', content: () => <Meetings {...shared} /> },
          { key: 'close', title: '月报和月结', content: () => <ClosePanel {...shared} /> },
        ]}
      />
    </Page>
  );
}

function underOf({ closed, obstacle }: DispatchView): string {
  if (closed) {
    return `${dayWords(closed.on)}由${closed.byName}月结；数据指纹 ${closed.hash.slice(0, 4)} ${closed.hash.slice(4, 8)}…`;
  }
  return obstacle === '' ? '还没有月结，数字随办件变化' : `还不能月结：${obstacle}`;
}
