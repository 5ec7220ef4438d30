import { fileTypeFromBuffer } from 'file-type';
import { type AcceptedFile, type FileKind, type FileRefusal, refuseFile } from './accepted-file.ts';
import { captureRecordOf } from './capture-record.ts';
import { carriesAnotherFormat } from './foreign-format.ts';
import { viewOfImage } from './image-view.ts';
import { viewOfPdf } from './pdf-view.ts';

const MEBIBYTE = 1024 * 1024;
const LARGEST_FILE_BYTES = 10 * MEBIBYTE;

const KINDS: Readonly<Record<string, FileKind>> = { jpg: 'jpeg', png: 'png', pdf: 'pdf' };
const EXTENSIONS: Readonly<Record<FileKind, string>> = { jpeg: '.jpg', png: '.png', pdf: '.pdf' };

/**
 * Judges an upload by what is in it, never by its name: JPEG, PNG or PDF, at most 10 MB, 50 megapixels, 30 pages,
 * really decoded, with nothing else hidden in it (TH-16).
 */
export async function acceptFile(
  bytes: Uint8Array,
  claimedName: string,
): Promise<AcceptedFile | FileRefusal> {
  if (bytes.length === 0) return refuseFile('文件是空的，请重新选择或重新拍摄。');
  if (bytes.length > LARGEST_FILE_BYTES) {
    return refuseFile('文件超过 10 MB，请压缩或重新拍摄后再上传。');
  }
  const kind = await kindOf(bytes);
  if (typeof kind !== 'string') return kind;
  if (carriesAnotherFormat(bytes, kind)) {
    return refuseFile('文件里夹带了别的内容，不能接收。请重新拍照或重新导出后再上传。');
  }
  const view = kind === 'pdf' ? await viewOfPdf(bytes) : await viewOfImage(bytes, kind);
  if (!view.ok) return view;
  const capture = kind === 'jpeg' ? await captureRecordOf(bytes) : {};
  return { ok: true, kind, name: displayName(claimedName, kind), pages: view.pages, capture };
}

async function kindOf(bytes: Uint8Array): Promise<FileKind | FileRefusal> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const extension = found?.ext ?? '';
  return KINDS[extension] ?? refuseFile(adviceFor(extension, found?.mime ?? ''));
}

function adviceFor(extension: string, mime: string): string {
  if (['heic', 'heif', 'avif'].includes(extension)) {
    return '这是苹果手机的 HEIC 照片，无法接收。请在手机“设置-相机-格式”里选“兼容性最佳”后重拍，或另存为 JPG。';
  }
  if (mime.startsWith('image/'))
    return `不能接收 ${extension.toUpperCase()} 图片，请另存为 JPG 后上传。`;
  if (mime.startsWith('video/')) return '不能接收视频，请上传照片或 PDF。';
  if (/officedocument|x-cfb/.test(mime)) return '不能接收 Word、Excel 文件，请另存为 PDF 后上传。';
  if (/zip|rar|7z|compressed/.test(mime))
    return '不能接收压缩包，请解压后把里面的照片或 PDF 逐个上传。';
  return '这个文件不是照片，也不是 PDF，不能接收。只能上传 JPG、PNG 照片或 PDF。';
}

// Control characters, and those that turn the reading direction: gpj.exe would read as exe.jpg.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The last part of the claimed name, readable, at most 80 characters, with the extension of what it really is. */
function displayName(claimed: string, kind: FileKind): string {
  const last = claimed.replaceAll(UNPRINTABLE, '').split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .replace(/\.[^.]*$/, '')
    .replace(/^\.+/, '')
    .trim();
  return `${[...stem].slice(0, 80).join('') || '未命名'}${EXTENSIONS[kind]}`;
}
