import { useState } from 'react';
import type { ValueOf } from '../../../kernel/contract.ts';
import { fen, type Fen } from '../../../kernel/fen.ts';
import { fundForecast } from '../../../modules/funds/forecast-contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { MoneyField } from '../../../ui/field/money-field.tsx';
import { NumberField } from '../../../ui/field/number-field.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { errorAt } from '../../../ui/use-fields.ts';
import { BarChart } from '../preview/bar-chart.tsx';
import { yuan } from './fund-words.ts';
import '../../card-table.css';
import './forecast.css';

type Answer = ValueOf<(typeof fundForecast)['answer']>;

const MOST_RAISE_YUAN = 200;

/** 资金需求预测: what the months to come take, and what a higher standard or more families would add. */
export default function ForecastPage() {
  const [raise, setRaise] = useState(0);
  const [entering, setEntering] = useState<number | null>(100);
  const [subsidy, setSubsidy] = useState<Fen | null>(fen(0));
  const [months, setMonths] = useState<number | null>(0);
  const search = {
    ...{ raise: fen(raise * 100), entering: entering ?? 100 },
    ...{ subsidy: subsidy ?? fen(0), subsidyMonths: months ?? 0 },
  };
  const found = useAnswer(fundForecast, { params: {}, search });
  const { answer } = found;
  const errorOf = (field: string) => errorAt(found.problem?.errors ?? [], field);
  const query = new URLSearchParams(
    Object.entries(search).map(([key, value]) => [key, String(value)]),
  );
  return (
    <Page
      title="资金需求预测"
      under="按现在有效的决定逐月计算，加上已经公布待执行的标准、批准了的价格补贴和补发，以及前六个月新增、退出和临时救助的平均数。只供安排资金参考，不影响任何一家的决定。"
    >
      <Panel title="试一试">
        <div className="ym-form">
          <label className="yc-slider">
            <span>标准每人每月提高 {raise} 元（按全部人员的上限估算）</span>
            <input
              type="range"
              min={0}
              max={MOST_RAISE_YUAN}
              step={5}
              value={raise}
              aria-valuetext={`${raise} 元`}
              onChange={(event) => setRaise(Number(event.currentTarget.value))}
            />
          </label>
          <NumberField
            label="新增户数相当于以往的"
            id="entering"
            unit="%"
            least={0}
            most={300}
            value={entering}
            error={errorOf('entering')}
            onChange={setEntering}
          />
          <MoneyField
            label="另加价格补贴"
            id="subsidy"
            unit="元/人月"
            value={subsidy}
            error={errorOf('subsidy')}
            onChange={setSubsidy}
          />
          <NumberField
            label="另加的发几个月"
            id="subsidyMonths"
            unit="个月"
            least={0}
            most={12}
            value={months}
            error={errorOf('subsidyMonths')}
            onChange={setMonths}
          />
        </div>
      </Panel>
      <Refusal problem={found.problem} onAgain={found.askAgain} />
      <Awaiting what={found.awaiting} />
      {answer && <Told answer={answer} query={query.toString()} />}
    </Page>
  );
}

function Told({ answer, query }: { readonly answer: Answer; readonly query: string }) {
  const { months, total, left, shortMonth, households, trend } = answer;
  const lasts = shortMonth === '' ? '够用。' : `从 ${shortMonth} 起不够，请提前补足。`;
  const sentence = `${months[0]?.month ?? ''} 到 ${months.at(-1)?.month ?? ''} 共需 ${yuan(total)} 元，${left < 0 ? `已多用 ${yuan(-left)}` : `可用 ${yuan(left)}`} 元，${lasts}`;
  return (
    <Panel title="逐月需求">
      <p>
        <strong data-verdict={shortMonth === '' ? 'met' : 'refused'}>{sentence}</strong>
      </p>
      <p className="ym-quiet">
        在册 {households} 户；前 {trend.months} 个月新增 {trend.entered} 户，退出{' '}
        {trend.leftRegister} 户。
      </p>
      <BarChart
        title={shortMonth === '' ? '每月需要（元）' : '每月需要（元），灰色是资金不够的月份'}
        told={sentence}
        bars={months.map((each) => ({
          label: each.month,
          figure: each.total,
          words: yuan(each.total),
          isLess: shortMonth !== '' && each.month >= shortMonth,
        }))}
      />
      <Parts months={months} />
      <p>
        <a href={`/api/fund-forecast/sheet?${query}`} download>
          导出电子表格
        </a>
      </p>
    </Panel>
  );
}

const parts = {
  roll: '在册',
  entering: '新增',
  leaving: '退出',
  raise: '提高标准',
  subsidy: '价格补贴',
  temporary: '临时救助',
  arrears: '补发',
  total: '合计',
} as const;
const all = Object.keys(parts) as (keyof typeof parts)[];

/** Part by part; a part that is nothing in every month is not written out month by month. */
function Parts({ months }: Pick<Answer, 'months'>) {
  const isThere = (key: keyof typeof parts) =>
    key === 'roll' || key === 'total' || months.some((each) => each[key] !== 0);
  const keys = all.filter(isThere);
  const none = all.filter((key) => !isThere(key)).map((key) => parts[key]);
  return (
    <div className="yc-card-room">
      <table className="yc-card-table">
        <thead>
          <tr>
            <th>月份</th>
            {keys.map((key) => (
              <th key={key} className="ym-figure">
                {parts[key]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((each) => (
            <tr key={each.month}>
              <th scope="row">{each.month}</th>
              {keys.map((key) => (
                <td key={key} className="ym-figure" data-label={parts[key]}>
                  {yuan(each[key])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {none.length > 0 && <p className="ym-quiet">没有的不列：{none.join('、')}。</p>}
    </div>
  );
}
