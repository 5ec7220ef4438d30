import type { ReactNode } from 'react';

/** One line of a calculation sheet. */
export type TraceLine = {
  readonly key: string;
  /** 0 = result, 1 = what it is made of … */
  readonly depth: number;
  readonly label: string;
  /** Ready for people: `1,286.00`; a condition has words instead: 符合. */
  readonly figure?: string;
  readonly unit?: string;
  /** Where the figure came from: 申报 · 核对报告 11-20. */
  readonly source?: string;
  readonly article?: string;
  readonly verdict?: 'met' | 'not-met' | 'undecided';
};

type TraceProps = {
  readonly title: string;
  readonly lines: readonly TraceLine[];
  /** Opens the evidence behind a figure; lines without evidence answer null. */
  readonly evidenceOf?: (line: TraceLine) => (() => void) | null;
};

const verdictWords = { met: '成立', 'not-met': '不成立', undecided: '尚不能判断' };

/**
 * The calculation as an indented sheet: line, figure on the right with its unit, where it came
 * from, article.
 */
export function Trace({ title, lines, evidenceOf }: TraceProps) {
  return (
    <div className="ym-trace-room">
      <table className="ym-trace">
        <caption className="ym-heard">{title}</caption>
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col" className="ym-trace-figure">
              数额
            </th>
            <th scope="col">来源</th>
            <th scope="col">依据</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key} data-depth={Math.min(line.depth, 5)}>
              <th scope="row" className="ym-trace-label">
                {line.label}
              </th>
              <td className="ym-trace-figure">
                <Figure line={line} onOpen={evidenceOf?.(line) ?? null} />
              </td>
              <td className="ym-trace-source">{line.source}</td>
              <td className="ym-trace-article">{line.article}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Figure({ line, onOpen }: { line: TraceLine; onOpen: (() => void) | null }): ReactNode {
  const figure = line.figure ?? (line.verdict ? verdictWords[line.verdict] : '');
  const words = (
    <>
      <span data-verdict={line.verdict}>{figure}</span>
      {line.unit && <span className="ym-unit"> {line.unit}</span>}
    </>
  );
  if (!onOpen) return words;
  return (
    <button
      type="button"
      className="ym-link"
      onClick={onOpen}
      aria-label={`${line.label} ${figure} ${line.unit ?? ''}，看凭据`}
    >
      {words}
    </button>
  );
}
