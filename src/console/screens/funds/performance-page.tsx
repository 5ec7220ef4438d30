import { useState } from 'react';
import type { ValueOf } from '../../../kernel/contract.ts';
import type { Month } from '../../../kernel/local-date.ts';
import { fundPerformance } from '../../../modules/funds/forecast-contract.ts';
import { paidSchemes } from '../../../modules/funds/index.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { TypedField } from '../../../ui/field/typed-field.tsx';
import type { TypedText } from '../../../ui/field/typed-text.ts';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { errorAt } from '../../../ui/use-fields.ts';
import { yuan } from './fund-words.ts';
import '../../card-table.css';

type Answer = ValueOf<(typeof fundPerformance)['answer']>;

const monthText: TypedText<Month> = {
  read(text) {
    const typed = text.normalize('NFKC').trim();
    if (typed === '') return { ok: true, value: null };
    return /^20\d\d-(0[1-9]|1[0-2])$/.test(typed)
      ? { ok: true, value: typed as Month }
      : { ok: false, message: '请填写年月，例如 2026-11' };
  },
  show: String,
  edit: String,
};

/** What is asked for: undefined until somebody types, null while no month can be read. */
type Asked = Month | null | undefined;

/** 资金绩效和公开: how paying went, each figure with how it is counted, and the table as it may be published. */
export default function PerformancePage() {
  const [from, setFrom] = useState<Asked>();
  const [to, setTo] = useState<Asked>();
  const search = { ...(from && { from }), ...(to && { to }) };
  const found = useAnswer(fundPerformance, { params: {}, search });
  const { answer } = found;
  const errors = found.problem?.errors ?? [];
  const month = { kind: monthText, className: '' };
  return (
    <Page title="资金绩效和公开" under="按银行回盘逐笔计算。公开表只到乡镇，不足 5 户的不公开。">
      <div className="ym-form">
        <TypedField
          {...month}
          label="起始月份"
          id="from"
          value={from === undefined ? ((answer?.from as Month | undefined) ?? null) : from}
          onChange={setFrom}
          error={errorAt(errors, 'from')}
        />
        <TypedField
          {...month}
          label="截止月份"
          id="to"
          value={to === undefined ? ((answer?.to as Month | undefined) ?? null) : to}
          onChange={setTo}
          error={errorAt(errors, 'to')}
        />
      </div>
      <Refusal problem={found.problem} onAgain={found.askAgain} />
      <Awaiting what={found.awaiting} />
      {answer && (
        <>
          <Figures answer={answer} />
          <Use answer={answer} />
        </>
      )}
    </Page>
  );
}

function share(part: number, whole: number): string {
  return whole === 0 ? '还没有' : `${((100 * part) / whole).toFixed(1)}%（${part} / ${whole}）`;
}

function Figures({ answer }: { readonly answer: Answer }) {
  const { lines, paid, returned, onTime, corrected, amount, households, payDay } = answer;
  const { credits, creditDays } = answer;
  const items = [
    [`按时到账（当月 ${payDay} 日前）`, share(onTime, paid)],
    [
      '决定到首次到账平均',
      credits === 0 ? '还没有' : `${(creditDays / credits).toFixed(1)} 天（${credits} 件）`,
    ],
    ['准确率（没有再追回的）', share(paid - corrected, paid)],
    ['退票率', share(returned, lines)],
    [
      '平均每户',
      households === 0
        ? '还没有'
        : `${yuan(Math.round(amount / households))} 元（${households} 户）`,
    ],
    ['发放合计', `${yuan(amount)} 元`],
  ] as const;
  return (
    <Panel title="绩效">
      <DescriptionSheet items={items.map(([label, value]) => ({ label, value, figure: true }))} />
    </Panel>
  );
}

function Use({ answer: { use, sums, from, to } }: { readonly answer: Answer }) {
  if (use.length === 0) return <p className="ym-quiet">这些月份还没有发放。</p>;
  const rows = [...use, ...sums.map((each) => ({ ...each, townshipName: '合计' }))];
  return (
    <Panel title="资金使用情况公开表">
      <div className="yc-card-room">
        <table className="yc-card-table">
          <thead>
            <tr>
              <th>乡镇（街道）</th>
              <th>项目</th>
              <th className="ym-figure">户数</th>
              <th className="ym-figure">金额（元）</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((each) => (
              <tr key={`${each.townshipName} ${each.scheme}`}>
                <th scope="row">{each.townshipName}</th>
                <td data-label="项目">{paidSchemes[each.scheme]}</td>
                <td className="ym-figure" data-label="户数">
                  {each.households ?? '不公开'}
                </td>
                <td className="ym-figure" data-label="金额">
                  {each.amount === null ? '不公开' : yuan(each.amount)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <a href={`/api/fund-performance/sheet?from=${from}&to=${to}`} download>
          导出公开表
        </a>
      </p>
    </Panel>
  );
}
