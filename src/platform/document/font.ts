import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * The faces every document can rely on: full static TTFs of Noto Serif SC (text) and Noto Sans SC (titles of
 * tables, posters), OFL-1.1. GB/T 9704 asks for 仿宋 and 小标宋, which are not free: an office that has a
 * licence puts the files into a folder of its own and names it (`fontFolder`, or YIMEN_FONT_FOLDER);
 * `layout.typ` prefers those families when they are there.
 */
const BUNDLED = [
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
];

const locate = createRequire(import.meta.url);

/** The bytes of all faces: the bundled ones, then those of the office's folder in order of their names. */
export async function readFonts(fontFolder?: string): Promise<Buffer[]> {
  const own = fontFolder ? await ownFontFiles(fontFolder) : [];
  const files = [...BUNDLED.map((path) => locate.resolve(path)), ...own];
  return Promise.all(files.map((file) => readFile(file)));
}

async function ownFontFiles(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /\.(ttf|otf|ttc)$/i.test(name)).sort();
  if (names.length === 0) throw new Error(`no font file (.ttf, .otf, .ttc) in ${folder}`);
  return names.map((name) => join(folder, name));
}
