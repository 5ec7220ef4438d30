import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { createInstrumenter } from '@stryker-mutator/instrumenter';
import { createInjector } from 'typed-inject';
import { FORGETFUL } from './forgetful.ts';
import { writtenText } from './written-text.ts';

/** One change of the code as Stryker makes them. */
export type CodeMutant = {
  readonly id: string;
  readonly path: string;
  readonly line: number;
  /** Stryker's name for the kind of change, and what stands there now. */
  readonly kind: string;
  readonly replacement: string;
  /** Why it is left out from the start; null where it is not. */
  readonly leftOut: string | null;
};

const RULES = /\/src\/rules\/.*\.ts$/;
/** What is filled once while loading is not to be forgotten, nor where in its formula a part stands. */
const FORGETTING: readonly (readonly [path: RegExp, classes: string])[] = [
  [/\/policy-check\/declared\.ts$/, ''],
  [/\/language\/syntax\.ts$/, 'Map'],
  [/./, 'Map, WeakMap'],
];

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
    result.files.map(({ name, content }) => [pathToFileURL(name).href, content]),
  );
  registerHooks({
    load: (url, context, next) => {
      if (!RULES.test(url)) return next(url, context);
      const source = written.get(url) ?? readFileSync(new URL(url), 'utf8');
      const [, classes = ''] = FORGETTING.find(([path]) => path.test(url)) ?? [];
      const prelude = `const { ${classes} } = globalThis.${FORGETFUL};`;
      return { format: 'module-typescript', source: `${prelude}${source}`, shortCircuit: true };
    },
  });
  return result.mutants.map((each) => ({
    id: each.id,
    path: each.fileName,
    line: each.location.start.line + 1,
    kind: each.mutatorName,
    replacement: each.replacement ?? '',
    leftOut: each.status === 'Ignored' ? (each.statusReason ?? '') : null,
  }));
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
