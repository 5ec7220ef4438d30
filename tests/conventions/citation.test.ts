import { describe, expect, test } from 'vitest';
import type { Refusal } from '../../src/kernel/outcome.ts';
import { isRuleId, ruleIds } from '../../src/law/index.ts';
import { allFlows } from '../../src/modules/case/flow.ts';
import { runGenerate } from '../../tools/generate.ts';
import { CODE, isGenerated, readSources, type Source } from './source.ts';

type Listed = { readonly module: string; readonly key: string; readonly refusal: Refusal };

const modules = import.meta.glob<{ refusals: Record<string, Refusal> }>(
  '../../src/modules/*/refusal.ts',
  { eager: true },
);

const allRefusals: readonly Listed[] = Object.entries(modules).flatMap(([path, { refusals }]) =>
  Object.entries(refusals).map(([key, refusal]) => ({
    module: path.split('/').at(-2) ?? '',
    key,
    refusal,
  })),
);

/** Codes that two modules use, each with its own sentence. A list that may only become shorter. */
const sharedCodes = [
  'already-started',
  'duty-forbidden',
  'investigation-open',
  'not-accepted-yet',
  'objection-open',
  'opinion-missing',
  'opinion-out-of-date',
];

/** Sentences that the decider ends with what is missing or where. A list that may only become shorter. */
const completedSentences = ['materials-missing', 'member-already-covered'];

// What administrators must keep to stands in a national standard, which law/ does not hold article by article.
const NATIONAL_STANDARD = /^《[^》]+》[(（]GB\/T \d+—\d{4}[)）]/;

function refusalFaults(listed: readonly Listed[]): string[] {
  const codes = listed.map(({ refusal }) => refusal.code);
  const twice = new Set(
    codes.filter((code, index) => codes.indexOf(code) !== index && !sharedCodes.includes(code)),
  );
  return [...[...twice].map((code) => `${code}:两个模块用了同一代码`), ...listed.flatMap(faultsOf)];
}

function faultsOf({ module, key, refusal }: Listed): string[] {
  const { code, message, citation } = refusal;
  const faults: string[] = [];
  if (code !== key || !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(code)) faults.push('代码写法');
  const isWhole = message.endsWith('。') || completedSentences.includes(code);
  if (!/[一-鿿]/.test(message) || !isWhole) faults.push('不是完整的中文句子');
  if (!isRuleId(citation.rule) && !NATIONAL_STANDARD.test(citation.source))
    faults.push('没有这条规则');
  if (citation.source === '') faults.push('没有依据');
  return faults.map((fault) => `${module}/${key}:${fault}`);
}

const PREFIXES = [...new Set(ruleIds.map((id) => id.split('-')[0]))].join('|');

/** Everything that looks like a rule ID, in code and in comments, and is none. */
function unknownRules({ path, text }: Source): string[] {
  const mentioned = text.matchAll(new RegExp(`(?<![\\w-])(${PREFIXES})-\\d+[a-z]?(?![\\w-])`, 'g'));
  return [...new Set([...mentioned].map(([id]) => id))]
    .filter((id) => !isRuleId(id) && !ruleIds.some((each) => isPartOf(each, id)))
    .map((id) => `${path}:${id}`);
}

/** DB-07 in a comment means DB-07a and DB-07b together. */
function isPartOf(id: string, whole: string): boolean {
  return id.startsWith(whole) && /^[a-z]$/.test(id.slice(whole.length));
}

const io = () => {
  const said: string[] = [];
  return {
    said,
    out: (text: string) => void said.push(text),
    err: (text: string) => void said.push(text),
  };
};

describe('依据', () => {
  test('每个拒绝都是完整的中文句子,代码不重,依据是已知的规则', () => {
    expect(allRefusals.length).toBeGreaterThan(80);
    expect(refusalFaults(allRefusals)).toEqual([]);
  });

  test('例外清单只减不增:每一条都还用得着', () => {
    const codes = allRefusals.map(({ refusal }) => refusal.code);
    expect(sharedCodes.filter((code) => codes.indexOf(code) === codes.lastIndexOf(code))).toEqual(
      [],
    );
    const open = allRefusals.filter(({ refusal }) => !refusal.message.endsWith('。'));
    expect(completedSentences).toEqual(open.map(({ key }) => key).toSorted());
  });

  test('代码和注释里提到的规则都在 law/ 里', () => {
    const sources = readSources(CODE).filter(
      ({ path }) => !isGenerated(path) && !path.endsWith('law.test.ts'),
    );
    expect(sources.flatMap(unknownRules)).toEqual([]);
  });

  test('流程每个环节都有依据', () => {
    const stages = allFlows.flatMap(({ stages }) => stages);
    expect(stages.length).toBeGreaterThan(10);
    expect(stages.filter(({ rules }) => rules.length === 0 || !rules.every(isRuleId))).toEqual([]);
  });

  test.each(['law', 'docs'])('由源文件生成的 %s 没有过期', async (name) => {
    const { said, ...out } = io();
    expect(await runGenerate([name, '--check'], out)).toBe(0);
    expect(said).toEqual([]);
  });
});

describe('依据检查本身', () => {
  const good: Refusal = {
    code: 'notice-missing',
    message: '没有公示,请先公示。',
    citation: { rule: ruleIds[0] ?? '', source: '《办法》第一条' },
  };
  const listed = (refusal: Partial<Refusal>, key = good.code): Listed[] => [
    { module: 'case', key, refusal: { ...good, ...refusal } },
  ];

  test('写对的没有毛病', () => {
    expect(refusalFaults(listed({}))).toEqual([]);
  });

  test.each([
    ['句子没有句号', listed({ message: '没有公示' })],
    ['句子不是中文', listed({ message: 'no notice。' })],
    ['没有这条规则', listed({ citation: { rule: 'DB-999', source: '《办法》' } })],
    ['代码与键不同', listed({}, 'other-code')],
    ['代码不是短语', listed({ code: 'Notice' }, 'Notice')],
    ['两个模块同一代码', [...listed({}), ...listed({})]],
  ])('%s,查得出来', (_title, refusals) => {
    expect(refusalFaults(refusals)).toHaveLength(1);
  });

  test('提到不存在的规则,查得出来', () => {
    const text = '// as DB-999 says\nconst a = cite("DB-10");';
    expect(unknownRules({ path: 'a.ts', text })).toEqual(['a.ts:DB-999']);
  });
});
