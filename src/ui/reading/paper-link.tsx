type PaperLinkProps = {
  /** Address of the paper (PDF) on this server. */
  readonly url: string;
  readonly words: string;
  /** Families may have the same paper in large type. */
  readonly hasLarge?: boolean;
};

/** Opens a paper in a window of its own, where Ctrl+P prints it; beside it the one in large type. */
export function PaperLink({ url, words, hasLarge = false }: PaperLinkProps) {
  return (
    <>
      <a href={url} target="_blank" rel="noreferrer">
        {words}
      </a>
      {hasLarge && (
        <a href={largeOf(url)} target="_blank" rel="noreferrer">
          大字版<span className="ym-heard">：{words}</span>
        </a>
      )}
    </>
  );
}

export function largeOf(url: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}type=large`;
}
