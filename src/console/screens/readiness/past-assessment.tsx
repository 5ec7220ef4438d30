import { findingTitles } from '../../../modules/readiness/indicator.ts';
import { viewUrl } from '../investigation/signed-file.ts';
import { type ReadinessShown, scoreWords } from './readiness-words.ts';
import { ScoreTable } from './score-table.tsx';

type Past = ReadinessShown['history'][number];

type PastProps = {
  readonly past: Past;
  /** The papers lie with the county; the township reads what they are. */
  readonly mayOpen: boolean;
};

/** What was found on one day, with the whole score as it was frozen then. */
export function PastAssessment({ past, mayOpen }: PastProps) {
  const { on, assessors, by, opinion, score, items, lines } = past;
  return (
    <details className="yc-quiet-act">
      <summary>
        {on}：{scoreWords(score)}
      </summary>
      <div className="yc-quiet-form">
        <p>
          评估人员：{assessors.join('、')}（{by}登记）。意见：{opinion}
        </p>
        <ul>
          {items.map(({ item, title, found, note, files }) => (
            <li key={item}>
              {title}：{findingTitles[found]}
              {note && `，${note}`}
              {files.map(({ hash, name: file }) => (
                <span key={hash} className="ym-quiet">
                  {'；佐证：'}
                  {mayOpen ? (
                    <a href={viewUrl({ id: hash })} target="_blank" rel="noreferrer">
                      {file}
                    </a>
                  ) : (
                    file
                  )}
                </span>
              ))}
            </li>
          ))}
        </ul>
        <ScoreTable lines={lines} />
      </div>
    </details>
  );
}
