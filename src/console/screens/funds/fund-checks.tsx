import { Link } from '@tanstack/react-router';
import type { ValueOf } from '../../../kernel/contract.ts';
import { fundChecks } from '../../../modules/funds/check-contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { rollPath, rollTitle, yuan } from './fund-words.ts';
import '../../card-table.css';

type Answer = ValueOf<(typeof fundChecks)['answer']>;

/** 每日对账: what is open between rolls, bank and books now, and how it stood each morning. */
export default function FundChecks() {
  const { answer, awaiting, problem, askAgain } = useAnswer(fundChecks, { params: {} });
  return (
    <Page
      title="每日对账"
      under="花名册、银行回盘和账簿每天自动核对一次：成功、退票、未回盘加起来等于发放，账簿等于银行。只提示，不改账。"
    >
      <Refusal problem={problem} onAgain={askAgain} />
      <Awaiting what={awaiting} />
      {answer && (
        <>
          <Now answer={answer} />
          <Rolls rolls={answer.rolls} />
          <Days days={answer.days} />
        </>
      )}
    </Page>
  );
}

function Now({ answer: { open, returned, differences } }: { readonly answer: Answer }) {
  const agrees = differences.length === 0;
  return (
    <Panel title="现在">
      <p>
        <strong data-verdict={agrees ? 'met' : 'refused'}>
          {agrees ? '花名册、银行和账簿一致。' : `有 ${differences.length} 处对不上，请查清：`}
        </strong>
      </p>
      {!agrees && (
        <ul className="yc-points">
          {differences.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      <p>
        {open.lines === 0
          ? '没有等银行回盘的。'
          : `等银行回盘 ${open.lines} 笔 ${yuan(open.amount)} 元。`}
        {returned.lines === 0
          ? '没有退票未重发的。'
          : `退票未重发 ${returned.lines} 笔 ${yuan(returned.amount)} 元，账户更正以后随花名册重发。`}
      </p>
    </Panel>
  );
}

function Rolls({ rolls }: Pick<Answer, 'rolls'>) {
  return (
    <Panel title="已放行的花名册">
      {rolls.length === 0 && <p className="ym-empty">还没有放行过花名册。</p>}
      <div className="yc-card-room">
        <table className="yc-card-table">
          <thead>
            <tr>
              {['花名册', '放行', '发放', '成功', '退票', '未回盘'].map((title) => (
                <th key={title} scope="col" className={title === '花名册' ? '' : 'ym-figure'}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rolls.map((roll) => (
              <tr key={roll.rollId}>
                <th scope="row">
                  <Link to={rollPath(roll.rollId)}>{rollTitle(roll)}</Link>
                </th>
                <td className="ym-figure" data-label="放行">
                  {roll.releasedOn}
                </td>
                <Sum title="发放" of={roll.sent} />
                <Sum title="成功" of={roll.paid} />
                <Sum title="退票" of={roll.returned} />
                <Sum title="未回盘" of={roll.open} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Sum({ title, of }: { readonly title: string; readonly of: Answer['open'] }) {
  return (
    <td className="ym-figure" data-label={title}>
      {of.lines === 0 ? '没有' : `${of.lines} 笔 ${yuan(of.amount)}`}
    </td>
  );
}

function Days({ days }: Pick<Answer, 'days'>) {
  return (
    <Panel title="近 31 天每天早上">
      {days.length === 0 && <p className="ym-empty">还没有到每天自动核对的时间。</p>}
      <ul className="yc-points">
        {days.map(({ day, openLines, openAmount, returnedLines, returnedAmount, differences }) => (
          <li key={day}>
            {`${day}：${differences.length === 0 ? '一致' : differences.join('')}；`}
            {`未回盘 ${openLines} 笔 ${yuan(openAmount)} 元，退票未重发 ${returnedLines} 笔 ${yuan(returnedAmount)} 元`}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
