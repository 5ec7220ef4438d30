import type { Article, Instrument } from '../../src/law/instrument.ts';

/** An article with what only the generator needs: the invariants' `rests on` and the doubts, by rule ID. */
export type ArticleText = Article & {
  readonly restsOn: readonly string[];
  readonly doubts: Readonly<Record<string, string>>;
};
export type InstrumentText = Omit<Instrument, 'articles'> & {
  readonly articles: readonly ArticleText[];
};

const required = ['title', 'key', 'cite', 'number', 'issuer', 'status'] as const;
const optional = { passed: 'passed', 'in-force': 'inForce', repealed: 'repealed', link: 'link' };

/** Reads one file of `law/`. Throws with file and heading on anything it does not understand. */
export function readInstrument(file: string, text: string): InstrumentText {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
  if (!match) throw new Error(`${file}: no front matter`);
  const front = frontMatter(file, match[1] ?? '');
  const [, ...sections] = (match[2] ?? '').split(/^## /m);
  const articles = sections.map((section) => readArticle(file, section));
  const labels = articles.map((article) => article.label);
  const twice = labels.find((label, index) => labels.indexOf(label) !== index);
  if (twice) throw new Error(`${file}: ${twice} twice`);
  return { ...front, articles };
}

function frontMatter(file: string, text: string): Omit<Instrument, 'articles'> {
  const entries = new Map(
    text.split('\n').map((line) => {
      const [name = '', ...rest] = line.split(': ');
      return [name, rest.join(': ').trim()] as const;
    }),
  );
  const known = [...required, ...Object.keys(optional), 'binding'];
  for (const name of entries.keys()) {
    if (!known.includes(name)) throw new Error(`${file}: front matter knows no ${name}`);
  }
  const need = (name: string): string => {
    const value = entries.get(name);
    if (!value) throw new Error(`${file}: front matter lacks ${name}`);
    return value;
  };
  const extra = Object.entries(optional).flatMap(([name, property]) => {
    const value = entries.get(name);
    if (value === undefined) return [];
    if (name !== 'link' && !/^\d{4}-\d{2}-\d{2}$/.test(value)) {
      throw new Error(`${file}: ${name} is no date: ${value}`);
    }
    return [[property, value]];
  });
  return {
    key: need('key'),
    title: need('title'),
    cite: need('cite'),
    number: need('number'),
    issuer: need('issuer'),
    status: need('status'),
    binding: entries.get('binding') !== 'no',
    ...Object.fromEntries(extra),
  };
}

function readArticle(file: string, section: string): ArticleText {
  const [label = '', ...lines] = section.split('\n').map((line) => line.trim());
  const where = `${file} ${label}`;
  const gist: string[] = [];
  const lists: Record<string, readonly string[]> = {};
  const doubts: Record<string, string> = {};
  const links: string[] = [];
  for (const line of lines.filter((each) => each !== '')) {
    const directive = /^(rules|supports|rests on|link|doubt [^:]*): (.+)$/.exec(line);
    if (!directive) gist.push(line);
    else addDirective(where, directive[1] ?? '', directive[2] ?? '', { lists, doubts, links });
  }
  const { rules = [], supports = [], 'rests on': restsOn = [] } = lists;
  if (gist.length === 0) throw new Error(`${where}: no gist`);
  if (rules.length + supports.length === 0) throw new Error(`${where}: carries no rule`);
  const link = links[0];
  return {
    label,
    gist: gist.join(''),
    rules,
    supports,
    ...(link === undefined ? {} : { link }),
    restsOn,
    doubts,
  };
}

type Collected = {
  readonly lists: Record<string, readonly string[]>;
  readonly doubts: Record<string, string>;
  readonly links: string[];
};

function addDirective(where: string, name: string, value: string, into: Collected): void {
  if (name === 'link') into.links.push(value);
  else if (name.startsWith('doubt ')) {
    // "doubt DB-13g(D-03): …" — the number in brackets is the doubt's own, for people who follow it up.
    const rule = /^doubt ([A-Z]+-\d+[a-z]?)(?:\((D-\d{2})\))?$/.exec(name);
    if (!rule?.[1]) throw new Error(`${where}: doubt of which rule? ${name}`);
    into.doubts[rule[1]] = rule[2] ? `${value}(疑点 ${rule[2]})` : value;
  } else {
    if (into.lists[name]) throw new Error(`${where}: ${name} twice`);
    into.lists[name] = value.split(',').map((id) => ruleId(where, id.trim()));
  }
}

function ruleId(where: string, text: string): string {
  if (!/^([A-Z]{2}-\d{2}[a-z]?|I-\d{1,2})$/.test(text))
    throw new Error(`${where}: no rule ID: ${text}`);
  return text;
}
