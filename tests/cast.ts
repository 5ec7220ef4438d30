import type { Cast } from '../src/cli/demo/story.ts';
import type { County } from './county.ts';

/** Everybody a case of this township meets. */
export async function castOf(county: County, township: string): Promise<Cast> {
  return county.cast(township);
}
