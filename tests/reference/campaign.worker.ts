import { parentPort, workerData } from 'node:worker_threads';
import { type Campaign, type Part, type Result, run } from './campaign.ts';

/** What a worker tells: how far it is, or what its part came to. */
export type Told = Progress | { readonly result: Result };
export type Progress = { readonly done: number; readonly differences: number };

const { campaign, part } = workerData as { readonly campaign: Campaign; readonly part: Part };
const tell = (told: Told): void => parentPort?.postMessage(told);
const progress = (done: number, differences: number): void => tell({ done, differences });
tell({ result: run(campaign, undefined, progress, part) });
