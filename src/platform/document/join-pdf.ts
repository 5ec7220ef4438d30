import { PDFDocument } from '@cantoo/pdf-lib';
import type { LocalDate } from '../../kernel/local-date.ts';

export type JoinOptions = {
  readonly title: string;
  readonly date: LocalDate;
  /** Printed on both sides, no two documents share a sheet: one family's paper never has another's on its back. */
  readonly isDoubleSided: boolean;
};

/** Several PDF documents as one, in their order, for one print job. The record keeps each for itself. */
export async function joinPdf(
  parts: readonly Uint8Array[],
  { title, date, isDoubleSided }: JoinOptions,
): Promise<Uint8Array> {
  const joined = await PDFDocument.create();
  const day = new Date(`${date}T00:00:00Z`);
  joined.setTitle(title);
  joined.setProducer('Yimen');
  joined.setCreationDate(day);
  joined.setModificationDate(day);
  for (const part of parts) {
    const source = await PDFDocument.load(part);
    for (const page of await joined.copyPages(source, source.getPageIndices())) {
      joined.addPage(page);
    }
    if (isDoubleSided && source.getPageCount() % 2 === 1) {
      const { width, height } = source.getPage(0).getSize();
      joined.addPage([width, height]);
    }
  }
  return joined.save();
}
