import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { dropPreview, previewView, stopPreview } from '../../../modules/preview/contract.ts';
import { previewed, type Previewed } from '../../../modules/preview/preview.ts';
import { SCHEME } from '../../../rules/scheme.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { Tabs } from '../../../ui/reading/tabs.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useParam } from '../../use-param.ts';
import { QuietAct } from '../case/quiet-act.tsx';
import { PreviewBasis } from './preview-basis.tsx';
import { PreviewProgress } from './preview-progress.tsx';
import {
  begunWords,
  countWords,
  dayWords,
  isUnderWay,
  moneyWords,
  previewListPath,
  type PreviewViewed,
  sumsOf,
} from './preview-words.ts';
import { SchemeResult } from './scheme-result.tsx';
import { tallyColumns } from './tally-column.ts';
import { TallyTable } from './tally-table.tsx';
import '../../card-table.css';
import './preview.css';

const LOOK_SECONDS = 1;

/** 测算结果: how far it has come, and what the change would do to the county. */
export default function PreviewPage() {
  const previewId = useParam('previewId');
  const params = { previewId };
  const { answer: view, awaiting, problem, askAgain } = useAnswer(previewView, { params });
  // The same answer, asked for again while the run goes on; it is read from one cache.
  useAnswer(previewView, {
    params,
    when: view !== undefined && isUnderWay(view),
    everySeconds: LOOK_SECONDS,
  });
  if (!view) return problem ? <Refusal problem={problem} /> : <Awaiting what={awaiting} />;
  return (
    <Page
      title={view.title}
      under={`${view.changeText}。${comparedWords(view)}${begunWords(view)} 开始。`}
      next={<NextStep view={view} />}
    >
      <Refusal problem={problem} onAgain={askAgain} />
      <PreviewBasis />
      <PreviewProgress view={view} />
      {view.done > 0 && <Result view={view} />}
      <Drop view={view} />
    </Page>
  );
}

function comparedWords({ day }: PreviewViewed): string {
  return `比较 ${dayWords(day)}按现行规定和按调整后的结果。`;
}

function NextStep({ view }: { readonly view: PreviewViewed }) {
  const stop = useCommand(stopPreview);
  const { previewId } = view;
  if (isUnderWay(view)) {
    const act = () => void stop.give({ params: { previewId }, body: {} });
    return (
      <div className="ym-next">
        <Button onClick={act} disabled={stop.busy}>
          {stop.title}
        </Button>
        <Refusal problem={stop.problem} />
      </div>
    );
  }
  if (view.done === 0) return null;
  return (
    <div className="ym-next">
      <Button type="primary" size="large" href={`/api/previews/${previewId}/sheet`} download>
        导出工作簿（XLSX）
      </Button>
    </div>
  );
}

function Result({ view }: { readonly view: PreviewViewed }) {
  const [scheme, setScheme] = useState<Previewed>('dibao');
  const { schemes, decided, stale, withoutFacts } = sumsOf(view);
  const rows = previewed.map((each) => ({
    key: each,
    title: SCHEME[each],
    tally: schemes[each].all,
  }));
  return (
    <>
      <Panel title="各类救助">
        <TallyTable
          title="各类救助调整前后"
          rowTitle="救助类别"
          rows={rows}
          columns={tallyColumns(previewed, view.months)}
        />
        <p className="ym-quiet">
          统计的是已经作出决定的 {countWords(view.total)}
          ，含不予确认的，不含已经停止的；复核过的按复核后的情况。以家庭为单位，一户有几个决定的只算一次；单人户和渐退期的低保金算在低保里。现在决定按月发放的{' '}
          {countWords(decided.households)}、每月 {moneyWords(decided.amount)} 元。
          {stale > 0 &&
            `有 ${countWords(stale)}按现行规定重算与现在决定的金额不一致（规定或者年龄等已经变化），调整前按重算的结果算。`}
          {withoutFacts > 0 &&
            `另有 ${countWords(withoutFacts)}凭文件登记入册、还没有办件的家庭情况，算不出来，没有算在内。`}
        </p>
      </Panel>
      <Tabs
        label="救助类别"
        open={scheme}
        onOpen={(key) => setScheme(key as Previewed)}
        tabs={previewed.map((each) => ({
          key: each,
          title: SCHEME[each],
          content: () => <SchemeResult key={each} view={view} scheme={each} />,
        }))}
      />
    </>
  );
}

function Drop({ view }: { readonly view: PreviewViewed }) {
  const drop = useCommand(dropPreview);
  const navigate = useNavigate();
  if (!view.isOwn || isUnderWay(view)) return null;
  const act = async () => {
    const done = await drop.give({ params: { previewId: view.previewId }, body: {} });
    if (done.ok) await navigate({ to: previewListPath });
  };
  return (
    <div className="yc-quiet-acts">
      <QuietAct
        title="不再需要，删除这次测算"
        about="删除以后不能恢复；不删除的，满 90 天自动清除。"
        command={drop}
        onAct={() => void act()}
      />
    </div>
  );
}
