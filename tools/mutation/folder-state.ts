import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CodeVerdict, Judge, Judged } from './code-campaign.ts';
import { forget } from './forgetful.ts';
import type { CodeMutant } from './instrument.ts';
import { hashOf, keep, type KeptFile, LETTER, readKept, scoreOfFolder } from './kept-code.ts';
import { writePage } from './page.ts';
import { percent, scoreOf } from './result.ts';
import { refusedByCompiler } from './type-check.ts';

export const RULES = fileURLToPath(new URL('../../src/rules', import.meta.url));
const LONGEST_TEXT = 60;

/** What is known of the mutants of a folder. */
export class FolderState {
  readonly #folder: string;
  readonly #paths: readonly string[];
  readonly #started = performance.now();
  #mutants: readonly CodeMutant[] = [];
  readonly #verdicts = new Map<string, string>();
  readonly #compiled = new Set<string>();

  constructor(folder: string, paths: readonly string[]) {
    this.#folder = folder;
    this.#paths = paths;
  }

  /** Takes over what is kept of files that are the same. */
  read(mutants: readonly CodeMutant[]): void {
    this.#mutants = mutants;
    const { files } = readKept();
    for (const path of this.#paths) {
      const kept = files[relative(RULES, path)];
      const own = mutants.filter((each) => each.path === path);
      const isSame = kept?.hash === hashOf(readFileSync(path, 'utf8'));
      for (const [index, { id, leftOut }] of own.entries()) {
        const known = (isSame && kept?.verdicts[index]) || LETTER['not tried'];
        this.#verdicts.set(id, leftOut === null ? known : LETTER.text);
      }
      if (isSame && kept?.isCompiled) this.#compiled.add(path);
    }
  }

  /**
   * What the compiler refuses is left out, also where a test would find it. Of a sample so many are asked about, and
   * given back; without one null.
   */
  leaveOutRefused(sample: number): readonly CodeMutant[] | null {
    const unknown = spread(this.#mutants)
      .filter(({ leftOut, path }) => leftOut === null && !this.#compiled.has(path))
      .slice(0, sample);
    for (const id of refusedByCompiler(unknown)) this.#verdicts.set(id, LETTER.refused);
    if (Number.isFinite(sample)) return unknown;
    for (const path of this.#paths) this.#compiled.add(path);
    this.#keep();
    return null;
  }

  isUntried({ id }: CodeMutant): boolean {
    return this.#verdicts.get(id) === LETTER['not tried'];
  }

  hasSurvived({ id }: CodeMutant): boolean {
    const again: readonly unknown[] = [LETTER.survived, LETTER['not covered'], LETTER.once];
    return again.includes(this.#verdicts.get(id));
  }

  /** Tries these, and keeps what was found if all tests hold afterwards. */
  async tryAll(
    judge: Judge,
    mutants: readonly CodeMutant[],
    { isAgain, isLong }: { readonly isAgain: boolean; readonly isLong: boolean },
    isTimeOver: () => boolean,
  ): Promise<string> {
    let judged = await this.#judged(judge, mutants, isLong, isTimeOver);
    if ((await judge.brokenClaim(isLong)) !== null) {
      // A mutant got into what the rules remember: once more, with everything forgotten for each.
      forget();
      judge.isCareful = true;
      const again = judged.map(({ mutant }) => mutant);
      judged = await this.#judged(judge, again, isLong, () => false);
      judge.isCareful = false;
    }
    const broken = await judge.brokenClaim(isLong);
    if (broken !== null) throw new Error(`a mutant left something behind, which breaks ${broken}`);
    for (const { mutant, verdict } of judged) {
      // That fewer tests come past it than before says nothing.
      if (isAgain && (verdict === 'not covered' || verdict === 'once')) continue;
      this.#verdicts.set(mutant.id, LETTER[verdict]);
    }
    this.#keep();
    const count = (wanted: CodeVerdict) => judged.filter((each) => each.verdict === wanted).length;
    return `${count('test') + count('circle')} found, ${count('survived')} survived`;
  }

  async #judged(
    judge: Judge,
    mutants: readonly CodeMutant[],
    isLong: boolean,
    isTimeOver: () => boolean,
  ): Promise<readonly Judged[]> {
    const judged: Judged[] = [];
    for (const mutant of mutants) {
      if (isTimeOver()) break;
      judged.push({ mutant, verdict: await judge.verdictOn(mutant, isLong) });
    }
    return judged;
  }

  #keep(): void {
    const kept = readKept();
    const others = Object.entries(kept.files).filter(
      ([path]) => !this.#isOwn(path) && existsSync(join(RULES, path)),
    );
    keep({
      day: new Date().toISOString().slice(0, 10),
      minutes: Math.ceil((performance.now() - this.#started) / 60_000),
      files: Object.fromEntries([...others, ...this.#files()]),
    });
    writePage();
  }

  #isOwn(path: string): boolean {
    const [, folder = '.'] = /^([^/]+)\//.exec(path) ?? [];
    return folder === this.#folder;
  }

  #files(): (readonly [string, KeptFile])[] {
    return this.#paths.map((path) => {
      const own = this.#mutants.filter((each) => each.path === path);
      const source = readFileSync(path, 'utf8');
      const letters = own.map(({ id }) => this.#verdicts.get(id) ?? LETTER['not tried']);
      const survivors = own.flatMap((mutant, index) =>
        this.#isSurvivor(mutant) ? [[String(index), textOf(mutant)] as const] : [],
      );
      const verdicts = letters.join('');
      const found: KeptFile = {
        hash: hashOf(source),
        ...(this.#compiled.has(path) ? { isCompiled: true } : {}),
        ...{ verdicts, survivors: Object.fromEntries(survivors) },
      };
      return [relative(RULES, path), found] as const;
    });
  }

  #isSurvivor({ id }: CodeMutant): boolean {
    const letters: readonly unknown[] = [LETTER.survived, LETTER['not covered']];
    return letters.includes(this.#verdicts.get(id));
  }

  score(): string {
    return percent(
      scoreOf([
        scoreOfFolder(
          this.#folder,
          this.#files().map(([, file]) => file),
        ),
      ]),
    );
  }
}

function textOf({ line, original, replacement }: CodeMutant): string {
  return `${line} ${short(original)} → ${short(replacement)}`;
}

function short(text: string): string {
  return text.replaceAll(/\s+/g, ' ').slice(0, LONGEST_TEXT);
}

/** In an order in which the first of them come from everywhere; the same every time. */
export function spread(mutants: readonly CodeMutant[]): CodeMutant[] {
  const rank = (index: number) => (index * 7919) % mutants.length;
  return mutants
    .map((mutant, index) => ({ mutant, at: rank(index) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ mutant }) => mutant);
}
