import { doubtWords } from '../../../ui/reading/doubt-words.ts';
import { findArticle, isRuleId } from '../../../law/index.ts';
import { Clock } from '../../../ui/act/clock.tsx';
import { type CaseViewed, clockOf, rolesWords, type StageViewed } from './case-view.ts';

type LawTabProps = { readonly view: CaseViewed; readonly stage: StageViewed | null };

/** 依据: whose act the stage is, its clocks, and the articles it stands on in our own words. */
export function LawTab({ view, stage }: LawTabProps) {
  if (!stage) return <p className="ym-empty">本办件已经办完，没有待办的环节。</p>;
  const clock = clockOf(stage.due, `完成${stage.title}`);
  const total = view.summary.status === 'open' ? clockOf(view.totalDue, '办结全案') : undefined;
  return (
    <div className="yc-law">
      <h2>{stage.title}</h2>
      <p>
        {stage.office === 'county' ? '县级' : '乡镇（街道）'}办理：{rolesWords(stage.roles)}
      </p>
      <ul className="yc-clocks" aria-label="期限">
        {clock && (
          <li>
            <Clock clock={clock} />
          </li>
        )}
        {total && (
          <li>
            <Clock clock={total} />
          </li>
        )}
        {!clock && !total && <li className="ym-quiet">这一环节没有单独的法定期限。</li>}
      </ul>
      <ul>
        {articlesOf(stage).map((article) => (
          <li key={article.rules[0]}>
            <ArticleFold {...article} />
          </li>
        ))}
      </ul>
    </div>
  );
}

type Article = ReturnType<typeof findArticle>;
type ArticleOfRules = { readonly article: Article; readonly rules: readonly string[] };

/** The articles behind a stage, each once with all rules that read it. */
function articlesOf({ rules }: StageViewed): readonly ArticleOfRules[] {
  const found = new Map<string, ArticleOfRules>();
  for (const rule of rules.filter(isRuleId)) {
    const article = findArticle(rule);
    const key = `${article.instrument} ${article.article}`;
    const known = found.get(key);
    found.set(key, {
      article: { ...article, ...known?.article, ...(article.doubt && { doubt: article.doubt }) },
      rules: [...(known?.rules ?? []), rule],
    });
  }
  return [...found.values()];
}

function ArticleFold({ article, rules }: ArticleOfRules) {
  const { instrument, number, article: place, gist, link, doubt } = article;
  return (
    <details className="ym-law" open>
      <summary>
        {instrument} {place}
      </summary>
      <p>{gist}</p>
      {doubt && <p className="ym-law-doubt">理解上的疑点：{doubtWords(doubt)}</p>}
      <p className="ym-quiet">
        {number !== '无' && `${number} · `}规则编号 {rules.join('、')}
        {link && (
          <>
            {' · '}
            <a href={link} target="_blank" rel="noreferrer">
              看原文
            </a>
          </>
        )}
      </p>
    </details>
  );
}
