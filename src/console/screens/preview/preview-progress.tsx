import { countWords, isUnderWay, type PreviewViewed } from './preview-words.ts';

/** How far a run has come, and whether what is shown is all of it. */
export function PreviewProgress({ view }: { readonly view: PreviewViewed }) {
  const { state, done, total, fault } = view;
  if (state === 'done') {
    return total === 0 ? (
      <p className="ym-empty">县里还没有作出决定的家庭，没有可以测算的。有了决定以后再测算。</p>
    ) : null;
  }
  if (isUnderWay(view)) {
    return (
      <section className="ym-panel yc-progress" aria-label="测算进度">
        <p role="status">
          {state === 'waiting' ? '等待开始' : '正在测算'}：已算 {countWords(done)}，共{' '}
          {countWords(total)}。可以离开本页，测算在服务器上继续，回来接着看。
        </p>
        <progress aria-label="测算进度" value={done} max={Math.max(total, 1)} />
        {done > 0 && <p className="ym-quiet">以下是已经算完的部分，还不是全部。</p>}
      </section>
    );
  }
  return (
    <section className="yc-plain" role="status">
      {state === 'failed' ? fault : '测算已经停止。'}
      {done > 0
        ? `只算了 ${countWords(done)}，共 ${countWords(total)}；以下不是全部，不能当作全县的结果。`
        : '还没有算出任何一户。'}
    </section>
  );
}
