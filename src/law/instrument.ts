/** One article as `law/` tells it: our own words, never the official text. */
export type Article = {
  /** As officials write it: 第二十一条, 第四部分(一). */
  readonly label: string;
  readonly gist: string;
  /** Rules that rest on this article first of all. */
  readonly rules: readonly string[];
  /** Rules this article also speaks to. */
  readonly supports: readonly string[];
  /** Set when the article has an address of its own. */
  readonly link?: string;
};

/** One file of `law/`. */
export type Instrument = {
  readonly key: string;
  readonly title: string;
  /** How a citation names it, with its marks: 《社会救助法》. */
  readonly cite: string;
  readonly number: string;
  readonly issuer: string;
  readonly passed?: string;
  readonly inForce?: string;
  readonly repealed?: string;
  readonly status: string;
  /** False for repealed texts, analogies, local practice and our own recommendations. */
  readonly binding: boolean;
  readonly link?: string;
  readonly articles: readonly Article[];
};

/** What the generator knows of a rule: how to cite it and where its first article is. */
export type RuleEntry = {
  readonly source: string;
  readonly doubt?: string;
  /** Key of the instrument and label of the article. */
  readonly at: readonly [instrument: string, article: string];
};
