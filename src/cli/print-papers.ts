import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { instant } from '../kernel/clock.ts';
import type { CaseState } from '../modules/case/index.ts';
import { benefitPaperList, casePaperList, type ListedPaper } from '../modules/issuance/index.ts';
import type { BenefitState } from '../modules/review/index.ts';
import { read, SYSTEM } from '../platform/database/database.ts';
import type { Asker } from '../platform/http/context.ts';
import { askFor } from '../platform/http/route.ts';
import { createLogger } from '../platform/log.ts';
import { type App, createApp } from '../server/app.ts';
import type { Io } from './assess.ts';
import { openInstallation } from './installation.ts';

const USAGE = `用法 / usage: yimen papers <文件夹>
  把演示区县的全部文书（普通和大字版）、公函草稿打印到文件夹，供逐页查看。只用于演示区县。`;

/** Whoever runs the command on the machine: sees the county, and only made-up people are there to see. */
const operatorIn = (area: string): Asker => ({
  ...{ person: '', name: '演示打印', post: '', role: 'aid-officer', area },
});

/** `yimen papers <folder>`: every paper of the demo county, to be looked at. */
export async function runPapers(args: readonly string[], io: Io): Promise<number> {
  const [folder, ...rest] = args;
  if (!folder || folder.startsWith('-') || rest.length > 0) {
    io.err(USAGE);
    return 2;
  }
  const installation = await openInstallation({ migrating: false });
  try {
    const { database, keys, dataDirectory } = installation;
    const settings = await read(database, SYSTEM, (tx) =>
      sql<{ value: string }>`select value from setting where name = 'demo'`.execute(tx),
    );
    if (settings.rows[0]?.value !== 'true') {
      io.err('这不是演示区县：正式的文书由经办人员在系统中逐份出具。');
      return 1;
    }
    const log = createLogger({ level: 'error' });
    const clock = { now: () => instant(Date.now()) };
    const options = { database, clock, keys, dataDirectory, log, demo: true, checksAccess: false };
    const app = await createApp(options);
    await app.http.ready();
    const count = await printAll(app, folder);
    io.out(`已打印 ${count} 份到 ${folder}`);
    await app.http.close();
    return 0;
  } finally {
    await installation.close();
  }
}

type Stored<State> = { readonly id: string; readonly state: State };

async function printAll(app: App, folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  const { database } = app.context;
  const [cases, benefits, meetings] = await read(database, SYSTEM, async (tx) => [
    (await sql<Stored<CaseState>>`${streams('case')}`.execute(tx)).rows,
    (await sql<Stored<BenefitState>>`${streams('benefit')}`.execute(tx)).rows,
    (await sql<Stored<unknown>>`${streams('meeting')}`.execute(tx)).rows,
  ]);
  const county = cases[0]?.state.course.township?.slice(0, 6) ?? '';
  const asker = operatorIn(county);
  let count = 0;
  const print = async (name: string, papers: readonly ListedPaper[]) => {
    for (const [index, paper] of papers.entries()) {
      const at = `${name} ${String(index + 1).padStart(2, '0')} ${paper.title}`;
      count += await save(app, asker, paper.url, join(folder, `${safe(at)}.pdf`));
      if (paper.hasLarge) {
        const large = `${paper.url}${paper.url.includes('?') ? '&' : '?'}type=large`;
        count += await save(app, asker, large, join(folder, `${safe(at)}（大字版）.pdf`));
      }
      if (paper.letter)
        count += await save(app, asker, paper.letter, join(folder, `${safe(at)}.docx`));
    }
  };
  for (const { id, state } of cases) {
    const number = state.intake.accepted?.number ?? id.slice(0, 8);
    await print(`${state.course.scheme} ${number}`, casePaperList(id, state as never));
  }
  for (const { id, state } of benefits) {
    await print(`benefit ${id.slice(0, 8)}`, benefitPaperList(id, state as never, true));
  }
  for (const { id } of meetings) {
    const url = `/api/meetings/${id}/papers/minutes`;
    await print(`meeting ${id.slice(0, 8)}`, [{ title: '会议纪要', url, hasLarge: false }]);
  }
  return count;
}

function streams(kind: string) {
  return sql`select substr(stream, ${kind.length + 2}) as id, state from record
    where starts_with(stream, ${`${kind}:`}) order by stream`;
}

/** 1 when there was something to print: a list may name a paper that this case turns out not to have. */
async function save(app: App, asker: Asker, url: string, path: string): Promise<number> {
  const { status, type, bytes } = await askFor(app.http, asker, url);
  if (status === 404) return 0;
  if (status !== 200 || type.startsWith('application/json')) {
    throw new Error(`${url}: ${status} ${bytes.toString('utf8').slice(0, 300)}`);
  }
  await writeFile(path, bytes);
  return 1;
}

function safe(name: string): string {
  return name.replaceAll(/[\\/:*?"<>|\n]/g, '_').slice(0, 120);
}
