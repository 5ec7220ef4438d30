import { globSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { decisionHash, generateRules, type KeptDecisions } from '../../../tools/generate-rules.ts';
import { assessScheme } from '../assess.ts';
import type { Assessment } from '../assessment.ts';
import { householdFactsSchema } from '../facts.ts';
import { currentRelease, frozen, type Release, thawed } from '../release.ts';
import { assessmentText, replayAssessment } from '../replay.ts';
import { schemes } from '../scheme.ts';
import { DAY, earned, household, placeWith } from '../worked-case.ts';
import { findRelease, releasedVersions } from './index.ts';
import { keptCases } from './kept-case.fixture.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const say = () => {
  const said: string[] = [];
  const io = { out: (text: string) => said.push(text), err: (text: string) => said.push(text) };
  return { said, io: io as Parameters<typeof generateRules>[1] };
};

/** The same rules with one formula, one title and one condition changed: another version. */
function changed(version: string): Release {
  const { frame, conditions, ...release } = currentRelease;
  const rules = frame.rules.map((rule) =>
    rule.name === 'incomeBelowStandard'
      ? { ...rule, title: '家庭月人均收入不高于低保标准', formula: 'perCapitaIncome <= standard' }
      : rule,
  );
  const [first, ...others] = conditions.dibao;
  if (!first) throw new Error('no condition');
  return {
    ...release,
    conditions: { ...conditions, dibao: [...others, first] },
    frame: { ...frame, version, rules },
  };
}

function decided(release: Release, amount: number): Assessment {
  const facts = household({ incomes: [earned('i', amount)] });
  const result = assessScheme('dibao', facts, placeWith(), { on: DAY, release });
  if (!result.ok) throw new Error(result.refusal.message);
  return JSON.parse(JSON.stringify(result.assessment)) as Assessment;
}

describe('已发布的规则版本', () => {
  test('现在的规则与冻结的同一版完全相同：改了算式就要提高版本号', () => {
    const { said, io } = say();
    expect(generateRules(['--check'], io)).toBe(0);
    expect(said).toEqual([]);
    const at = releasedVersions.indexOf(currentRelease.frame.version);
    expect(at).toBe(releasedVersions.length - 1);
  });

  test('每个冻结的文件都登记，文件名就是版本号', () => {
    const files = globSync('*.json', { cwd: FOLDER }).filter(
      (name) => !name.includes('-decisions'),
    );
    expect(files.map((name) => basename(name, '.json')).toSorted()).toEqual(
      [...releasedVersions].toSorted(),
    );
  });

  test.each(releasedVersions)('%s 版作出的决定，现在重算一个字节也不差', (version) => {
    const text = readFileSync(join(FOLDER, `${version}-decisions.json`), 'utf8');
    const { region, decisions } = JSON.parse(text) as KeptDecisions;
    const release = findRelease(version);
    if (!release) throw new Error(`no release ${version}`);
    expect(new Set(decisions.map((each) => each.scheme))).toEqual(new Set(schemes));
    for (const each of decisions) {
      const facts = householdFactsSchema.parse(each.facts);
      expect(decisionHash(release, { ...each, facts, region })).toBe(each.sha256);
    }
  });

  test('冻结后再读回的规则，得出的结果完全相同', () => {
    const back = thawed(JSON.parse(JSON.stringify(frozen(currentRelease))));
    for (const { scheme, on, facts } of keptCases) {
      const given = { scheme, on, facts: household(facts), region: placeWith() };
      expect(decisionHash(back, given)).toBe(decisionHash(currentRelease, given));
    }
  });

  test('没有发布过的版本，不能重算', () => {
    expect(findRelease('assistance-0')).toBeNull();
    const stored = { ...decided(currentRelease, 70_000), ruleSetVersion: 'assistance-0' };
    const facts = household({ incomes: [earned('i', 70_000)] });
    expect(replayAssessment(stored, facts, placeWith())).toEqual({ same: false, now: null });
  });
});

describe('两个版本并存', () => {
  const next = changed('assistance-next');
  const earlier = thawed(frozen(currentRelease));
  const releaseOf = (version: string) => (version === next.frame.version ? next : earlier);
  const replay = (stored: Assessment, amount: number) =>
    replayAssessment(
      stored,
      household({ incomes: [earned('i', amount)] }),
      placeWith(),
      undefined,
      releaseOf,
    );

  test('新版本改了算式，新的决定按新版本', () => {
    expect(decided(currentRelease, 80_000)).toMatchObject({ outcome: 'not-eligible' });
    expect(decided(next, 80_000)).toMatchObject({
      outcome: 'eligible',
      ruleSetVersion: 'assistance-next',
    });
  });

  test('旧的决定按旧版本重算，一个字节也不差；新的按新版本', () => {
    for (const release of [currentRelease, next]) {
      const stored = decided(release, 80_000);
      const { same, now } = replay(stored, 80_000);
      expect(same).toBe(true);
      expect(now && assessmentText(now)).toBe(assessmentText(stored));
    }
  });

  test('把旧的决定当作新版本的，看得出不同', () => {
    const stored = { ...decided(currentRelease, 80_000), ruleSetVersion: next.frame.version };
    expect(replay(stored, 80_000)).toMatchObject({ same: false, now: { outcome: 'eligible' } });
  });

  test('存进数据库再取出，键的次序变了，仍算相同', () => {
    const stored = decided(currentRelease, 70_000);
    const turned = Object.fromEntries(Object.entries(stored).toReversed()) as Assessment;
    expect(replay(turned, 70_000).same).toBe(true);
    expect(replay({ ...stored, monthlyAmount: 10_001 as never }, 70_000).same).toBe(false);
  });
});

describe('冻结', () => {
  const folder = pathToFileURL(`${mkdtempSync(join(tmpdir(), 'yimen-rules-'))}/`);

  test('冻结过的版本改了规则，不许覆盖；写明重新冻结的才行', () => {
    const { said, io } = say();
    expect(generateRules([], io, currentRelease, folder)).toBe(0);
    expect(generateRules(['--check'], io, currentRelease, folder)).toBe(0);
    const same = changed(currentRelease.frame.version);
    expect(generateRules([], io, same, folder)).toBe(1);
    expect(said.at(-1)).toContain('提高版本号');
    expect(generateRules(['--check', '--again'], io, same, folder)).toBe(1);
    expect(generateRules(['--again'], io, same, folder)).toBe(0);
    expect(generateRules(['--check'], io, same, folder)).toBe(0);
  });

  test('提高了版本号的，另存一份', () => {
    const { io } = say();
    expect(generateRules([], io, changed('assistance-next'), folder)).toBe(0);
    expect(globSync('*.json', { cwd: fileURLToPath(folder) })).toHaveLength(4);
  });
});
