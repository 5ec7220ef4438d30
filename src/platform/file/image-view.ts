import sharp, { type Sharp } from 'sharp';
import { type FileKind, type FileRefusal, refuseFile } from './accepted-file.ts';

/** The copy people see: no side longer than this, JPEG, without metadata. */
export const LONGEST_SIDE = 2000;
const JPEG_QUALITY = 82;
const MOST_PIXELS = 50_000_000;
const SECONDS = 20;

const BROKEN = refuseFile('图片已损坏或没有传完整，打不开。请重新拍摄或重新选择。');
const TOO_LARGE = refuseFile('图片尺寸超过 5000 万像素，请用较低的分辨率重新拍摄。');

/** Decodes the whole picture and writes it anew, upright and on white. */
export async function viewOfImage(
  bytes: Uint8Array,
  kind: Exclude<FileKind, 'pdf'>,
): Promise<{ ok: true; pages: Buffer[] } | FileRefusal> {
  try {
    const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
    const { format, width, height } = await image.metadata();
    if (format !== kind) return BROKEN;
    if (width * height > MOST_PIXELS) return TOO_LARGE;
    return { ok: true, pages: [await toView(image.rotate())] };
  } catch (error) {
    return (error as Error).message.includes('pixel limit') ? TOO_LARGE : BROKEN;
  }
}

/** sharp leaves out EXIF, XMP and colour profiles unless told to keep them. */
export function toView(image: Sharp): Promise<Buffer> {
  return image
    .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .timeout({ seconds: SECONDS })
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer();
}
