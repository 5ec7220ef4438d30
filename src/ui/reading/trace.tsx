import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { childCounts, type Folding, foldKey, openLines, visibleLines } from './trace-fold.ts';

/** One line of a calculation sheet. */
export type TraceLine = {
  readonly key: string;
  /** 0 = result, 1 = what it is made of … */
  readonly depth: number;
  readonly label: string;
  /** Ready for people: `1,286.00`; a condition has words instead: 符合. */
  readonly figure?: string;
  readonly unit?: string;
  /** How the figure came about: `（740.00 − 418.33）× 3 人 = 965.00 元/月`. */
  readonly arithmetic?: string;
  /** Where the figure came from: 申报 · 核对报告 11-20. */
  readonly source?: string;
  readonly article?: string;
  readonly verdict?: 'met' | 'not-met' | 'undecided';
};

type TraceProps = {
  readonly title: string;
  readonly lines: readonly TraceLine[];
  /** How many levels below the results are open at first. */
  readonly openLevels?: number;
  /** Opens the evidence behind a figure; lines without evidence answer null. */
  readonly evidenceOf?: (line: TraceLine) => (() => void) | null;
};

const verdictWords = { met: '成立', 'not-met': '不成立', undecided: '尚不能判断' };
const DEEPEST = 99;

/**
 * The calculation as an indented sheet: line, figure on the right with its unit, how it was computed, where it
 * came from, article. Right and left open and close a line, up and down go from line to line.
 */
export function Trace({ title, lines, openLevels = 2, evidenceOf }: TraceProps) {
  const [folding, setFolding] = useState<Folding>({ levels: openLevels, turned: new Set() });
  const [at, setAt] = useState<string | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const counts = useMemo(() => childCounts(lines), [lines]);
  const open = openLines(lines, folding);
  const seen = visibleLines(lines, open);
  const here = seen.some(({ key }) => key === at) ? at : (seen[0]?.key ?? null);
  const turn = (key: string) => {
    const turned = new Set(folding.turned);
    if (!turned.delete(key)) turned.add(key);
    setFolding({ ...folding, turned });
  };
  const level = (levels: number) => setFolding({ levels, turned: new Set() });
  const press = (event: KeyboardEvent, key: string) => {
    if (event.target instanceof HTMLButtonElement || event.ctrlKey || event.altKey) return;
    const done = foldKey(lines, open, key, event.key);
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
    if ('turn' in done) return turn(done.turn);
    setAt(done.go);
    table.current?.querySelector<HTMLElement>(`[data-line="${done.go}"]`)?.focus();
  };
  return (
    <div className="ym-trace-room">
      <p className="ym-row ym-trace-acts">
        <button type="button" className="ym-link" onClick={() => level(DEEPEST)}>
          全部展开
        </button>
        <button type="button" className="ym-link" onClick={() => level(1)}>
          只看要点
        </button>
        <span className="ym-quiet ym-trace-keys">方向键 → 展开、← 收起、↑↓ 换行</span>
      </p>
      <table className="ym-trace" role="treegrid" aria-label={title} ref={table}>
        <thead>
          <tr role="row">
            <th role="columnheader" scope="col">
              项目和算式
            </th>
            <th role="columnheader" scope="col" className="ym-trace-figure">
              数额
            </th>
            <th role="columnheader" scope="col">
              来源和依据
            </th>
          </tr>
        </thead>
        <tbody>
          {seen.map((line) => (
            <TraceRow
              key={line.key}
              line={line}
              count={counts.get(line.key) ?? 0}
              isOpen={open.has(line.key)}
              isHere={line.key === here}
              onHere={() => setAt(line.key)}
              onPress={(event) => press(event, line.key)}
              onTurn={() => turn(line.key)}
              onEvidence={evidenceOf?.(line) ?? null}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type TraceRowProps = {
  readonly line: TraceLine;
  /** How many lines lie directly under it. */
  readonly count: number;
  readonly isOpen: boolean;
  readonly isHere: boolean;
  readonly onHere: () => void;
  readonly onPress: (event: KeyboardEvent) => void;
  readonly onTurn: () => void;
  readonly onEvidence: (() => void) | null;
};

function TraceRow(props: TraceRowProps) {
  const { line, count, isOpen } = props;
  return (
    <tr
      role="row"
      data-line={line.key}
      data-depth={Math.min(line.depth, 5)}
      aria-level={line.depth + 1}
      aria-expanded={count > 0 ? isOpen : undefined}
      tabIndex={props.isHere ? 0 : -1}
      onFocus={props.onHere}
      onKeyDown={props.onPress}
      onClick={() => count > 0 && props.onTurn()}
    >
      <LabelCell line={line} fold={foldWords(count, isOpen)} />
      <td role="gridcell" className="ym-trace-figure">
        <Figure line={line} onOpen={props.onEvidence} />
      </td>
      <td role="gridcell" className="ym-trace-source">
        {line.source && <span>{line.source}</span>}
        {line.article && <span>{line.article}</span>}
      </td>
    </tr>
  );
}

function foldWords(count: number, isOpen: boolean): string {
  if (count === 0) return '';
  return isOpen ? '收起' : `展开 ${count} 项`;
}

function LabelCell({ line, fold }: { line: TraceLine; fold: string }) {
  return (
    <th role="rowheader" scope="row" className="ym-trace-label">
      {line.label}
      {fold !== '' && (
        <span className="ym-trace-fold" aria-hidden="true">
          {fold}
        </span>
      )}
      {line.arithmetic && <span className="ym-trace-arithmetic">{line.arithmetic}</span>}
    </th>
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
      onClick={(event) => {
        event.stopPropagation();
        onOpen();
      }}
      aria-label={`${line.label} ${figure} ${line.unit ?? ''}，看凭据`}
    >
      {words}
    </button>
  );
}
