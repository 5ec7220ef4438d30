import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { pilotView } from '../../../modules/pilot/contract.ts';
import { type FigureCode, figureWords } from '../../../modules/pilot/figure.ts';
import { conclusionTitles } from '../../../modules/pilot/pilot.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import { mattersWords } from '../delegation/instrument-words.ts';
import { BarChart } from '../preview/bar-chart.tsx';
import { ComparisonTable, TownshipTable } from './comparison-table.tsx';
import { PilotActs } from './pilot-acts.tsx';
import { handoversPath } from './pilot-path.ts';

type Pilot = ReturnType<(typeof pilotView)['answer']['parse']>;

/** One batch: the figures before and since, with their definitions; the townships; what was resolved. */
export default function PilotPage() {
  const pilotId = useParam('pilotId');
  const found = useAnswer(pilotView, { params: { pilotId } });
  const { session } = useSession();
  if (!found.answer) {
    return (
      <Page title="试点">
        <Refusal problem={found.problem} onAgain={found.askAgain} />
        <Awaiting what={found.awaiting} />
      </Page>
    );
  }
  const view = found.answer;
  const { head, before, after } = view;
  const standing = head.endedOn ? `${head.endedOn} 停止` : '试点中';
  return (
    <Page
      title={head.name}
      under={`${standing} · ${mattersWords(head.matters)} · ${head.document}`}
      next={<a href={`/api/pilots/${pilotId}/sheet`}>导出对比表（含全部案件）</a>}
    >
      <Panel title="前后对比">
        <p>
          试点前 {before.from} 至 {before.to}，试点后 {after.from} 至 {after.to}
          ，同样的乡镇、同样的事项。
        </p>
        <ComparisonTable pilotId={pilotId} total={view.total} />
        <Chart view={view} />
      </Panel>
      <Panel title="各乡镇（街道）">
        <TownshipTable view={view} />
        {view.handoversWaiting > 0 && (
          <p>
            <Link to={handoversPath}>{view.handoversWaiting} 件移交等县级接收</Link>
          </p>
        )}
      </Panel>
      <PilotActs view={view} role={session?.post?.role ?? ''} onDone={found.askAgain} />
      {view.conclusions.length > 0 && (
        <Panel title="历次结论">
          <ul>
            {view.conclusions.map(({ on, conclusion, reason, by }) => (
              <li key={`${on}-${conclusion}-${reason}`}>
                {on} {conclusionTitles[conclusion]}：{reason}（{by}）
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </Page>
  );
}

/** The average time once something was decided; before that what was accepted. */
function firstShown({ total }: Pilot): FigureCode {
  const days = total.find((each) => each.code === 'calendar-days');
  const isKnown = [days?.before, days?.after].some((figure) => typeof figure === 'number');
  return isKnown ? 'calendar-days' : 'accepted';
}

/** One figure at a time, township by township: before in grey, since in blue. */
function Chart({ view }: { view: Pilot }) {
  const [chosen, setCode] = useState<FigureCode | null>(null);
  const code = chosen ?? firstShown(view);
  const title = view.total.find((each) => each.code === code)?.title ?? '';
  const bars = view.townships.flatMap(({ name, figures }) => {
    const own = figures.find((each) => each.code === code);
    const bar = (when: string, figure: number | null, isLess: boolean) => ({
      ...{ label: `${name} ${when}`, figure: figure ?? 0, isLess },
      words: figureWords(code, figure),
    });
    return [bar('前', own?.before ?? null, true), bar('后', own?.after ?? null, false)];
  });
  return (
    <>
      <CodeSelect
        id="figure"
        label="图中的指标"
        required
        value={code}
        onChange={(next) => setCode(next as FigureCode | null)}
        options={view.total.map((each) => ({ value: each.code, label: each.title }))}
      />
      <BarChart
        title={`${title}：试点前（灰）和试点后（蓝）`}
        told={`${title}，各乡镇试点前后的数字见下表`}
        bars={bars}
      />
    </>
  );
}
