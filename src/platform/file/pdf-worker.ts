import { parentPort, workerData } from 'node:worker_threads';
import { type PDFiumDocument, PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { LONGEST_SIDE, toView } from './image-view.ts';
import { MOST_PAGES, type PdfAnswer } from './pdf-view.ts';

// 72 points to the inch; three times that is enough to read a scanned certificate.
const LARGEST_SCALE = 3;

async function answer(bytes: Uint8Array): Promise<PdfAnswer> {
  const library = await PDFiumLibrary.init();
  let document: PDFiumDocument;
  try {
    document = await library.loadDocument(bytes);
  } catch (error) {
    return { is: /[Pp]assword|security/.test((error as Error).message) ? 'locked' : 'broken' };
  }
  const count = document.getPageCount();
  if (count < 1) return { is: 'empty' };
  if (count > MOST_PAGES) return { is: 'too-long' };
  const pages: Uint8Array[] = [];
  for (let index = 0; index < count; index += 1) {
    const view = await viewOfPage(document.getPage(index));
    if (view === null) return { is: 'broken' };
    pages.push(view);
  }
  return { is: 'pages', pages };
}

async function viewOfPage(page: PDFiumPage): Promise<Uint8Array | null> {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const longest = Math.max(originalWidth, originalHeight);
  if (!(longest > 0)) return null;
  const { data } = await page.render({
    scale: Math.min(LARGEST_SCALE, LONGEST_SIDE / longest),
    renderFormFields: true,
    render: ({ data: pixels, width, height }) =>
      toView(sharp(pixels, { raw: { width, height, channels: 4 } })),
  });
  return data;
}

parentPort?.postMessage(await answer(workerData as Uint8Array));
