import { useState } from 'react';
import { budgetBoard } from '../../../modules/funds/budget-contract.ts';
import { sources } from '../../../modules/funds/index.ts';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useSession } from '../../session.ts';
import { BarChart } from '../preview/bar-chart.tsx';
import { BudgetEntry } from './budget-entry.tsx';
import { BudgetDocuments } from './budget-documents.tsx';
import { type Budget, potWords, standingWords } from './budget-words.ts';
import { yuan } from './fund-words.ts';
import '../../card-table.css';

/** 预算与承诺: what was provided for a year, what is promised, and until when the money lasts. */
export default function BudgetPage() {
  const { session } = useSession();
  const [year, setYear] = useState('');
  const isWhole = /^20[2-9]\d$/.test(year);
  const found = useAnswer(budgetBoard, {
    params: {},
    search: isWhole ? { year: Number(year) } : {},
  });
  const role = session?.post?.role ?? '';
  const { answer } = found;
  return (
    <Page
      title="预算与承诺"
      under="下达、调整、结转都凭文件，一人登记、另一人复核后入账。专款专用，不同来源、项目之间不能挪用。"
    >
      <div className="ym-form">
        <TextField
          label="年度"
          id="shown-year"
          value={year === '' ? String(answer?.year ?? '') : year}
          onChange={setYear}
          most={4}
        />
      </div>
      <Refusal problem={found.problem} onAgain={found.askAgain} />
      <Awaiting what={found.awaiting} />
      {answer && <Standings standings={answer.standings} />}
      {role === 'fund-planner' && <BudgetEntry onDone={found.askAgain} />}
      {answer && (
        <>
          <BudgetDocuments documents={answer.documents} role={role} onDone={found.askAgain} />
          <Pots pots={answer.pots} year={answer.year} />
        </>
      )}
    </Page>
  );
}

function Standings({ standings }: Pick<Budget, 'standings'>) {
  const short = standings.filter((each) => each.short > 0);
  const rest = standings.filter((each) => each.short === 0);
  if (standings.length === 0) return null;
  return (
    <Panel title={short.length > 0 ? '资金不够，请尽快补足' : '资金够用到年底'}>
      <ul className="yc-points">
        {[...short, ...rest].map((each) => (
          <li key={`${each.scheme} ${each.residence}`}>
            <strong data-verdict={each.short > 0 ? 'refused' : 'met'}>{potWords(each)}</strong>：
            {standingWords(each)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What each provider gave and what of it is used, side by side. */
function BySource({ pots }: Pick<Budget, 'pots'>) {
  const sums = (Object.keys(sources) as (keyof typeof sources)[]).flatMap((source) => {
    const own = pots.filter((pot) => pot.source === source);
    if (own.length === 0) return [];
    const budget = own.reduce((sum, pot) => sum + pot.budget, 0);
    const used = own.reduce((sum, pot) => sum + pot.budget - pot.left, 0);
    return [{ title: sources[source], budget, used }];
  });
  const told = sums
    .map(({ title, budget, used }) => `${title}预算 ${yuan(budget)} 元，已用 ${yuan(used)} 元`)
    .join('；');
  return (
    <BarChart
      title="各来源的预算（灰）和已用（蓝），元"
      told={told}
      bars={sums.flatMap(({ title, budget, used }) => [
        { label: `${title} 预算`, figure: budget, words: yuan(budget), isLess: true },
        { label: `${title} 已用`, figure: used, words: yuan(used), isLess: false },
      ])}
    />
  );
}

function Pots({ pots, year }: Pick<Budget, 'pots' | 'year'>) {
  if (pots.length === 0) {
    return <p className="ym-quiet">{year} 年还没有入账的指标，也没有用过钱。</p>;
  }
  return (
    <Panel title={`${year} 年各笔资金（元）`}>
      <BySource pots={pots} />
      <div className="yc-card-room">
        <table className="yc-card-table">
          <thead>
            <tr>
              <th>资金</th>
              <th className="ym-figure">预算</th>
              <th className="ym-figure">已用</th>
              <th className="ym-figure">可用</th>
            </tr>
          </thead>
          <tbody>
            {pots.map((pot) => (
              <tr key={`${pot.source} ${pot.scheme} ${pot.residence}`}>
                <th scope="row">{potWords(pot)}</th>
                <td className="ym-figure" data-label="预算">
                  {yuan(pot.budget)}
                </td>
                <td className="ym-figure" data-label="已用">
                  {yuan(pot.budget - pot.left)}
                </td>
                <td className="ym-figure" data-label="可用">
                  {pot.left < 0 ? `${yuan(pot.left)}（县级应补足）` : yuan(pot.left)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
