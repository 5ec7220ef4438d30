import type { Citation } from '../../kernel/citation.ts';
import { doubtWords } from './doubt-words.ts';

type LawFoldProps = {
  readonly citation: Citation;
  /** The article's gist in our own words (from law/). */
  readonly gist?: string;
  readonly isOpen?: boolean;
};

/** 依据: the instrument and article, its gist, and the doubt where the text leaves one. */
export function LawFold({ citation, gist, isOpen = false }: LawFoldProps) {
  return (
    <details className="ym-law" open={isOpen}>
      <summary>依据：{citation.source}</summary>
      {gist && <p>{gist}</p>}
      {citation.doubt && <p className="ym-law-doubt">理解上的疑点：{doubtWords(citation.doubt)}</p>}
    </details>
  );
}
