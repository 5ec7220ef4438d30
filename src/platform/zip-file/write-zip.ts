import type { PassThrough } from 'node:stream';
import { ZipFile } from 'yazl';
import type { LocalDate } from '../../kernel/local-date.ts';
import { FILE_MODE, HOUR } from './zip-layout.ts';

export type ZipContent = { readonly path: string; readonly bytes: Uint8Array };

/**
 * A ZIP of these files in this order, in the shape of zip-layout.ts, as it comes into being: the next file is asked
 * for only when the one before has left. The same files and day give the same bytes.
 */
export async function* writeZip(
  day: LocalDate,
  contents: AsyncIterable<ZipContent>,
): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  const output = zip.outputStream as PassThrough;
  const filling = fill(zip, output, day, contents).catch((error: Error) => output.destroy(error));
  for await (const chunk of output) yield chunk as Buffer;
  await filling;
}

async function fill(
  zip: ZipFile,
  output: PassThrough,
  day: LocalDate,
  contents: AsyncIterable<ZipContent>,
): Promise<void> {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  // The format has no time zone: the writer reads the parts of a local time, and so we give it one.
  const mtime = new Date(year, month - 1, date, HOUR);
  for await (const { path, bytes } of contents) {
    const options = { mtime, mode: FILE_MODE, compress: false, forceDosTimestamp: true };
    zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), path, options);
    if (output.writableNeedDrain) await room(output);
    if (output.destroyed) return;
  }
  zip.end();
}

/** Waits until the reader has taken what was written, or is gone. */
function room(output: PassThrough): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      output.off('drain', go).off('close', go);
      resolve();
    };
    output.on('drain', go).on('close', go);
  });
}
