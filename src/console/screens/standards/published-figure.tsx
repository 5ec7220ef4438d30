import { NOT_USED } from '../../../rules/language/figure-text.ts';
import { doubtWords } from '../../../ui/reading/doubt-words.ts';
import type { LocalityParameter, PublishedValue } from '../../../modules/standards/contract.ts';
import { documentWords, inForce, period, RESIDENCE } from './shown-parameter.ts';

type Blocking = readonly string[] | null;

/** What holds of a parameter, each value with where it comes from; what is missing says what it keeps from. */
export function PublishedFigures({
  parameter,
  blocks,
}: {
  readonly parameter: LocalityParameter | null;
  readonly blocks: Blocking;
}) {
  const values = parameter ? inForce(parameter) : [];
  if (values.length === 0) {
    return (
      <p className="yc-figure">
        {blocks ? (
          <strong className="yc-missing">没有规定：不能核算{blocks.join('、')}</strong>
        ) : (
          <span className="ym-quiet">没有规定，现行规则用不到</span>
        )}
      </p>
    );
  }
  return (
    <>
      {values.map((value) => (
        <PublishedFigure key={`${value.residence} ${value.effective}`} value={value} />
      ))}
    </>
  );
}

function PublishedFigure({ value }: { readonly value: PublishedValue }) {
  const { residence, figure, doubt, standIn, source } = value;
  const isNotUsed = figure.text === NOT_USED;
  return (
    <div className="yc-figure">
      <p className="yc-figure-value">
        {residence && <span className="ym-quiet">{RESIDENCE[residence]} </span>}
        {isNotUsed ? (
          <span className="ym-quiet">{figure.text}</span>
        ) : (
          <strong>{figure.text}</strong>
        )}
        {standIn && <span className="yc-stand-in">暂用</span>}
      </p>
      {figure.table && <FigureTable table={figure.table} />}
      <p className="ym-quiet yc-figure-source">
        {value.placeName} · {period(value)} · {value.known} 公布 · {documentWords(value)}
      </p>
      {!value.documentTitle.includes(source) && (
        <p className="ym-quiet yc-figure-source">依据：{source}</p>
      )}
      {doubt && <p className="yc-doubt">疑点：{doubtWords(doubt)}</p>}
    </div>
  );
}

type Table = NonNullable<PublishedValue['figure']['table']>;

/** Rows of a rule or a table as they are written, formulas in Chinese. */
export function FigureTable({ table }: { readonly table: Table }) {
  return (
    <div className="yc-card-room">
      <table className="yc-card-table yc-figure-table">
        <thead>
          <tr>
            {table.head.map((each) => (
              <th key={each} scope="col">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([first = '', ...cells]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {cells.map((cell, index) => (
                <td key={table.head[index + 1]} data-label={table.head[index + 1]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
