import { execFile } from 'node:child_process';

/** A word on a page and the box it fills, in points from the upper left corner. */
export type PlacedWord = {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

export type PdfPage = {
  readonly width: number;
  readonly height: number;
  readonly words: readonly PlacedWord[];
};

/**
 * The text of a PDF in the order it was set, without white space (a line break in a cell is not part of what
 * it says). Tests read documents back with it; it needs `pdftotext` of poppler-utils and says so when missing.
 */
export async function textOf(pdf: Uint8Array): Promise<string> {
  const text = await pdftotext(['-raw', '-enc', 'UTF-8'], pdf);
  return text.replaceAll(/[\s\u200b\u2060]/g, '');
}

/** Every page with its words and their places. */
export async function pagesOf(pdf: Uint8Array): Promise<PdfPage[]> {
  const html = await pdftotext(['-bbox', '-enc', 'UTF-8'], pdf);
  return [...html.matchAll(/<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gs)].map(
    ([, width, height, body = '']) => ({
      width: Number(width),
      height: Number(height),
      words: [...body.matchAll(WORD)].map(([, left, top, right, bottom, text = '']) => ({
        text,
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      })),
    }),
  );
}

const WORD =
  /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/g;

function pdftotext(options: readonly string[], pdf: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      'pdftotext',
      [...options, '-', '-'],
      { maxBuffer: 64 * 1024 * 1024 },
      (error, stdout) => {
        if (!error) return resolve(stdout);
        const absent = 'code' in error && error.code === 'ENOENT';
        reject(absent ? new Error('pdftotext is missing: install poppler-utils') : error);
      },
    );
    child.stdin?.end(pdf);
  });
}
