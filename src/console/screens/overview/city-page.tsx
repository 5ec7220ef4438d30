import '../../card-table.css';
import {
  type CityCode,
  cityCodes,
  cityColumns,
  cityFigure,
  type CityFigures,
} from '../../../modules/overview/city-figure.ts';
import { cityView } from '../../../modules/overview/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { dayWords } from '../../day-words.ts';

const headingOf = (code: CityCode) => `${cityColumns[code].title}（${cityColumns[code].unit}）`;

/** 市级: counties side by side, by sums alone; nobody and no case can be reached from here. */
export default function CityPage() {
  const { answer, awaiting, problem } = useAnswer(cityView, { params: {}, search: { months: 12 } });
  if (!answer) return problem ? <Refusal problem={problem} /> : <Awaiting what={awaiting} />;
  return (
    <Page
      title={`${answer.city} 各县（市、区）`}
      under={`${dayWords(answer.since)}以来。只有合计，看不到任何人和案件`}
    >
      <Panel title="并列比较">
        <div className="yc-card-room">
          <table className="yc-card-table">
            <caption className="ym-heard">各县（市、区）的合计数字</caption>
            <thead>
              <tr>
                <th scope="col">县（市、区）</th>
                {cityCodes.map((code) => (
                  <th key={code} scope="col" className="ym-figure">
                    {headingOf(code)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {answer.counties.map(({ county, name, figures }) => (
                <tr key={county}>
                  <th scope="row">{name}</th>
                  {figures === null ? (
                    <td colSpan={cityCodes.length} className="ym-quiet">
                      没有数据
                    </td>
                  ) : (
                    cityCodes.map((code) => (
                      <td key={code} className="ym-figure" data-label={headingOf(code)}>
                        {cityFigure(code, figures as CityFigures)}
                      </td>
                    ))
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="ym-quiet">
          “不足”：数量在 1 到 4 之间，或者办结不满 20 件、不计比率，为保护个人信息不显示。
        </p>
      </Panel>
      <Panel title="口径">
        <ul className="yc-points">
          {cityCodes.map((code) => (
            <li key={code}>
              {cityColumns[code].title}：{cityColumns[code].definition}
            </li>
          ))}
        </ul>
      </Panel>
    </Page>
  );
}
