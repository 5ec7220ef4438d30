import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Citation } from '../src/kernel/citation.ts';
import type { Refusal } from '../src/kernel/outcome.ts';
import { getInstrument, instruments } from '../src/law/index.ts';
import { allFlows } from '../src/modules/case/flow.ts';
import { frameText } from '../src/rules/frame.ts';
import { procedureParameters } from '../src/rules/procedure.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What law/coverage.json says of an article that code alone does not show. */
export type Remark = {
  /** Procedural, decided by a person, not built yet, or nothing that a case could show. */
  readonly is: 'procedure' | 'person' | 'later' | 'none';
  readonly what: string;
  /** Files that do it; they have to exist. */
  readonly where?: readonly string[];
  /** In our own words, of an article that law/ does not hold. */
  readonly gist?: string;
};

export type CoverageText = {
  /** Keys of law/, with the number of articles where every one has to be accounted for. */
  readonly instruments: Readonly<Record<string, number | null>>;
  readonly articles: Readonly<Record<string, Remark>>;
};

export type Covered = {
  readonly instrument: string;
  readonly label: string;
  readonly gist: string;
  /** Titles and names of rules and parameters of the frame. */
  readonly rules: readonly string[];
  /** Parts of the procedure that cite it: parameters, stages, refusals. */
  readonly procedure: readonly string[];
  readonly remark: Remark | null;
};

/** Something that cites the law, as the page names it. */
export type Citing = {
  readonly name: string;
  readonly is: 'rule' | 'procedure';
  readonly citation: Citation;
};

export function readCoverage(): CoverageText {
  return JSON.parse(readFileSync(new URL('../law/coverage.json', import.meta.url), 'utf8'));
}

/** Every article of the instruments with what implements it. */
export function coverage(text: CoverageText, citing: readonly Citing[]): Covered[] {
  return Object.entries(text.instruments).flatMap(([key, count]) =>
    labelsOf(key, count).map((label): Covered => {
      const at = citing.filter((each) => cites(each.citation, key, label));
      const remark = text.articles[`${key} ${label}`] ?? null;
      const article = getInstrument(key).articles.find((each) => each.label === label);
      const names = (is: Citing['is']) => [
        ...new Set(at.filter((each) => each.is === is).map((each) => each.name)),
      ];
      return {
        ...{ instrument: key, label, gist: article?.gist ?? remark?.gist ?? '' },
        ...{ rules: names('rule'), procedure: names('procedure'), remark },
      };
    }),
  );
}

/** What is wrong with the data: an article nobody accounts for, a remark on none, a file that is not there. */
export function coverageFaults(text: CoverageText, covered: readonly Covered[]): string[] {
  const known = new Set(covered.map((each) => `${each.instrument} ${each.label}`));
  const open = covered.filter(
    (each) => each.rules.length + each.procedure.length === 0 && !each.remark,
  );
  return [
    ...open.map((each) => `${each.instrument} ${each.label}：没有归类`),
    ...covered.flatMap((each) =>
      each.gist === '' ? [`${each.instrument} ${each.label}：没有要点`] : [],
    ),
    ...Object.entries(text.articles).flatMap(([key, { where = [] }]) => [
      ...(known.has(key) ? [] : [`${key}：没有这一条`]),
      ...where.flatMap((path) => (existsSync(`${ROOT}/${path}`) ? [] : [`${key}：没有 ${path}`])),
    ]),
  ];
}

const DIGITS = '一二三四五六七八九';

/** 1 → 第一条, 23 → 第二十三条. */
function articleLabel(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const head = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens - 1]}十`;
  return `第${head}${ones === 0 ? '' : DIGITS[ones - 1]}条`;
}

function labelsOf(key: string, count: number | null): string[] {
  return count === null
    ? getInstrument(key).articles.map((each) => each.label)
    : Array.from({ length: count }, (_, index) => articleLabel(index + 1));
}

/** By the words of the citation, or by a rule that law/ rests on this article. */
function cites({ rule, source }: Citation, key: string, label: string): boolean {
  const instrument = getInstrument(key);
  const parts = source.split(/[;；]/).filter((part) => names(part, key));
  if (parts.some((part) => articlesIn(part).includes(label))) return true;
  if (parts.some((part) => articlesIn(part).length > 0)) return false;
  const article = instrument.articles.find((each) => each.label === label);
  return !!article && (article.rules.includes(rule) || article.supports.includes(rule));
}

function names(part: string, key: string): boolean {
  const { title, number, cite } = getInstrument(key);
  return [title, number, cite].some((name) => part.includes(name.replaceAll(/[《》]/g, '')));
}

/** 第七条、第八条 of one part; 第二部分第三项 as law/ writes it, 第二部分(三). */
function articlesIn(part: string): string[] {
  const articles = part.match(/第[一二三四五六七八九十百零]+条/g) ?? [];
  const sections = [...part.matchAll(/第([一二三四]+)部分第([一二三四五六七八九十]+)项/g)];
  return [...articles, ...sections.map(([, one, two]) => `第${one}部分(${two})`)];
}

/** All that cites the law: the frame, the procedure's parameters and stages, and every refusal. */
export async function allCiting(): Promise<Citing[]> {
  const ofRule = (rule: string): Citation => ({ rule, source: '' });
  const refusals = await refusalsOfModules();
  return [
    ...frameText.rules.map(({ title, name, citation }): Citing => {
      return { name: `${title} \`${name}\``, is: 'rule', citation };
    }),
    ...frameText.parameters.map(({ title, name, citation }): Citing => {
      return { name: `参数 ${title} \`${name}\``, is: 'rule', citation };
    }),
    ...procedureParameters.map(({ title, rule }): Citing => {
      return { name: `程序参数“${title}”`, is: 'procedure', citation: ofRule(rule) };
    }),
    ...allFlows.flatMap(({ stages }) =>
      stages.flatMap(({ title, rules }) =>
        rules.map((rule): Citing => {
          return { name: `环节“${title}”`, is: 'procedure', citation: ofRule(rule) };
        }),
      ),
    ),
    ...refusals.map(({ module, citation }): Citing => {
      return { name: `\`src/modules/${module}/refusal.ts\``, is: 'procedure', citation };
    }),
  ];
}

async function refusalsOfModules(): Promise<{ module: string; citation: Citation }[]> {
  const paths = globSync('src/modules/*/refusal.ts', { cwd: ROOT }).toSorted();
  const read = await Promise.all(
    paths.map(async (path) => {
      const { refusals } = (await import(pathToFileURL(`${ROOT}/${path}`).href)) as {
        refusals: Readonly<Record<string, Refusal>>;
      };
      const module = path.split('/').at(-2) ?? '';
      return Object.values(refusals).map(({ citation }) => ({ module, citation }));
    }),
  );
  return read.flat();
}

const SHOWN = 8;
const WORDS = {
  procedure: '程序',
  person: '由人决定',
  later: '尚未实现或者只有一部分',
  none: '没有个案中要办的事',
} as const satisfies Readonly<Record<Remark['is'], string>>;

/** docs/generated/law-coverage.md */
export function coveragePage(covered: readonly Covered[]): string {
  const keys = [...new Set(covered.map((each) => each.instrument))];
  const sections = keys.map((key) => {
    const { title, number } = instruments.find((each) => each.key === key) ?? getInstrument(key);
    const own = covered.filter((each) => each.instrument === key);
    const rows = own.map((each) => `| ${each.label} | ${each.gist} | ${done(each)} |`);
    const head = ['| 条 | 要点 | 落实 |', '| --- | --- | --- |'];
    return `## 《${title}》 ${number}\n\n${countText(own)}\n\n${[...head, ...rows].join('\n')}\n`;
  });
  const intro =
    '由 law/、规则和参数的依据、各模块的拒绝事由和 law/coverage.json 生成，请勿手工修改。' +
    '“规则”是自动核算的；“程序”是办理中强制的环节、期限和拒绝；“由人决定”是系统只留痕、不代为判断的。';
  return `# 法条落实\n\n${intro}\n\n${sections.join('\n')}`;
}

function done({ rules, procedure, remark }: Covered): string {
  return [
    ...(rules.length > 0 ? [`**规则** ${listed(rules)}`] : []),
    ...(procedure.length > 0 ? [`**程序** ${listed(procedure)}`] : []),
    ...(remark ? [`**${WORDS[remark.is]}** ${remark.what}${whereText(remark)}`] : []),
  ].join('<br>');
}

function listed(names: readonly string[]): string {
  const more = names.length > SHOWN ? `等 ${names.length} 项` : '';
  return `${names.slice(0, SHOWN).join('、')}${more}`;
}

function whereText({ where = [] }: Remark): string {
  return where.length === 0 ? '' : `：${where.map((path) => `\`${path}\``).join('、')}`;
}

function countText(covered: readonly Covered[]): string {
  const kindOf = ({ rules, procedure, remark }: Covered): string => {
    if (remark?.is === 'later') return WORDS.later;
    if (rules.length > 0) return '规则';
    return procedure.length > 0 ? WORDS.procedure : WORDS[remark?.is ?? 'none'];
  };
  const kinds = ['规则', ...Object.values(WORDS)];
  const counts = kinds.map(
    (kind) => `${kind} ${covered.filter((each) => kindOf(each) === kind).length}`,
  );
  return `${covered.length} 条：${counts.join('，')}。`;
}
