import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Io } from '../src/cli/assess.ts';
import { localDate } from '../src/kernel/local-date.ts';
import { assessScheme } from '../src/rules/assess.ts';
import type { HouseholdFacts } from '../src/rules/facts.ts';
import type { Region } from '../src/rules/region.ts';
import { keptCases } from '../src/rules/released/kept-case.fixture.ts';
import { currentRelease, frozen, type Release } from '../src/rules/release.ts';
import { assessmentText } from '../src/rules/replay.ts';
import type { Scheme } from '../src/rules/scheme.ts';
import { household, placeWith } from '../src/rules/worked-case.ts';

const FOLDER = new URL('../src/rules/released/', import.meta.url);

/** Decisions made under one version: what went in, and the hash of every byte that came out. */
export type KeptDecisions = {
  readonly region: Region;
  readonly decisions: readonly {
    readonly scheme: Scheme;
    readonly on: string;
    readonly facts: HouseholdFacts;
    readonly sha256: string;
  }[];
};

/**
 * Freezes the rules of today as src/rules/released/<version>.json, with decisions made under them as
 * <version>-decisions.json. A frozen version is kept as it is: where the rules or the words of results have
 * changed since, the version has to be raised. `--again` freezes a version anew that no decision rests on yet.
 */
export function generateRules(
  args: readonly string[],
  io: Io,
  release: Release = currentRelease,
  folder: URL = FOLDER,
): number {
  const { version } = release.frame;
  const files = [
    [`${version}.json`, frozen(release)],
    [`${version}-decisions.json`, keptDecisions(release)],
  ] as const;
  const stale = files
    .map(([name, content]) => ({ at: new URL(name, folder), text: textOf(content) }))
    .filter(({ at, text }) => !existsSync(at) || readFileSync(at, 'utf8') !== text);
  if (stale.length === 0) return 0;
  const isFrozen = stale.some(({ at }) => existsSync(at));
  if (args.includes('--check') || (isFrozen && !args.includes('--again'))) {
    io.err(
      `规则或者结果的写法与已冻结的 ${version} 版不同：请在 src/rules/frame.ts 提高版本号，` +
        '再运行 npm run generate -- rules；还没有决定依据这一版的，可以加 --again 重新冻结',
    );
    return 1;
  }
  for (const { at, text } of stale) writeFileSync(at, text);
  io.out(`已冻结 src/rules/released/${version}.json；新版本请登记到 src/rules/released/index.ts`);
  return 0;
}

function textOf(content: unknown): string {
  return `${JSON.stringify(content, null, 1)}\n`;
}

function keptDecisions(release: Release): KeptDecisions {
  const region = placeWith();
  const decisions = keptCases.map(({ scheme, on, facts: given }) => {
    const facts = household(given);
    return { scheme, on, facts, sha256: decisionHash(release, { scheme, on, facts, region }) };
  });
  return { region, decisions };
}

type Decided = Omit<KeptDecisions['decisions'][number], 'sha256'> & Pick<KeptDecisions, 'region'>;

/** The hash of an assessment under one version. Throws where the version refuses it. */
export function decisionHash(release: Release, { scheme, on, facts, region }: Decided): string {
  const result = assessScheme(scheme, facts, region, { on: localDate(on), release });
  if (!result.ok) throw new Error(result.refusal.message);
  return createHash('sha256').update(assessmentText(result.assessment)).digest('hex');
}
