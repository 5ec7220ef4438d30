import { cite, findArticle, type RuleId } from '../../../law/index.ts';

/** Who sets standards, and that a county counts what they cost. */
const BASIS: readonly RuleId[] = ['SL-19', 'ZX-10', 'DL-07'];

/** A preview decides nothing; who does, by which article. */
export function PreviewBasis() {
  return (
    <div className="yc-plain yc-basis">
      <p>
        <strong>测算只供研究，不作任何决定：</strong>
        不改变标准，不改变任何一家的待遇，也不能作为增发、停发的依据。标准由省或者设区的市确定并公布；一家的待遇要变，按规定的程序复核、确认。
      </p>
      <details className="ym-law">
        <summary>依据</summary>
        {BASIS.map((rule) => (
          <p key={rule}>
            {cite(rule).source}：{findArticle(rule).gist}
          </p>
        ))}
      </details>
    </div>
  );
}
