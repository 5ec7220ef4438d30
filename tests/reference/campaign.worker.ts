import { parentPort, workerData } from 'node:worker_threads';
import { type Campaign, type Part, type Result, run } from './campaign.ts';

/** What a worker tells: how far it is, or what its part came to. */
export type Told = { readonly done: number } | { readonly result: Result };

const { campaign, part } = workerData as { readonly campaign: Campaign; readonly part: Part };
const tell = (told: Told): void => parentPort?.postMessage(told);
tell({ result: run(campaign, undefined, (done) => tell({ done }), part) });
