import { registerHooks } from 'node:module';

const RECORDER = new URL('recorder.ts', import.meta.url).href;
const WATCHED_PLACE = new URL('watched-place.ts', import.meta.url).href;
const TEST = /\/src\/(rules|cli|modules)\/.*\.test\.ts$/;
const EVALUATOR = /\/src\/rules\/language\/(compile|evaluate)\.ts$/;

/** From here on tests of the rules meet the recorder instead of vitest. */
export function recordTests(): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'vitest' && TEST.test(context.parentURL ?? '')
        ? { url: RECORDER, shortCircuit: true }
        : next(specifier, context),
  });
}

/** From here on the evaluator is watched, and can be made to compute a rule otherwise. */
export function watchEvaluator(): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === './place.ts' && EVALUATOR.test(context.parentURL ?? '')
        ? { url: WATCHED_PLACE, shortCircuit: true }
        : next(specifier, context),
  });
}
