import type { Cast } from '../src/cli/demo/story.ts';
import { COUNTY, type County } from './county.ts';

/** Everybody a case of this township meets. */
export async function castOf(county: County, township: string): Promise<Cast> {
  return {
    clerk: await county.desk('window-clerk', township),
    officer: await county.desk('case-officer', township),
    investigator: await county.desk('investigator', township),
    poster: await county.desk('poster', township),
    secretary: await county.desk('secretary', township),
    chair: await county.desk('chair', township),
    voters: [
      await county.desk('voter', township, 0),
      await county.desk('voter', township, 1),
      await county.desk('voter', township, 2),
      await county.desk('voter', township, 3),
    ],
    aid: await county.desk('aid-officer', COUNTY),
    verifier: await county.desk('verifier', COUNTY),
    inspector: await county.desk('inspector', COUNTY),
    leader: await county.desk('county-leader', COUNTY),
  };
}
