import { dayOf } from '../../kernel/clock.ts';
import { addMonths } from '../../kernel/local-date.ts';
import { read, type ReadTx, SYSTEM } from '../../platform/database/database.ts';
import { refusedBy } from '../../platform/http/problem.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import { caseCommand } from '../case/case-command.ts';
import { casePaper } from '../case/case-paper.ts';
import { getCase } from '../case/get-case.ts';
import { type CaseKind, caseKind } from '../case/store.ts';
import type { CaseState } from '../case/index.ts';
import { applicantName } from '../household/index.ts';
import { requireCaseFiles } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import {
  type ArchivedRow,
  benefitEnds,
  leavingsOf,
  listArchived,
  titledEvents,
} from './archive-store.ts';
import { memberIdsOf } from './benefit-id.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { usedToday } from './file-use-store.ts';
import { laterItems } from './later.ts';
import { archiveIndexOf } from './paper-data.ts';
import { refusals } from './refusal.ts';
import { KEPT_YEARS, type Leaving, retentionOf } from './retention.ts';

/** The closed files: one file with what it has grown by, the list, and papers that come from elsewhere. */
export function registerArchivedFiles(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: contract.addMaterial,
    access: access.AddMaterial,
    more: ({ tx, body, params }) => requireCaseFiles(tx, params.caseId, [body.file], 'file'),
    decide: decide.addMaterial,
  });
  registerFile(router, standards);
  registerIndexPaper(router, standards);
  registerList(router, standards);
}

/** Whoever keeps the files opens them; everybody else has said today why they look (DA-06). */
function registerFile(router: Router, standards: Standards): void {
  const kind = caseKind(standards);
  queryRoute(router, contract.archivedFile, access.ArchivedFile, async (call) => {
    const { tx, asker, context, params } = call;
    const loaded = await getCase(standards, call, params.caseId);
    const { state } = loaded;
    const { archived } = state.archive;
    if (!archived) throw refusedBy(refusals['file-not-archived']);
    const today = dayOf(context.clock.now());
    const keeps = asker.role === 'case-officer';
    if (!keeps && !(await usedToday(tx, loaded.id, asker.person, today))) {
      throw refusedBy(refusals['consult-first']);
    }
    const names = await context.namesOf(tx, [archived.by]);
    return {
      number: state.intake.accepted?.number ?? '',
      applicant: applicantName(state.household),
      archivedOn: archived.on,
      archivedBy: names.get(archived.by) ?? '',
      items: archived.items.map((each) => ({ ...each })),
      later: await laterOf(tx, kind, loaded.id, state),
      retention: { ...retentionOf(await leaving(tx, loaded.id, state), today) },
      version: loaded.version,
    };
  });
}

/** 卷内目录 as it is printed: who may read the case was asked before. */
function registerIndexPaper(router: Router, standards: Standards): void {
  const { database } = router.context;
  casePaper(router, standards, {
    contract: contract.archiveIndexPaper,
    access: access.ArchiveIndexPaper,
    paper: 'archive-index',
    dataOf: async (sheet) => {
      const { caseId, state } = sheet;
      const titleOf = caseKind(standards).titleOf;
      const events = await read(database, SYSTEM, (tx) =>
        titledEvents(tx, caseId, memberIdsOf(state), titleOf),
      );
      return archiveIndexOf(sheet, laterItems(events));
    },
  });
}

async function laterOf(tx: ReadTx, kind: CaseKind, caseId: string, state: CaseState) {
  const events = await titledEvents(tx, caseId, memberIdsOf(state), kind.titleOf);
  return laterItems(events).map(({ files, ...rest }) => ({ ...rest, files: [...files] }));
}

async function leaving(tx: ReadTx, caseId: string, state: CaseState): Promise<Leaving> {
  const { confirmation, course } = state;
  return {
    outcome: confirmation.decision?.outcome ?? null,
    decidedOn: confirmation.decision?.on ?? null,
    closedOn: course.closed?.on ?? null,
    once: course.scheme === 'temporary',
    benefits: await benefitEnds(tx, { caseId, memberIds: memberIdsOf(state) }),
  };
}

const PAGE = 50;
/** Few of the old files are over: those still on assistance are passed by in larger steps. */
const SCAN = 500;
/** The last moment before the first file. */
const START = ['', ''] as const;

function registerList(router: Router, standards: Standards): void {
  queryRoute(router, contract.archiveList, access.ArchiveList, async (call) => {
    const { tx, asker, context, search } = call;
    const today = dayOf(context.clock.now());
    const filter = {
      area: asker.area,
      text: search.text,
      // A file is closed some days after the decision its time may run from.
      until: search.show === 'over' ? addMonths(today, -(KEPT_YEARS - 1) * 12) : today,
      isOut: search.show === 'out',
      limit: search.show === 'over' ? SCAN : PAGE,
    };
    const files: Shown[] = [];
    let after = placeOf(search.after);
    for (;;) {
      const rows = await listArchived(tx, { ...filter, after });
      const leavings = await leavingsOf(tx, rows);
      for (const row of rows) {
        const retention = retentionOf(leavings.get(row.caseId), today);
        if (search.show === 'over' && !retention.isOver) continue;
        files.push(shown(standards, row, retention));
      }
      const last = rows.at(-1);
      if (last) after = [last.archivedOn, last.caseId];
      if (rows.length < filter.limit) return { files, next: null };
      if (files.length >= PAGE) return { files, next: after.join(' ') };
    }
  });
}

type Shown = ReturnType<typeof shown>;

function shown(standards: Standards, row: ArchivedRow, retention: ReturnType<typeof retentionOf>) {
  const { caseId, number, applicant, scheme, archivedOn, pieces } = row;
  return {
    ...{ caseId, number, applicant, scheme, archivedOn, pieces },
    townshipName: standards.nameOf(row.area.slice(0, 9)),
    retention: { ...retention },
    lentTo: row.lentTo ?? '',
    dueOn: row.dueOn ?? '',
  };
}

function placeOf(after: string): readonly [string, string] {
  const [on = '', caseId = ''] = after.split(' ');
  return on === '' ? START : [on, caseId];
}
