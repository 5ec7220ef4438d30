import type { Sealer } from '../../platform/crypto/sealed.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { Asker } from '../../platform/http/context.ts';
import { findStream } from '../../platform/record/record.ts';
import { type CaseKind, caseKind } from '../case/store.ts';
import { sealContext } from '../household/seal-context.ts';
import type { Standards } from '../standards/store.ts';
import { importColumns } from './import-row.ts';
import { sourceTitle } from './item.ts';
import { lookupsOf } from './lookup-right.ts';
import type { ListedPerson, RequestListState } from './request-list.ts';
import { waitingFor } from './store.ts';

const MOST_CASES = 500;

export const listHeading: readonly string[] = ['姓名', ...Object.values(importColumns)];

/** Everybody a source must still be asked about, authorised this moment; nobody else gets onto a list. */
export async function personsWaiting(
  tx: ReadTx,
  standards: Standards,
  asker: Asker,
  source: string,
): Promise<readonly ListedPerson[]> {
  const kind = caseKind(standards);
  const persons: ListedPerson[] = [];
  for (const { caseId, requestId } of await waitingFor(tx, asker.area, source, MOST_CASES)) {
    const loaded = await findStream(tx, kind, caseId);
    const request = loaded?.state.verification.requests.at(-1);
    if (!loaded || request?.id !== requestId) continue;
    const answered = request.answers.filter((each) => each.source === source && !each.partial);
    const caseNumber = loaded.state.intake.accepted?.number ?? '';
    for (const { memberId, authorisationId } of lookupsOf(loaded.state)) {
      const isAsked = request.members.includes(memberId);
      if (!isAsked || answered.some((each) => each.memberId === memberId)) continue;
      persons.push({ caseId, caseNumber, requestId, memberId, authorisationId });
    }
  }
  return persons;
}

/** The lines of a list in the columns an import reads back, item and amount left empty for the source. */
export async function listRows(
  tx: ReadTx,
  kind: CaseKind,
  sealer: Sealer,
  list: RequestListState,
): Promise<readonly (readonly string[])[]> {
  const rows: string[][] = [];
  for (const { caseId, memberId } of list.persons) {
    const loaded = await findStream(tx, kind, caseId);
    const person = loaded?.state.household.declaration?.people.find(
      (each) => each.memberId === memberId,
    );
    if (!person?.idNumber) continue;
    const number = sealer.open(sealContext(caseId, 'idNumber', memberId), person.idNumber);
    rows.push([person.name, number, sourceTitle(list.source), '', '', '', '']);
  }
  return rows;
}
