import { Worker } from 'node:worker_threads';
import { type FileRefusal, refuseFile } from './accepted-file.ts';

export const MOST_PAGES = 30;
const PATIENCE_MS = 20_000;

/** What the worker answers. */
export type PdfAnswer =
  | { readonly is: 'pages'; readonly pages: readonly Uint8Array[] }
  | { readonly is: 'locked' | 'broken' | 'empty' | 'too-long' };

const REFUSALS: Readonly<Record<Exclude<PdfAnswer['is'], 'pages'> | 'too-slow', string>> = {
  locked: '这个 PDF 加了密码，打不开。请去掉密码后再上传。',
  broken: '这个 PDF 已损坏或没有传完整，打不开。请重新导出后再上传。',
  empty: '这个 PDF 里一页也没有，请重新导出后再上传。',
  'too-long': `这个 PDF 超过 ${MOST_PAGES} 页，请分成几个文件上传。`,
  'too-slow': '这个 PDF 太复杂，处理不了。请打印后拍照上传。',
};

let last: Promise<unknown> = Promise.resolve();

/**
 * Renders every page to a picture. PDFium runs as WebAssembly in a worker of its own: no files, no network, ended
 * after 20 seconds. One document at a time, so that two large ones do not take the machine's memory together.
 */
export function viewOfPdf(bytes: Uint8Array): Promise<{ ok: true; pages: Buffer[] } | FileRefusal> {
  const result = last.then(() => render(bytes));
  last = result.catch(() => {});
  return result;
}

async function render(bytes: Uint8Array): Promise<{ ok: true; pages: Buffer[] } | FileRefusal> {
  const answer = await askWorker(bytes);
  if (answer.is !== 'pages') return refuseFile(REFUSALS[answer.is]);
  return { ok: true, pages: answer.pages.map((page) => Buffer.from(page)) };
}

async function askWorker(bytes: Uint8Array): Promise<PdfAnswer | { is: 'too-slow' }> {
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve) => {
      worker.once('message', (answer: PdfAnswer) => resolve(answer));
      // Out of memory or a trap inside the renderer: the document is at fault, not the program.
      worker.once('error', () => resolve({ is: 'broken' }));
      worker.once('exit', () => resolve({ is: 'broken' }));
      timer = setTimeout(() => resolve({ is: 'too-slow' }), PATIENCE_MS);
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
