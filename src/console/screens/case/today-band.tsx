import { Link } from '@tanstack/react-router';
import { formatShortDate, localDate } from '../../../kernel/local-date.ts';
import type { TodayLine } from '../../../modules/case/contract.ts';
import { caseListPath, casePath, familyWords, routeTitles, schemeWords } from './case-words.ts';

type TodayBandProps = {
  readonly band: string;
  readonly title: string;
  readonly lines: readonly TodayLine[];
  readonly total: number;
  readonly empty: string;
  /** The county's home names the township of each case. */
  readonly isCounty: boolean;
};

/** One band of the home page; every line is a link to its case. */
export function TodayBand({ band, title, lines, total, empty, isCounty }: TodayBandProps) {
  return (
    <section className="yc-band" data-band={band} aria-label={title}>
      <h2>
        {title}
        <span className="yc-band-count"> {total} 件</span>
      </h2>
      {lines.length === 0 && <p className="ym-quiet">{empty}</p>}
      <ul>
        {lines.map((line) => (
          <li key={line.caseId}>
            <TodayRow line={line} place={placeOf(line, isCounty)} isMine={band !== 'waiting'} />
          </li>
        ))}
      </ul>
      {total > lines.length && lines.length > 0 && (
        <p className="ym-quiet">
          只列出期限最近的 {lines.length} 件，其余请到<Link to={caseListPath}>办件查询</Link>查看。
        </p>
      )}
    </section>
  );
}

type TodayRowProps = { readonly line: TodayLine; readonly place: string; readonly isMine: boolean };

function TodayRow({ line, place, isMine }: TodayRowProps) {
  return (
    <Link to={casePath(line.caseId)} id={`today-${line.caseId}`} className="yc-today">
      <span className="yc-today-who">
        <strong>{familyWords(line)}</strong>
        <span className="ym-quiet"> {place}</span>
      </span>
      <span className="yc-today-what ym-quiet">
        {schemeWords(line)} · {routeTitles[line.route]}
        {line.kin && ' · 近亲属备案'}
      </span>
      <span className="yc-today-act">
        {line.stageTitle && <span className="yc-today-stage">{line.stageTitle}</span>}
        {isMine ? line.act : line.waitsFor}
      </span>
      <span className="yc-today-due ym-clock" data-state={stateOf(line)}>
        {dueWords(line)}
      </span>
    </Link>
  );
}

function placeOf({ townshipName, villageName }: TodayLine, isCounty: boolean): string {
  return isCounty && townshipName !== villageName ? `${townshipName} ${villageName}` : villageName;
}

function stateOf({ left }: TodayLine): string {
  if (left === null) return 'paused';
  if (left < 0) return 'overdue';
  return left <= 3 ? 'short' : 'calm';
}

function dueWords({ deadline, left }: TodayLine): string {
  if (deadline === '' || left === null) return '没有法定期限';
  const on = formatShortDate(localDate(deadline));
  if (left < 0) return `${on} · 已超期 ${-left} 个工作日`;
  return left === 0 ? `${on} · 今天到期` : `${on} · 还剩 ${left} 个工作日`;
}
