import { formatInstant, instant } from '../../../kernel/clock.ts';
import { lookupTrace } from '../../../modules/matching/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useParam } from '../../use-param.ts';
import '../../card-table.css';

/** 查询留痕: who looked somebody up, when, in what, under which number; printed for the person who asks. */
export default function LookupTrace() {
  const benefitId = useParam('benefitId');
  const { answer, awaiting, problem } = useAnswer(lookupTrace, { params: { benefitId } });
  if (!answer) return problem ? <Refusal problem={problem} /> : <Awaiting what={awaiting} />;
  const { head, number, looks } = answer;
  return (
    <Page
      title={`${head} 查询留痕`}
      under={`${number}。本人来问时，逐条告诉；可以按 Ctrl+P 打印。`}
    >
      <Panel>
        {looks.length === 0 && <p className="ym-empty">没有人查询过这一户。</p>}
        <div className="yc-card-room">
          {looks.length > 0 && (
            <table className="yc-card-table">
              <caption className="ym-heard">查询留痕</caption>
              <thead>
                <tr>
                  <th scope="col">时间</th>
                  <th scope="col">谁</th>
                  <th scope="col">做了什么</th>
                  <th scope="col">查的来源</th>
                  <th scope="col">依据的编号</th>
                </tr>
              </thead>
              <tbody>
                {looks.map((look) => (
                  <tr key={`${look.at} ${look.what} ${look.source}`}>
                    <th scope="row">{formatInstant(instant(look.at))}</th>
                    <td data-label="谁">
                      {look.by}（{look.office}）
                    </td>
                    <td data-label="做了什么">{look.what}</td>
                    <td data-label="查的来源">{look.source}</td>
                    <td data-label="依据的编号">{look.number}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      </Panel>
    </Page>
  );
}
