import { fileURLToPath } from 'node:url';
import { qrSvg } from '../platform/document/qr.ts';
import { renderPaper, renderPng, type RenderOptions } from '../platform/document/render.ts';
import { type DataOf, type PaperName, papers } from './index.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** `large` sets the same text in the type that older readers need. */
export type PrintOptions = RenderOptions & { readonly large?: boolean };

/**
 * Prints a paper as PDF/A-2b. `data` must fit the paper's schema exactly; anything beyond it throws a
 * ZodError, so a field nobody decided to print cannot reach the page.
 */
export function printPaper<Name extends PaperName>(
  name: Name,
  data: DataOf<Name>,
  options: PrintOptions,
): Promise<Uint8Array> {
  const { template, schema } = papers[name];
  return renderPaper({ folder, file: template }, printable(schema.parse(data)), setting(options));
}

/** The same page as PNG, for a preview on the screen. */
export function previewPaper<Name extends PaperName>(
  name: Name,
  data: DataOf<Name>,
  options: PrintOptions & { readonly dpi?: number },
): Promise<Uint8Array> {
  const { template, schema } = papers[name];
  return renderPng({ folder, file: template }, printable(schema.parse(data)), setting(options));
}

function setting<Options extends PrintOptions>({ large, ...options }: Options) {
  return large ? { ...options, inputs: { type: 'large' } } : options;
}

/** Pictures in the form a template can place: QR addresses as drawings, signatures as their bytes. */
function printable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(printable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, picture(key, part)]));
}

function picture(key: string, part: unknown): unknown {
  if (key === 'verification' && isRecord(part) && typeof part.address === 'string') {
    return { code: part.code, svg: qrSvg(part.address) };
  }
  if (isRecord(part) && typeof part.pngBase64 === 'string') {
    return { png: [...Buffer.from(part.pngBase64, 'base64')] };
  }
  return printable(part);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
