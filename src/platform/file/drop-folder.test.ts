import { mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Drop, takeDrops } from './drop-folder.ts';

describe('文件夹接收', () => {
  let folder: string;
  const taken: string[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yimen-drop-'));
    taken.length = 0;
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const take = async ({ name, bytes }: Drop) => {
    taken.push(`${name} ${bytes.toString()}`);
    return { isTaken: !name.startsWith('bad'), lines: [`收到 ${name}`] };
  };
  const put = (name: string, text: string) => writeFile(join(folder, name), text);

  it('标记来了才收，收过移走并留下说明；没有标记的、标记之后又变的，等着', async () => {
    await put('a.csv', '1');
    await put('a.csv.done', '');
    await put('bad.csv', '2');
    await put('bad.csv.done', '');
    await put('half.csv', '3');
    await put('late.csv', '4');
    await put('late.csv.done', '');
    await utimes(join(folder, 'late.csv'), new Date(), new Date(Date.now() + 60_000));
    expect(await takeDrops(folder, take)).toBe(2);
    expect(taken).toEqual(['a.csv 1', 'bad.csv 2']);
    expect((await readdir(folder)).toSorted()).toEqual(
      ['done', 'failed', 'half.csv', 'late.csv', 'late.csv.done'].toSorted(),
    );
    expect(await readdir(join(folder, 'done'))).toEqual(['a.csv', 'a.csv.report.txt']);
    expect(await readFile(join(folder, 'failed/bad.csv.report.txt'), 'utf8')).toBe(
      '收到 bad.csv\n',
    );
    expect(await takeDrops(folder, take)).toBe(0);
  });

  it('不跟随链接；接收中途断了，文件还在，下次再交', async () => {
    await put('secret', '不许读');
    await symlink(join(folder, 'secret'), join(folder, 'link.csv'));
    await put('link.csv.done', '');
    await put('a.csv', '1');
    await put('a.csv.done', '');
    const cutOff = takeDrops(folder, async () => {
      throw new Error('cut off');
    });
    await expect(cutOff).rejects.toThrow('cut off');
    expect(await takeDrops(folder, take)).toBe(1);
    expect(taken).toEqual(['a.csv 1']);
  });
});
