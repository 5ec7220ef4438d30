import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What came of a file, in sentences for whoever put it there. */
export type DropOutcome = { readonly isTaken: boolean; readonly lines: readonly string[] };

export type Drop = { readonly name: string; readonly bytes: Buffer };

const MARKER = '.done';
/** A file is read whole; what is larger than any register of a county is a mistake. */
const MOST_BYTES = 1024 * 1024 * 1024;

/**
 * Takes the files of a folder others copy into. A file counts once its marker (`name.done`) is there and it has not
 * changed since; then it is taken, and moved to `done/` or `failed/` beside a report. Cut off in between, it is offered
 * again: whoever takes it must know what it has. Answers how many files were dealt with.
 */
export async function takeDrops(
  folder: string,
  take: (drop: Drop) => Promise<DropOutcome>,
): Promise<number> {
  const names = new Set(await readdir(folder));
  let dealt = 0;
  for (const name of [...names].toSorted()) {
    if (name.endsWith(MARKER) || !names.has(`${name}${MARKER}`)) continue;
    const [file, marker] = [join(folder, name), join(folder, `${name}${MARKER}`)];
    const [found, marked] = [await lstat(file), await lstat(marker)];
    // A link may lead anywhere; a file that grew after its marker is still on its way.
    if (!found.isFile() || !marked.isFile() || found.mtimeMs > marked.mtimeMs) continue;
    const outcome =
      found.size > MOST_BYTES
        ? { isTaken: false, lines: ['文件超过 1 GB，没有接收。请分成几个文件重新提供。'] }
        : await take({ name, bytes: await readFile(file) });
    const to = join(folder, outcome.isTaken ? 'done' : 'failed');
    await mkdir(to, { recursive: true });
    await writeFile(join(to, `${name}.report.txt`), `${outcome.lines.join('\n')}\n`);
    await rename(file, join(to, name));
    await rm(marker);
    dealt += 1;
  }
  return dealt;
}
