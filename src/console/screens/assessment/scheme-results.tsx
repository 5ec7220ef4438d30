import { type ReactNode, useState } from 'react';
import {
  headline,
  personLines,
  type SchemeLine,
  schemeLines,
  specialNotes,
} from '../../../modules/assessment/scheme-line.ts';
import type { Assessment } from '../../../rules/assessment.ts';
import type { Overview } from '../../../rules/overview.ts';
import { SCHEME, type Scheme } from '../../../rules/scheme.ts';
import '../../card-table.css';

type SchemeResultsProps = {
  readonly overview: Overview;
  /** The chosen scheme is the page's where the server must know it. */
  readonly chosen?: Scheme;
  /** Whose calculation is open at first. */
  readonly initial?: Scheme;
  readonly onChoose?: (scheme: Scheme) => void;
  /** How one scheme's calculation is shown. */
  readonly sheet: (result: Assessment) => ReactNode;
};

/** All schemes of one application, each in a line; below, the calculation of the one that is chosen. */
export function SchemeResults({
  overview,
  chosen,
  initial = 'dibao',
  onChoose,
  sheet,
}: SchemeResultsProps) {
  const [own, setOwn] = useState<Scheme>(initial);
  const open = chosen ?? own;
  const choose = onChoose ?? setOwn;
  const lines = schemeLines(overview);
  const notes = [...overview.notes, ...specialNotes(overview)];
  const result = overview.results[open];
  return (
    <>
      <p className="ym-result">
        <strong>{headline(overview)}</strong>
      </p>
      <SchemeTable lines={lines} open={open} onOpen={choose} />
      {notes.length > 0 && (
        <ul className="yc-points" aria-label="互斥和特别情形">
          {notes.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      <Persons overview={overview} />
      <section aria-label={`${SCHEME[open]}的核算`}>
        <h3>{SCHEME[open]}</h3>
        {result.ok ? (
          sheet(result.assessment)
        ) : (
          <p className="yc-not-mine">{result.refusal.message}</p>
        )}
      </section>
    </>
  );
}

type SchemeTableProps = {
  readonly lines: readonly SchemeLine[];
  readonly open: Scheme;
  readonly onOpen: (scheme: Scheme) => void;
};

function SchemeTable({ lines, open, onOpen }: SchemeTableProps) {
  return (
    <div className="yc-card-room">
      <table className="yc-card-table">
        <caption className="ym-heard">各类救助的结论；按名称看核算步骤</caption>
        <thead>
          <tr>
            <th scope="col">救助类别</th>
            <th scope="col">结论</th>
            <th scope="col">金额</th>
            <th scope="col">原因</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ scheme, title, verdict, word, figure, why }) => (
            <tr key={scheme} data-open={scheme === open ? '' : undefined}>
              <th scope="row">
                <button
                  type="button"
                  className="ym-link"
                  aria-pressed={scheme === open}
                  onClick={() => onOpen(scheme)}
                >
                  {title}
                </button>
              </th>
              <td data-label="结论">
                <strong data-verdict={verdict}>{word}</strong>
              </td>
              <td data-label="金额" className="ym-figure">
                {figure}
              </td>
              <td data-label="原因">{why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Persons({ overview }: { overview: Overview }) {
  const persons = personLines(overview);
  if (persons.length === 0) return null;
  return (
    <section aria-label="按人认定">
      <h3>按人认定</h3>
      <div className="yc-card-room">
        <table className="yc-card-table yc-persons">
          <thead>
            <tr>
              <th scope="col">姓名</th>
              <th scope="col">类别</th>
              <th scope="col">结论</th>
              <th scope="col">金额</th>
              <th scope="col">说明</th>
            </tr>
          </thead>
          <tbody>
            {persons.map(({ key, name, scheme, word, figure, text }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td data-label="类别">{scheme}</td>
                <td data-label="结论">{word}</td>
                <td data-label="金额" className="ym-figure">
                  {figure}
                </td>
                <td data-label="说明">{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
