import { execFile } from 'node:child_process';
import reader from 'jsqr';
import sharp from 'sharp';

/** As a phone or a hand scanner sees a page: coarser than a printer sets it. */
const DPI = 200;
/** The lower right of an A4 page at that resolution, where the foot has the code: a whole page takes seconds. */
const FOOT = ['-x', '1000', '-y', '1900', '-W', '654', '-H', '439'];

/** What the QR code at the foot of a printed page says, read off its picture; null where there is none. */
export async function qrOnPage(pdf: Uint8Array, page = 1): Promise<string | null> {
  const png = await pictureOf(pdf, page);
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return reader.default(new Uint8ClampedArray(data), info.width, info.height)?.data ?? null;
}

function pictureOf(pdf: Uint8Array, page: number): Promise<Buffer> {
  const options = [
    '-png',
    '-r',
    `${DPI}`,
    '-f',
    `${page}`,
    '-l',
    `${page}`,
    ...FOOT,
    '-singlefile',
    '-',
  ];
  return new Promise((resolve, reject) => {
    const child = execFile(
      'pdftoppm',
      options,
      { maxBuffer: 64 * 1024 * 1024, encoding: 'buffer' },
      (error, stdout) => (error ? reject(error) : resolve(stdout)),
    );
    child.stdin?.end(pdf);
  });
}
