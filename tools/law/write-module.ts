import type { RuleEntry } from '../../src/law/instrument.ts';
import type { ArticleText, InstrumentText } from './read-instrument.ts';

type Place = { readonly instrument: InstrumentText; readonly article: ArticleText };

/** The text of `src/law/generated.ts`. Throws when a rule has two first articles or none. */
export function writeModule(instruments: readonly InstrumentText[]): string {
  const entries = ruleEntries(instruments);
  const ids = [...entries.keys()].sort(byFamilyAndNumber);
  const bare = instruments.map(({ articles, ...front }) => ({
    ...front,
    articles: articles.map(({ restsOn: _restsOn, doubts: _doubts, ...article }) => article),
  }));
  const rules = ids.map((id) => `  '${id}': ${JSON.stringify(entries.get(id))},`);
  return [
    '// Written by tools/generate-law.ts from law/*.md. Change those files, then run it again.',
    "import type { Instrument, RuleEntry } from './instrument.ts';",
    '',
    `export type RuleId =\n${ids.map((id) => `  | '${id}'`).join('\n')};`,
    '',
    `export const rules: Readonly<Record<RuleId, RuleEntry>> = {\n${rules.join('\n')}\n};`,
    '',
    'export const instruments: readonly Instrument[] = [',
    ...bare.map((instrument) => `  ${JSON.stringify(instrument)},`),
    '];',
    '',
  ].join('\n');
}

function ruleEntries(instruments: readonly InstrumentText[]): Map<string, RuleEntry> {
  const places = instruments.flatMap((instrument) =>
    instrument.articles.map((article): Place => ({ instrument, article })),
  );
  const first = firstPlaces(places);
  const doubts = collectDoubts(places, first);
  const entries = new Map<string, RuleEntry>();
  for (const [id, place] of first) {
    const also = [
      ...places.filter(({ article }) => article.supports.includes(id)),
      ...place.article.restsOn.map((rule) => known(first, rule, place)),
    ];
    const doubt = [id, ...place.article.restsOn].flatMap((rule) => doubts.get(rule) ?? []).join('');
    entries.set(id, {
      source: sourceOf(place, also),
      ...(doubt === '' ? {} : { doubt }),
      at: [place.instrument.key, place.article.label],
    });
  }
  return entries;
}

function firstPlaces(places: readonly Place[]): Map<string, Place> {
  const first = new Map<string, Place>();
  for (const place of places) {
    for (const id of place.article.rules) {
      const other = first.get(id);
      if (other) throw new Error(`${id} has two first articles: ${name(other)} and ${name(place)}`);
      first.set(id, place);
    }
  }
  for (const place of places) for (const id of place.article.supports) known(first, id, place);
  return first;
}

function known(first: ReadonlyMap<string, Place>, id: string, from: Place): Place {
  const place = first.get(id);
  if (!place) throw new Error(`${name(from)} names ${id}, which has no first article`);
  return place;
}

function collectDoubts(places: readonly Place[], first: ReadonlyMap<string, Place>) {
  const doubts = new Map<string, string>();
  for (const place of places) {
    for (const [id, doubt] of Object.entries(place.article.doubts)) {
      known(first, id, place);
      if (doubts.has(id)) throw new Error(`${name(place)}: a second doubt of ${id}`);
      doubts.set(id, doubt);
    }
  }
  return doubts;
}

/**
 * The first article, then what binds besides it, grouped by instrument. Texts that do not bind are named only
 * as a rule's first article: a letter to a family must not rest on a repealed paper. An invariant names the
 * first article of every rule it rests on.
 */
function sourceOf(place: Place, also: readonly Place[]): string {
  const derived = place.article.restsOn.length > 0;
  const cited = derived ? also : [place, ...also.filter(({ instrument }) => instrument.binding)];
  const groups = new Map<string, Set<string>>();
  for (const { instrument, article } of cited) {
    const labels = groups.get(instrument.cite) ?? new Set();
    groups.set(instrument.cite, labels.add(article.label));
  }
  return [...groups].map(([text, labels]) => text + [...labels].map(quoted).join('、')).join(';');
}

/** 第二十一条 stands as it is; a heading of our own is set in quotation marks. */
function quoted(label: string): string {
  return label.startsWith('第') ? label : `“${label}”`;
}

function name({ instrument, article }: Place): string {
  return `${instrument.key} ${article.label}`;
}

const families = 'RG DL DB TK LS SL ZX BY GX HD PB DA JT WD OT I'.split(' ');

/** DB-08 before DB-08b before DB-10; families in the order of the specification. */
function byFamilyAndNumber(one: string, other: string): number {
  const [family, rest] = split(one);
  const [otherFamily, otherRest] = split(other);
  return families.indexOf(family) - families.indexOf(otherFamily) || (rest < otherRest ? -1 : 1);
}

function split(id: string): [string, string] {
  const [family = '', rest = ''] = id.split('-');
  return [family, rest.padStart(/[a-z]$/.test(rest) ? 4 : 3, '0')];
}
