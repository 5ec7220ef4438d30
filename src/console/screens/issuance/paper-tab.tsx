import type { ListedPaper } from '../../../modules/issuance/index.ts';
import { PaperLink } from '../../../ui/reading/paper-link.tsx';

/** Every paper there is by now: printed, in large type, or as a letter to be edited. */
export function PaperTab({ papers }: { papers: readonly ListedPaper[] }) {
  if (papers.length === 0) return <p className="ym-empty">还没有可以打印的文书。</p>;
  return (
    <ul className="yc-points">
      {papers.map(({ title, url, hasLarge, letter }) => (
        <li key={url}>
          <span className="ym-row">
            <PaperLink url={url} words={title} hasLarge={hasLarge} />
            {letter && (
              <a href={letter} download>
                附函（可编辑）
              </a>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
