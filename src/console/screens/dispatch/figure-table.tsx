import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DispatchRow, DispatchView } from '../../../modules/dispatch/contract.ts';
import {
  type FigureCode,
  figureCodes,
  figureHeading,
  figures,
  groupTitles,
  shownFigure,
} from '../../../modules/dispatch/figure.ts';
import { SCHEME_SHORT, schemes } from '../../../rules/scheme.ts';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { optionsFrom } from '../review/act-spec.ts';
import '../../card-table.css';
import type { Chosen, SchemeAsked } from './chosen.ts';
import { figurePath } from './dispatch-path.ts';

type FigureTableProps = Chosen & { readonly view: DispatchView };

/** The fixed figures by township, or by village of one; every figure opens what it is made of. */
export function FigureTable({ view, ...chosen }: FigureTableProps) {
  const [group, setGroup] = useState<keyof typeof groupTitles>('handling');
  const codes = figureCodes.filter((code) => figures[code].group === group && code !== 'days');
  const shown = { codes, derived: derivedIn(group), view, scheme: chosen.scheme };
  return (
    <>
      <div className="ym-form yd-choose">
        <CodeSelect
          id="group"
          label="看哪一组"
          required
          value={group}
          onChange={(value) => setGroup((value ?? 'handling') as typeof group)}
          options={optionsFrom(groupTitles)}
        />
        <SchemeSelect {...chosen} />
      </div>
      {chosen.township !== '' && (
        <p>
          <button type="button" className="yd-plain" onClick={() => chosen.setTownship('')}>
            ← 回到各乡镇（街道）
          </button>
        </p>
      )}
      <div className="yc-card-room yc-scroll" tabIndex={0} role="region" aria-label="各地数字">
        <table className="yc-card-table">
          <caption className="ym-heard">各地{groupTitles[group]}数字，可以打开明细</caption>
          <thead>
            <tr>
              <th scope="col">{chosen.township === '' ? '乡镇（街道）' : '村（社区）'}</th>
              {codes.map((code) => (
                <th key={code} scope="col" className="ym-figure">
                  {figureHeading(code)}
                </th>
              ))}
              {shown.derived && (
                <th scope="col" className="ym-figure">
                  {shown.derived.title}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            <Line row={{ ...view.total, name: '全县合计' }} {...shown} />
            {view.rows.map((row) => (
              <Line
                key={row.place}
                row={row}
                {...shown}
                {...(chosen.township === '' && { onOpen: () => chosen.setTownship(row.place) })}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Definitions view={view} codes={codes} />
    </>
  );
}

type Derived = { readonly title: string; readonly wordsOf: (row: DispatchRow) => string };

/** What is divided from the sums of a line: nobody adds up an average. */
function derivedIn(group: keyof typeof groupTitles): Derived | null {
  if (group === 'handling') {
    return {
      title: '平均用时（天）',
      wordsOf: ({ averageDays }) => (averageDays === null ? '—' : (averageDays / 10).toFixed(1)),
    };
  }
  if (group !== 'register') return null;
  return {
    title: '人均补助（元）',
    wordsOf: ({ sums: { payable = 0, persons = 0 } }) =>
      persons === 0 ? '—' : (payable / persons / 100).toFixed(2),
  };
}

export function SchemeSelect({ scheme, setScheme }: Pick<Chosen, 'scheme' | 'setScheme'>) {
  return (
    <CodeSelect
      id="scheme"
      label="救助类别"
      required
      value={scheme === '' ? 'all' : scheme}
      onChange={(value) => setScheme(value === 'all' ? '' : ((value ?? '') as SchemeAsked))}
      options={[
        { value: 'all', label: '全部' },
        ...schemes.map((value) => ({ value, label: SCHEME_SHORT[value] })),
      ]}
    />
  );
}

type LineProps = {
  readonly row: DispatchRow;
  readonly codes: readonly FigureCode[];
  readonly derived: Derived | null;
  readonly view: DispatchView;
  readonly scheme: string;
  readonly onOpen?: () => void;
};

function Line({ row, codes, derived, view, scheme, onOpen }: LineProps) {
  const { place, name, sums } = row;
  const words = derived?.wordsOf(row) ?? '';
  return (
    <tr>
      <th scope="row">
        {onOpen ? (
          <button type="button" className="yd-plain" onClick={onOpen}>
            {name}
          </button>
        ) : (
          name
        )}
      </th>
      {codes.map((code) => (
        <td
          key={code}
          className="ym-figure"
          data-label={figureHeading(code)}
          data-none={!sums[code]}
        >
          {sums[code] === 0 ? (
            '0'
          ) : (
            <Link to={figurePath(view.dispatchId, { code, place, scheme })}>
              {shownFigure(code, sums[code] ?? 0)}
            </Link>
          )}
        </td>
      ))}
      {derived && (
        <td className="ym-figure" data-label={derived.title} data-none={words === '—'}>
          {words}
        </td>
      )}
    </tr>
  );
}

function Definitions({ view, codes }: Pick<LineProps, 'view' | 'codes'>) {
  return (
    <details className="yc-quiet-act">
      <summary>这些数字是怎么算的</summary>
      <dl className="yd-definitions">
        {view.definitions
          .filter(({ code }) => codes.includes(code) || code === 'days')
          .map(({ code, title, definition, article }) => (
            <div key={code}>
              <dt>{title}</dt>
              <dd>
                {definition}。<span className="ym-quiet">{article}</span>
              </dd>
            </div>
          ))}
      </dl>
    </details>
  );
}
