import '../../card-table.css';
import { Link } from '@tanstack/react-router';
import type { EvaluationShown } from '../../../modules/evaluation/contract.ts';
import { isMeasured } from '../../../modules/evaluation/measured-code.ts';
import { pointsWords } from '../../../modules/readiness/index.ts';

/** Every indicator with its points and what they rest on. */
export function ResultTable({
  lines,
  at,
}: {
  readonly lines: EvaluationShown['measured'];
  /** The address of the evaluation, below which the list behind a figure lies. */
  readonly at: string;
}) {
  return (
    <div className="yc-card-room">
      <table className="yc-card-table">
        <caption className="ym-heard">各项指标的得分和依据</caption>
        <thead>
          <tr>
            <th scope="col">指标</th>
            <th scope="col" className="ym-figure">
              得分
            </th>
            <th scope="col" className="ym-figure">
              分值
            </th>
            <th scope="col">依据</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ code, title, points, weight, because }) => (
            <tr key={code}>
              <th scope="row">
                {isMeasured(code) ? (
                  <Link to={`${at}/indicator?code=${code}` as string}>{title}</Link>
                ) : (
                  title
                )}
              </th>
              <td className="ym-figure" data-label="得分">
                {points === null ? '不计入' : `${pointsWords(points)} 分`}
              </td>
              <td className="ym-figure" data-label="分值">
                {weight} 分
              </td>
              <td data-label="依据">{because}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
