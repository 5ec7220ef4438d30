import { describe, expect, test } from 'vitest';
import { PDFDocument } from '@cantoo/pdf-lib';
import { localDate } from '../../kernel/local-date.ts';
import { joinPdf } from './join-pdf.ts';

const date = localDate('2026-11-23');

async function document(pages: number, width: number): Promise<Uint8Array> {
  const made = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) made.addPage([width, 842]);
  return made.save();
}

async function widths(bytes: Uint8Array): Promise<number[]> {
  const read = await PDFDocument.load(bytes);
  return read.getPages().map((page) => page.getWidth());
}

describe('批量打印', () => {
  test('五十份合成一个文件，一页不少，次序不变', async () => {
    const parts = await Promise.all(Array.from({ length: 50 }, (_, at) => document(2, 500 + at)));
    const joined = await joinPdf(parts, { title: '批量', date, isDoubleSided: false });
    const expected = Array.from({ length: 100 }, (_, at) => 500 + Math.floor(at / 2));
    expect(await widths(joined)).toEqual(expected);
  });

  test('双面打印时，单数页的后面留一面空白，两户不会印在同一张纸上', async () => {
    const parts = [await document(1, 500), await document(2, 600), await document(3, 700)];
    const joined = await joinPdf(parts, { title: '批量', date, isDoubleSided: true });
    expect(await widths(joined)).toEqual([500, 500, 600, 600, 700, 700, 700, 700]);
  });
});
