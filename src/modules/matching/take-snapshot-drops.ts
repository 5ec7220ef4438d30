import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dayOf } from '../../kernel/clock.ts';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import { sm3 } from '../../platform/crypto/sm3.ts';
import { read, SYSTEM, write } from '../../platform/database/database.ts';
import { type Drop, type DropOutcome, takeDrops } from '../../platform/file/drop-folder.ts';
import { ProblemError } from '../../platform/http/problem.ts';
import { fieldTitles } from './element.ts';
import { keepSnapshot } from './keep-snapshot.ts';
import { continueLoad, type LoadWork } from './load-snapshot.ts';
import { snapshotFileFault } from './snapshot-file.ts';
import { findLoad, listBadRows } from './snapshot-store.ts';
import type { Source } from './source.ts';

const SHOWN = 1000;
const CLOCK = { person: 'clock', post: 'clock' };

/**
 * Takes in what departments copy into `<inbox>/<county>/<source>/`: a file whose name begins with the day its data are
 * of, with its marker. The same file of a source is taken once. Answers how many files were dealt with.
 */
export async function takeSnapshotDrops(
  work: LoadWork,
  inbox = process.env['YIMEN_INBOX'] ?? '',
): Promise<number> {
  if (inbox === '' || !existsSync(inbox)) return 0;
  const today = dayOf(work.context.clock.now());
  let dealt = 0;
  for (const county of (await readdir(inbox)).filter((name) => /^\d{6}$/.test(name))) {
    for (const source of work.catalogue.sourcesOf(county, today)) {
      const folder = join(inbox, county, source.source);
      if (!existsSync(folder)) continue;
      dealt += await takeDrops(folder, (drop) => takeOne(work, { county, source }, drop));
    }
  }
  return dealt;
}

type Place = { readonly county: string; readonly source: Source };

async function takeOne(
  work: LoadWork,
  { county, source }: Place,
  { name, bytes }: Drop,
): Promise<DropOutcome> {
  const asOf = dayIn(name);
  if (!asOf) return refusal('文件名须以数据截至日期开头，例如 2026-11-20.csv，没有接收。');
  const fault = await snapshotFileFault({ bytes, name, source });
  if (fault) return refusal(fault);
  const { context } = work;
  const recordedAt = context.clock.now();
  const command = `drop-${sm3(bytes).toString('hex').slice(0, 24)}`;
  const act = { actor: CLOCK.person, post: CLOCK.post, command, recordedAt };
  try {
    const file = { fileName: name.slice(-100), bytes, source, asOf, area: county };
    const loadId = await write(context.database, { area: county, person: '' }, (tx) =>
      keepSnapshot(context, { tx, act, asker: CLOCK }, file),
    );
    await continueLoad(work, { loadId, area: county });
    return await reported(work, loadId, source);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { problem } = error;
    if (problem.code !== 'refused') throw error;
    // What was kept before the program stopped is here already, and done with.
    const isHere = problem.refusal.code === 'snapshot-repeated';
    return { isTaken: isHere, lines: [problem.refusal.message] };
  }
}

/** The day a file's name begins with. */
function dayIn(name: string): LocalDate | null {
  const written = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(name);
  const day = written ? `${written[1]}-${written[2]}-${written[3]}` : '';
  return isLocalDate(day) ? day : null;
}

async function reported(
  { context }: LoadWork,
  loadId: string,
  source: Source,
): Promise<DropOutcome> {
  const { load, bad } = await read(context.database, SYSTEM, async (tx) => ({
    load: await findLoad(tx, loadId),
    bad: await listBadRows(tx, loadId),
  }));
  if (load?.phase === 'failed') return { isTaken: false, lines: [load.fault, ...wrong(bad)] };
  const head =
    load?.phase === 'loaded'
      ? `已导入“${source.title}”${load.good} 行，${load.bad} 行有错没有导入。`
      : `已接收“${source.title}”，正在导入，结果见“信息比对”。`;
  return { isTaken: true, lines: [head, ...wrong(bad)] };
}

function wrong(bad: Awaited<ReturnType<typeof listBadRows>>): readonly string[] {
  const lines = bad.slice(0, SHOWN).map(({ place, field, message }) => {
    const needs = field === '' ? '整行' : fieldTitles[field];
    return `第 ${place} 行，${needs}：${message}`;
  });
  return bad.length > SHOWN
    ? [...lines, `另有 ${bad.length - SHOWN} 行，请到“信息比对”下载。`]
    : lines;
}

function refusal(line: string): DropOutcome {
  return { isTaken: false, lines: [line] };
}
