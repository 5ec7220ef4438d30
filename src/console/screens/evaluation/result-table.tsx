import '../../card-table.css';
import type { EvaluationShown } from '../../../modules/evaluation/contract.ts';
import { pointsWords } from '../../../modules/readiness/index.ts';

/** Every indicator with its points and what they rest on. */
export function ResultTable({ lines }: { readonly lines: EvaluationShown['measured'] }) {
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
              <th scope="row">{title}</th>
              <td className="ym-figure" data-label="得分">
                {points === null ? '不计入' : pointsWords(points)}
              </td>
              <td className="ym-figure" data-label="分值">
                {weight}
              </td>
              <td data-label="依据">{because}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
