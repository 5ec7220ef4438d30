import { randomUUID } from 'node:crypto';
import type { WriteTx } from '../../platform/database/database.ts';
import type { Asker, Context } from '../../platform/http/context.ts';
import { type Act, append, lockStream } from '../../platform/record/record.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import { type CaseState, isRecused } from '../case/index.ts';
import { caseGiven } from '../case/given.ts';
import { caseKind } from '../case/store.ts';
import type { Standards } from '../standards/store.ts';
import type { ImportResult } from './contract.ts';
import { answerSource } from './decide.ts';
import { importKind, type ImportState } from './import-record.ts';
import type { ImportRow, RowFault } from './import-row.ts';
import { recordRefusal } from './lookup-route.ts';
import { lookupRefusals } from './refusal.ts';
import { findOpenPersons, knownPersons, type OpenPerson } from './store.ts';
import type { VerificationEvent } from './verification.ts';

export type Batch = {
  readonly fileName: string;
  readonly hash: string;
  readonly rows: readonly ImportRow[];
  readonly bad: readonly RowFault[];
};

export type Importing = {
  readonly tx: WriteTx;
  readonly act: Act;
  readonly asker: Asker;
  readonly context: Context;
  readonly standards: Standards;
};

type Matched = { readonly line: ImportRow; readonly person: OpenPerson };
type Outcome = { readonly recorded: number; readonly bad: readonly RowFault[] };

/** Records the good rows of a file on their cases and lists the bad ones; the same file twice changes nothing. */
export async function importBatch(importing: Importing, batch: Batch): Promise<ImportResult> {
  const { tx, act, asker } = importing;
  const id = `${asker.area}-${batch.hash}`;
  const before = await lockStream(tx, importKind, id);
  if (before) return resultOf(id, before.state, true);
  const { matched, bad: unmatched } = await match(importing, batch.rows);
  const bad = [...batch.bad, ...unmatched];
  const cases = new Set<string>();
  let recorded = 0;
  for (const [caseId, lines] of byCase(matched)) {
    const outcome = await recordCase(importing, caseId, lines);
    bad.push(...outcome.bad);
    recorded += outcome.recorded;
    if (outcome.recorded > 0) cases.add(caseId);
  }
  const { fileName, hash } = batch;
  const event = {
    type: 'AnswersImported' as const,
    fileName,
    hash,
    recorded,
    cases: [...cases],
    bad: bad.toSorted((a, b) => a.row - b.row),
  };
  const from = { id, area: asker.area, version: 0, state: importKind.initial };
  const after = await append(tx, importKind, from, [event], act);
  return resultOf(id, after.state, false);
}

function resultOf(importId: string, state: ImportState, repeated: boolean): ImportResult {
  return {
    importId,
    repeated,
    fileName: state.fileName,
    importedOn: state.on ?? '',
    recorded: state.recorded,
    cases: state.cases.length,
    bad: state.bad.map((each) => ({ ...each })),
  };
}

async function match(
  { tx, asker, context }: Importing,
  rows: readonly ImportRow[],
): Promise<{ matched: Matched[]; bad: RowFault[] }> {
  const indexed = rows.map((line) => ({
    line,
    idIndex: context.sealer.indexOf('idNumber', line.idNumber),
  }));
  const indexes = [...new Set(indexed.map((each) => each.idIndex))];
  const persons = await findOpenPersons(tx, asker.area, indexes);
  const known = await knownPersons(tx, indexes);
  const matched: Matched[] = [];
  const bad: RowFault[] = [];
  for (const { line, idIndex } of indexed) {
    // A person in two households is asked about in both; the answer belongs to both requests.
    const found = persons.filter((each) => each.idIndex === idIndex);
    matched.push(...found.map((person) => ({ line, person })));
    if (found.length > 0) continue;
    const reason = known.has(idIndex)
      ? '此人目前没有待核对的提请，未导入'
      : '本县没有此身份证号的核对提请，未导入';
    bad.push({ row: line.row, reason });
  }
  return { matched, bad };
}

/** Cases in a fixed order, so that two imports at the same time wait for each other and never lock up. */
function byCase(matched: readonly Matched[]): readonly [string, readonly Matched[]][] {
  const grouped = Map.groupBy(matched, (each) => each.person.caseId);
  return [...grouped].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

async function recordCase(
  importing: Importing,
  caseId: string,
  lines: readonly Matched[],
): Promise<Outcome> {
  const { tx, act, asker, standards } = importing;
  const kind = caseKind(standards);
  const loaded = await lockStream(tx, kind, caseId);
  if (!loaded || isRecused(loaded.state, asker.person)) {
    return { recorded: 0, bad: lines.map(({ line }) => fault(line, '没有待核对的提请，未导入')) };
  }
  const given = caseGiven(standards, { asker, act }, loaded);
  const events: VerificationEvent[] = [];
  const bad: RowFault[] = [];
  const groups = Map.groupBy(lines, ({ line, person }) => `${line.source} ${person.memberId}`);
  for (const group of groups.values()) {
    const command = commandOf(group);
    const ids = group.map(() => randomUUID());
    const decision = answerSource(command, loaded.state, { ...given, ids, via: 'import' });
    if (decision.ok) events.push(...decision.events);
    else {
      bad.push(...group.map(({ line }) => fault(line, decision.refusal.message)));
      await recordIfLookup(importing, loaded, command, decision.refusal);
    }
  }
  await append(tx, kind, loaded, events, act);
  return { recorded: lines.length - bad.length, bad };
}

async function recordIfLookup(
  importing: Importing,
  loaded: Loaded<CaseState>,
  command: ReturnType<typeof commandOf>,
  refusal: Parameters<typeof recordRefusal>[3],
): Promise<void> {
  if (!lookupRefusals.includes(refusal.code)) return;
  const { requestId, source, answers } = command;
  const members = [...new Set(answers.map((each) => each.memberId))];
  await recordRefusal(importing, loaded, { requestId, source, members }, refusal);
}

/** What one source says about one member, as if somebody had typed it. */
function commandOf(group: readonly Matched[]) {
  const [first] = group;
  return {
    requestId: first?.person.requestId ?? '',
    source: first?.line.source ?? '',
    answers: group.map(({ line: { item, amount, text, asOf }, person }) => ({
      memberId: person.memberId,
      item,
      amount,
      text,
      asOf,
    })),
  };
}

function fault({ row }: ImportRow, reason: string): RowFault {
  return { row, reason };
}
