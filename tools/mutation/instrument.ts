import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { createInstrumenter } from '@stryker-mutator/instrumenter';
import { createInjector } from 'typed-inject';
import { FORGETFUL, type Remembered } from './forgetful.ts';
import { writtenText } from './written-text.ts';

/** One change of the code as Stryker makes them. */
export type CodeMutant = {
  readonly id: string;
  readonly path: string;
  readonly line: number;
  /** Where in the file it begins. */
  readonly from: number;
  /** Stryker's name for the kind of change, what stands there, and what instead. */
  readonly kind: string;
  readonly original: string;
  readonly replacement: string;
  /** Why it is left out from the start; null where it is not. */
  readonly leftOut: string | null;
};

const RULES = /\/src\/rules\/.*\.ts$/;
/** What is filled once while loading is not to be forgotten, nor where in its formula a part stands. */
const FORGETTING: readonly (readonly [path: RegExp, classes: string])[] = [
  [/\/policy-check\/declared\.ts$/, ''],
  [/\/language\/syntax\.ts$/, '{ Map }'],
  [/\/language\/type\.ts$/, '{ Map, WeakMap }'],
];
const READS_FORMULAS = /\/language\/(syntax|type)\.ts$/;

/** In Stryker's code, where it is asked whether a mutant is on: there every step is counted. */
const ASKED = 'function isActive(id) {';
const COUNTED = "if (--ns.stepsLeft < 0) throw new Error('too many steps');";

/**
 * From here on the files given are loaded with all their mutants in them, each behind a switch, and every file
 * of the rules with memories that can be cleared. Must come before anything of the rules is loaded.
 */
export async function instrument(paths: readonly string[]): Promise<readonly CodeMutant[]> {
  const files = paths.map((path) => ({
    name: path,
    mutate: true,
    content: readFileSync(path, 'utf8'),
  }));
  const options = { plugins: null, excludedMutations: [], ignorers: [writtenText] };
  const result = await instrumenter().instrument(files, options);
  const written = new Map(
    result.files.map(({ name, content }) => [pathToFileURL(name).href, withSteps(content)]),
  );
  registerHooks({
    load: (url, context, next) => {
      if (!RULES.test(url)) return next(url, context);
      const source = written.get(url) ?? readFileSync(new URL(url), 'utf8');
      const [, classes = '{ Map, WeakMap }'] = FORGETTING.find(([path]) => path.test(url)) ?? [];
      const kind: Remembered = READS_FORMULAS.test(url) ? 'read' : 'made';
      const prelude = classes === '' ? '' : `const ${classes} = globalThis.${FORGETFUL}.${kind};`;
      return { format: 'module-typescript', source: `${prelude}${source}`, shortCircuit: true };
    },
  });
  const contents = new Map(files.map(({ name, content }) => [name, content]));
  return result.mutants.map((each) => {
    const content = contents.get(each.fileName) ?? '';
    const from = offsetOf(content, each.location.start);
    return {
      id: each.id,
      path: each.fileName,
      line: each.location.start.line + 1,
      from,
      kind: each.mutatorName,
      original: content.slice(from, offsetOf(content, each.location.end)),
      replacement: each.replacement ?? '',
      leftOut: each.status === 'Ignored' ? (each.statusReason ?? '') : null,
    };
  });
}

type Position = { readonly line: number; readonly column: number };

function offsetOf(content: string, { line, column }: Position): number {
  const before = content.split('\n').slice(0, line);
  return before.reduce((sum, each) => sum + each.length + 1, column);
}

function withSteps(content: string): string {
  if (content.includes('stryMutAct') && !content.includes(ASKED)) {
    throw new Error('Stryker writes its switches otherwise now');
  }
  return content.replace(ASKED, `${ASKED}${COUNTED}`);
}

/** Says nothing: what it found is counted by the campaign. */
const silent = {
  ...{ isTraceEnabled: no, isDebugEnabled: no, isInfoEnabled: no },
  ...{ isWarnEnabled: no, isErrorEnabled: no, isFatalEnabled: no },
  ...{ trace: nothing, debug: nothing, info: nothing },
  ...{ warn: nothing, error: nothing, fatal: nothing },
};

function no(): boolean {
  return false;
}

function nothing(): void {}

function instrumenter() {
  return createInjector()
    .provideValue('getLogger', () => silent)
    .provideValue('logger', silent)
    .injectFunction(createInstrumenter);
}
