import type { LocalityParameter } from '../../../modules/standards/contract.ts';
import { FigureTable } from './published-figure.tsx';
import { documentWords, period, RESIDENCE } from './shown-parameter.ts';

/** Every value there ever was, newest first; those in force on the day are marked in words. */
export function ParameterHistory({
  parameter,
  on,
}: {
  readonly parameter: LocalityParameter;
  readonly on: string;
}) {
  const rows = parameter.timeline
    .map((value, index) => ({ value, index }))
    .toSorted(({ value: a }, { value: b }) => b.effective.localeCompare(a.effective));
  return (
    <ol className="yc-history" aria-label={`${parameter.title}历年规定`}>
      {rows.map(({ value, index }) => (
        <li key={index} data-now={parameter.inForce.includes(index) ? '' : undefined}>
          <span className="yc-history-when">
            {period(value)}
            {parameter.inForce.includes(index) && <strong> 现行</strong>}
            {value.effective > on && <strong> 尚未施行</strong>}
          </span>
          <span>
            {value.residence && <span className="ym-quiet">{RESIDENCE[value.residence]} </span>}
            {value.figure.text}
            {value.standIn && <span className="yc-stand-in">暂用</span>}
            {value.figure.table && <FigureTable table={value.figure.table} />}
            <span className="ym-quiet yc-figure-source">
              {value.placeName} · {value.known} 公布 · {documentWords(value)}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
