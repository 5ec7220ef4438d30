import { pointsWords } from '../../../modules/readiness/index.ts';
import '../../card-table.css';
import type { ReadinessLine } from '../../../modules/readiness/contract.ts';

/** Every indicator with its points, what they rest on and its source. */
export function ScoreTable({ lines }: { readonly lines: readonly ReadinessLine[] }) {
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
            <th scope="col">来源</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ indicator, title, points, weight, because, article }) => (
            <tr key={indicator}>
              <th scope="row">{title}</th>
              <td className="ym-figure" data-label="得分">
                {points === null ? '不计入' : pointsWords(points)}
              </td>
              <td className="ym-figure" data-label="分值">
                {weight}
              </td>
              <td data-label="依据">{because}</td>
              <td className="ym-quiet" data-label="来源">
                {article}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
