import { binWords, changeBins } from '../../../modules/preview/change-bin.ts';
import { headline } from '../../../modules/preview/headline.ts';
import { paidMonthly, type Previewed } from '../../../modules/preview/preview.ts';
import { SCHEME } from '../../../rules/scheme.ts';
import { Panel } from '../../../ui/page.tsx';
import { BarChart } from './bar-chart.tsx';
import type { Bar } from './bar-option.ts';
import {
  countWords,
  differenceWords,
  isUnderWay,
  type PreviewViewed,
  sumsOf,
} from './preview-words.ts';
import { OpenReasons } from './open-reasons.tsx';
import { tallyColumns, type TallyRow } from './tally-column.ts';
import { TallyTable } from './tally-table.tsx';
import { ChangedHouseholds, goToHouseholds } from './changed-households.tsx';
import { useWish } from './use-wish.ts';

const MOST_TOWNSHIP_BARS = 24;

type SchemeResultProps = { readonly view: PreviewViewed; readonly scheme: Previewed };

/** One scheme: what changes in sentences, how much for how many, where, and which households. */
export function SchemeResult({ view, scheme }: SchemeResultProps) {
  const { townships, months, reasons } = view;
  const { all, townships: own } = sumsOf(view).schemes[scheme];
  const [wish, setWish] = useWish();
  const rows: readonly TallyRow[] = townships.flatMap(({ code, name }) => {
    const tally = own[code];
    return tally ? [{ key: code, title: name, tally }] : [];
  });
  return (
    <div className="yc-scheme-result">
      <Panel>
        <ul className="yc-headline">
          {headline(scheme, all, months).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        {paidMonthly.includes(scheme) ? (
          <Charts view={view} scheme={scheme} rows={rows} />
        ) : (
          <p className="ym-quiet">
            {SCHEME[scheme]}没有按月发放的金额，只统计户数；能享受的专项救助由各部门另行审核。
          </p>
        )}
      </Panel>
      <Panel title="按乡镇（街道）">
        <TallyTable
          title={`${SCHEME[scheme]}按乡镇（街道）`}
          rowTitle="乡镇（街道）"
          rows={rows}
          columns={tallyColumns([scheme], months)}
          total={{ title: '全县合计', tally: all }}
          sortable
        />
      </Panel>
      <OpenReasons
        reasons={reasons.filter((each) => each.scheme === scheme)}
        onShow={(reason) => {
          setWish({ ...wish, effect: 'open', reason });
          goToHouseholds();
        }}
      />
      {isUnderWay(view) ? (
        <p className="ym-empty">算完以后，这里列出有变化的和不能判断的家庭。</p>
      ) : (
        <ChangedHouseholds view={view} scheme={scheme} wish={wish} onWish={setWish} />
      )}
    </div>
  );
}

type ChartsProps = {
  readonly view: Pick<PreviewViewed, 'sums'>;
  readonly scheme: Previewed;
  readonly rows: readonly TallyRow[];
};

/** How many households change by how much, and which townships by how much. */
export function Charts({ view, scheme, rows }: ChartsProps) {
  const spread = spreadBars(sumsOf(view).schemes[scheme].steps);
  const places = townshipBars(rows);
  if (spread.length === 0) return null;
  return (
    <div className="yc-charts">
      <BarChart
        title="每月增减多少元的各有多少户"
        told={`每月增减的分布：${spread.map(({ label, words }) => `${label} ${words}`).join('，')}。`}
        bars={spread}
      />
      <BarChart
        title={
          rows.length > MOST_TOWNSHIP_BARS
            ? `增减最多的 ${MOST_TOWNSHIP_BARS} 个乡镇（街道），元/月`
            : '各乡镇（街道）每月增减，元/月'
        }
        told={`各乡镇（街道）每月增减：${places.map(({ label, words }) => `${label} ${words} 元`).join('，')}。`}
        bars={places}
      />
    </div>
  );
}

function spreadBars(steps: Readonly<Record<string, number>>): readonly Bar[] {
  return changeBins(steps).map((bin) => ({
    label: binWords(bin),
    figure: bin.households,
    words: countWords(bin.households),
    isLess: bin.from < 0,
  }));
}

function townshipBars(rows: readonly TallyRow[]): readonly Bar[] {
  return rows
    .map(({ title, tally }) => ({ title, figure: tally.after.amount - tally.before.amount }))
    .toSorted((a, b) => Math.abs(b.figure) - Math.abs(a.figure))
    .slice(0, MOST_TOWNSHIP_BARS)
    .toSorted((a, b) => b.figure - a.figure)
    .map(({ title, figure }) => ({
      ...{ label: title, figure, words: differenceWords(figure) },
      isLess: figure < 0,
    }));
}
