import type { FileRef } from '../../../kernel/evidence.ts';
import * as contract from '../../../modules/evaluation/contract.ts';
import type { Desk, Reply } from '../desk.ts';
import { uploadPaper } from './evidence.ts';

/** Full points for everything people score, with one paper for all. */
export const fullPoints = (file: FileRef) =>
  [
    { code: 'policy-known', points: 10 },
    { code: 'files-kept', points: 10 },
    { code: 'team', points: 10 },
    { code: 'innovation', points: 5 },
  ].map((each) => ({ ...each, note: '', files: [file] }));

export async function selfScored(desk: Desk, township: string, year: string): Promise<void> {
  const items = fullPoints(await uploadPaper(desk, `绩效自评${township}`));
  await desk.must(contract.selfScore, { township, year }, { items });
}

/** Any later act on the evaluation as it stands. */
export async function onEvaluation(
  desk: Desk,
  params: { readonly township: string; readonly year: string },
  act: 'scoreTownship' | 'appealScore' | 'answerAppeal',
  body: object,
): Promise<Reply> {
  const { version } = (await desk.ask(contract.evaluationView, params)).body;
  return desk.give(contract[act] as typeof contract.appealScore, params, body, {
    ifMatch: version,
  });
}
