import { readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import sharp from 'sharp';
import type { LocalDate } from '../../kernel/local-date.ts';
import { readFonts } from './font.ts';
import { codePointsOf, missingGlyphs, withGeta } from './missing-glyph.ts';

/** A template: a typst file directly inside a folder. Nothing outside that folder can be read by it. */
export type Template = { readonly folder: string; readonly file: string };

/**
 * `date` is the document's date, given by the caller so that the same input gives the same bytes.
 * `fontFolder` adds the office's own typefaces (else YIMEN_FONT_FOLDER, else the bundled ones only).
 */
export type RenderOptions = {
  readonly date: LocalDate;
  readonly fontFolder?: string;
  /** What else the template finds in `sys.inputs`: how to set the page, never what to say. */
  readonly inputs?: Readonly<Record<string, string>>;
};

/**
 * Sets a document as PDF/A-2b. The data reach the template as JSON in `sys.inputs.data` and are never
 * evaluated: `#`, `$`, `*`, `[` in a text print as they are. Characters no font can draw print as 〓, and
 * `sys.inputs.missing` lists them for the template's note. Throws when the template fails.
 */
export async function renderPaper(
  template: Template,
  data: unknown,
  options: RenderOptions,
): Promise<Uint8Array> {
  const compiler = await turnOf(template, options);
  return typeset(compiler, template, data, options).pdf;
}

/** The same document as one PNG, pages below one another, `dpi` dots per inch: a preview, not a record. */
export async function renderPng(
  template: Template,
  data: unknown,
  options: RenderOptions & { readonly dpi?: number },
): Promise<Uint8Array> {
  const compiler = await turnOf(template, options);
  const { document } = typeset(compiler, template, data, options);
  const svg = Buffer.from(compiler.plainSvg(document));
  return sharp(svg, { density: options.dpi ?? 96, unlimited: true })
    .png()
    .toBuffer();
}

type Typeset = { readonly document: NodeTypstDocument; readonly pdf: Uint8Array };

// Each retry can only meet characters that the earlier ones hid, so a few rounds are plenty.
const MOST_ROUNDS = 4;

function typeset(
  compiler: NodeCompiler,
  { folder, file }: Template,
  data: unknown,
  { date, inputs: more = {} }: RenderOptions,
): Typeset {
  const missing: string[] = [];
  // A template without a date of its own would otherwise be stamped with the time of printing.
  const creationTimestamp = Date.parse(date) / 1000;
  for (let round = 1; ; round += 1) {
    const inputs = {
      ...more,
      data: JSON.stringify(withGeta(data, missing)),
      date,
      missing: missing.map(codePointsOf).join('、'),
    };
    const document = compile(compiler, join(folder, file), inputs);
    try {
      const pdf = compiler.pdf(document, { pdfStandard: 'a-2b', creationTimestamp });
      return { document, pdf: new Uint8Array(pdf) };
    } catch (error) {
      const found = missingGlyphs(String(error)).filter((glyph) => !missing.includes(glyph));
      if (found.length === 0 || round === MOST_ROUNDS) throw error;
      missing.push(...found);
    } finally {
      // typst remembers layouts between runs; without this the memory of a long-lived server only grows.
      compiler.evictCache(3);
    }
  }
}

function compile(
  compiler: NodeCompiler,
  path: string,
  inputs: Record<string, string>,
): NodeTypstDocument {
  const outcome = compiler.compile({ mainFilePath: path, inputs });
  if (outcome.result && !outcome.hasError()) return outcome.result;
  const reasons = outcome.takeDiagnostics()?.shortDiagnostics ?? [];
  throw new Error(`template ${path}: ${reasons.map(messageOf).join('; ') || 'no output'}`);
}

function messageOf(diagnostic: unknown): string {
  if (typeof diagnostic !== 'object' || diagnostic === null) return String(diagnostic);
  return 'message' in diagnostic ? String(diagnostic.message) : JSON.stringify(diagnostic);
}

/**
 * The compiler, in a turn of its own: typesetting holds the thread for some 16 ms, so requests get theirs
 * between two documents, and only then does Node free the native memory of the document before (a batch
 * that never gave way grew by half a megabyte a document; measured).
 */
async function turnOf(template: Template, options: RenderOptions): Promise<NodeCompiler> {
  const compiler = await compilerOf(template, options);
  await setImmediate();
  return compiler;
}

// Loading the fonts takes a third of a second and their memory counts, so each folder has one compiler.
const compilers = new Map<string, Promise<NodeCompiler>>();

function compilerOf(template: Template, options: RenderOptions): Promise<NodeCompiler> {
  if (!/^[a-z0-9-]+\.typ$/.test(template.file)) {
    throw new Error(`not the name of a template: ${template.file}`);
  }
  const fontFolder = options.fontFolder ?? process.env.YIMEN_FONT_FOLDER;
  const key = `${template.folder}\n${fontFolder ?? ''}`;
  const known = compilers.get(key);
  if (known) return known;
  const opening = openCompiler(template.folder, fontFolder);
  compilers.set(key, opening);
  // A missing font folder must not be remembered: the next call tries again.
  opening.catch(() => compilers.delete(key));
  return opening;
}

async function openCompiler(folder: string, fontFolder?: string): Promise<NodeCompiler> {
  await refuseLinks(folder);
  const fontBlobs = await readFonts(fontFolder);
  return NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] });
}

/** typst keeps templates inside their folder but follows symbolic links out of it; so there may be none. */
async function refuseLinks(folder: string): Promise<void> {
  const entries = await readdir(await realpath(folder), { withFileTypes: true, recursive: true });
  const link = entries.find((entry) => entry.isSymbolicLink());
  if (link) throw new Error(`a template folder holds no symbolic links: ${link.name}`);
}
