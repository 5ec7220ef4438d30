import { Link } from '@tanstack/react-router';
import type { ComparedFigure, pilotView } from '../../../modules/pilot/contract.ts';
import { definitionOf, type FigureCode, figureWords } from '../../../modules/pilot/figure.ts';
import { standingTitles } from '../../../modules/delegation/index.ts';
import { pointsWords } from '../../../modules/readiness/index.ts';
import '../../card-table.css';
import { instrumentPath } from '../delegation/instrument-words.ts';
import { readinessPath } from '../readiness/readiness-words.ts';
import { pilotCasesPath } from './pilot-path.ts';

type Pilot = ReturnType<(typeof pilotView)['answer']['parse']>;

/** Every figure with how it is counted; each number leads to the cases behind it. */
export function ComparisonTable(props: {
  readonly pilotId: string;
  readonly total: readonly ComparedFigure[];
}) {
  const { pilotId, total } = props;
  const linked = (period: 'before' | 'after', words: string) => (
    <Link to={pilotCasesPath(pilotId)} search={{ period }}>
      {words}
    </Link>
  );
  return (
    <div className="yc-card-room">
      <table className="yc-card-table">
        <caption className="ym-heard">试点前后的各项指标和口径</caption>
        <thead>
          <tr>
            <th scope="col">指标</th>
            <th scope="col" className="ym-figure">
              试点前
            </th>
            <th scope="col" className="ym-figure">
              试点后
            </th>
            <th scope="col">变化</th>
            <th scope="col">口径</th>
          </tr>
        </thead>
        <tbody>
          {total.map((each) => (
            <tr key={each.code}>
              <th scope="row">{each.title}</th>
              <td className="ym-figure" data-label="试点前">
                {linked('before', figureWords(each.code, each.before))}
              </td>
              <td className="ym-figure" data-label="试点后">
                {linked('after', figureWords(each.code, each.after))}
              </td>
              <td data-label="变化">{changeWords(each)}</td>
              <td className="ym-quiet" data-label="口径">
                {each.definition}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** In words: whether it rose, and whether that is for the better. */
function changeWords({ code, before, after, lessIsBetter }: ComparedFigure): string {
  if (before === null || after === null) return '无法比较';
  if (before === after) return '没有变化';
  const words = `${after < before ? '下降' : '上升'} ${figureWords(code, Math.abs(after - before))}`;
  if (lessIsBetter === null) return words;
  return `${words}，${after < before === lessIsBetter ? '变好' : '变差'}`;
}

const titleOf = (code: FigureCode) => definitionOf(code).title;

/** What stands in each township: figures, instruments, open cases, readiness. */
export function TownshipTable({ view }: { readonly view: Pilot }) {
  return (
    <div className="yc-card-room yc-scroll">
      <table className="yc-card-table">
        <caption className="ym-heard">各乡镇（街道）的前后对比和赋权情况</caption>
        <thead>
          <tr>
            <th scope="col">乡镇（街道）</th>
            <th scope="col">承接能力</th>
            <th scope="col">赋权书</th>
            <th scope="col" className="ym-figure">
              在办
            </th>
            {view.total.map(({ code, title }) => (
              <th key={code} scope="col" className="ym-figure">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.townships.map((each) => (
            <tr key={each.township}>
              <th scope="row">{each.name}</th>
              <td data-label="承接能力">
                <Link to={readinessPath(each.township)}>
                  {each.readiness === null ? '没有办法' : `${pointsWords(each.readiness)} 分`}
                </Link>
              </td>
              <td data-label="赋权书">
                {each.instruments.length === 0 && <span className="ym-quiet">没有</span>}
                {each.instruments.map(({ instrumentId, number, standing }) => (
                  <div key={instrumentId}>
                    <Link to={instrumentPath(instrumentId)}>{number}</Link>{' '}
                    {standingTitles[standing as keyof typeof standingTitles]}
                  </div>
                ))}
              </td>
              <td className="ym-figure" data-label="在办">
                {each.openCases}
              </td>
              {each.figures.map(({ code, before, after }) => (
                <td key={code} className="ym-figure" data-label={titleOf(code)}>
                  {figureWords(code, before)} → {figureWords(code, after)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
