import { useState } from 'react';
import type { CountyHome } from '../../../modules/overview/contract.ts';
import {
  type ColumnCode,
  columnCodes,
  columns,
  shadeOf,
  shownFigure,
  sorted,
  type TownshipFigures,
} from '../../../modules/overview/column-code.ts';
import { Link } from '@tanstack/react-router';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { Panel } from '../../../ui/page.tsx';
import '../../card-table.css';
import { readinessPath } from '../readiness/readiness-words.ts';

type Row = {
  readonly township: string;
  readonly name: string;
  readonly figures: TownshipFigures;
};

/** The same figures twice: coloured tiles to see where, a table to read, sorted by what one wants to know. */
export function Townships({ townships }: { readonly townships: CountyHome['townships'] }) {
  const rows = townships as readonly Row[];
  const [by, setBy] = useState<ColumnCode | 'name'>('name');
  const [isDescending, setIsDescending] = useState(true);
  const shown = by === 'name' ? 'days' : by;
  const sortBy = (code: ColumnCode | 'name') => {
    setIsDescending(code === by ? !isDescending : true);
    setBy(code);
  };
  return (
    <Panel title="各乡镇（街道）">
      <CodeSelect
        id="indicator"
        label="看哪一项"
        required
        value={shown}
        onChange={(code) => setBy((code ?? 'days') as ColumnCode)}
        options={columnCodes.map((code) => ({ value: code, label: columns[code].title }))}
      />
      <p className="ym-quiet">
        {columns[shown].title}：{columns[shown].definition}。示意图不按实际位置，颜色越深数字越大。
      </p>
      <Tiles rows={rows} code={shown} />
      <div className="yc-card-room yc-scroll">
        <table className="yc-card-table yo-table">
          <caption className="ym-heard">各乡镇（街道）的各项数字，可以按任何一列排序</caption>
          <thead>
            <tr>
              <SortHead code="name" title="乡镇（街道）" {...{ by, isDescending, sortBy }} />
              {columnCodes.map((code) => (
                <SortHead
                  key={code}
                  code={code}
                  title={columns[code].title}
                  {...{ by, isDescending, sortBy }}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted(rows, by, isDescending).map(({ township, name, figures }) => (
              <tr key={township}>
                <th scope="row">{name}</th>
                {columnCodes.map((code) => (
                  <td
                    key={code}
                    className="ym-figure"
                    data-label={columns[code].title}
                    data-late={isBad(code, figures[code])}
                  >
                    {code === 'readiness' ? (
                      <Link to={readinessPath(township)}>{shownFigure(code, figures[code])}</Link>
                    ) : (
                      shownFigure(code, figures[code])
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

const isBad = (code: ColumnCode, figure: number | null) => code === 'late' && (figure ?? 0) > 0;

function Tiles({ rows, code }: { readonly rows: readonly Row[]; readonly code: ColumnCode }) {
  const all = rows.map(({ figures }) => figures[code]);
  return (
    <ul className="yo-tiles" aria-label={`各乡镇（街道）的${columns[code].title}`}>
      {rows.map(({ township, name, figures }) => (
        <li key={township} data-shade={shadeOf(figures[code], all)}>
          <span>{name}</span>
          <strong>{shownFigure(code, figures[code])}</strong>
        </li>
      ))}
    </ul>
  );
}

type SortHeadProps = {
  readonly code: ColumnCode | 'name';
  readonly title: string;
  readonly by: ColumnCode | 'name';
  readonly isDescending: boolean;
  readonly sortBy: (code: ColumnCode | 'name') => void;
};

function SortHead({ code, title, by, isDescending, sortBy }: SortHeadProps) {
  const isSorted = code === by && code !== 'name';
  const order = isDescending ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      aria-sort={isSorted ? order : 'none'}
      className={code === 'name' ? '' : 'ym-figure'}
    >
      <button type="button" className="yo-sort" onClick={() => sortBy(code)}>
        {title}
        {isSorted && (isDescending ? ' ↓' : ' ↑')}
      </button>
    </th>
  );
}
