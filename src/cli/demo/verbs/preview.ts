import { randomUUID } from 'node:crypto';
import type { ValueOf } from '../../../kernel/contract.ts';
import { previewView, startPreview } from '../../../modules/preview/contract.ts';
import type { Change } from '../../../modules/preview/preview.ts';
import type { Desk } from '../desk.ts';

type View = ValueOf<(typeof previewView)['answer']>;

/** Begins a preview over the county's caseload; answers its id. */
export async function beginPreview(desk: Desk, title: string, change: Change): Promise<string> {
  const previewId = randomUUID();
  await desk.must(startPreview, { previewId }, { title, change });
  return previewId;
}

const PAUSE_MS = 50;
const MOST_LOOKS = 1200;

/** The preview once it is over, looked at again and again as the screen does. */
export async function finishedPreview(desk: Desk, previewId: string): Promise<View> {
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const { status, body } = await desk.ask(previewView, { previewId });
    if (status !== 200) throw new Error(`preview ${previewId}: ${status}`);
    if (body.state !== 'waiting' && body.state !== 'running') return body as View;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error(`preview ${previewId} does not end`);
}
