import type { LocalDate } from '../../kernel/local-date.ts';
import { SCHEME_SHORT } from '../../rules/scheme.ts';
import type { Sealer } from '../../platform/crypto/sealed.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { findStream } from '../../platform/record/record.ts';
import { benefitKind, findRunning, type RunningElsewhere } from '../review/register-existing.ts';
import type { Standards } from '../standards/store.ts';
import type { FoundHousehold } from './household-store.ts';
import { ledgerColumns } from './ledger-column.ts';
import { compareWithRules } from './compare-with-rules.ts';
import type { Grouped, LedgerHousehold } from './ledger-household.ts';
import type { RowFault } from './read-row.ts';
import { type Indexed, registerDifferences } from './register-difference.ts';
import type { Layout } from './takeover.ts';

export type CheckWork = {
  readonly standards: Standards;
  readonly sealer: Sealer;
  readonly layout: Layout;
  readonly today: LocalDate;
};

/** What is found in some households of a ledger: against the register, and against the rules of today. */
export async function checkHouseholds(
  tx: ReadTx,
  work: CheckWork,
  chunk: readonly { readonly place: number; readonly grouped: Grouped }[],
): Promise<readonly FoundHousehold[]> {
  const indexed = chunk.map(({ grouped: { household } }) =>
    household ? indexedOf(work.sealer, household) : null,
  );
  const asked = indexed.flatMap((each) => each?.people ?? []);
  const running = Map.groupBy(await findRunning(tx, asked, ''), ({ idIndex }) => idIndex);
  const found: FoundHousehold[] = [];
  for (const [at, { place, grouped }] of chunk.entries()) {
    // The rules take some milliseconds a household: people's requests come in between.
    if (at % 10 === 9) await new Promise((resolve) => setImmediate(resolve));
    const known = indexed[at];
    const { household } = grouped;
    found.push(
      household && known
        ? await compared(tx, work, { place, grouped, household, indexed: known, running })
        : unread(place, grouped),
    );
  }
  return found;
}

function indexedOf(sealer: Sealer, { people, account }: LedgerHousehold): Indexed {
  const tail = account?.number.slice(-4) ?? '';
  return {
    people: people.map(({ idNumber }) => sealer.indexOf('idNumber', idNumber)),
    account: account && { index: sealer.indexOf('account', account.number), tail },
  };
}

type Asked = {
  readonly place: number;
  readonly grouped: Grouped;
  readonly household: LedgerHousehold;
  readonly indexed: Indexed;
  readonly running: ReadonlyMap<string, readonly RunningElsewhere[]>;
};

async function compared(tx: ReadTx, work: CheckWork, asked: Asked): Promise<FoundHousehold> {
  const { place, grouped, household } = asked;
  const base = unread(place, grouped);
  const faults = elsewhereFaults(work, asked);
  if (faults.length > 0) return { ...base, standing: 'bad', faults };
  const { village, scheme, people, amount } = household;
  const region = work.standards.regionOf(village.slice(0, 6));
  const rules = compareWithRules(household, region, work.today);
  const told: FoundHousehold = {
    ...base,
    ...{ village, township: village.slice(0, 9), scheme, amount },
    members: people.filter(({ covered }) => covered).length,
    standing: 'good',
    rulesIs: rules.is,
    rulesText: rules.text,
  };
  const earlierId = runningHere(asked)[0]?.benefitId;
  if (earlierId === undefined) return told;
  const earlier = await findStream(tx, benefitKind(work.standards), earlierId);
  if (!earlier) return { ...base, standing: 'bad', faults: [outOfCounty(asked, work)] };
  const { state } = earlier;
  const { nameOf } = work.standards;
  const differences = registerDifferences(household, state, asked.indexed, nameOf);
  const isDocument = state.enrolment?.origin.kind === 'document';
  return {
    ...told,
    earlierId,
    standing: differences.length === 0 ? 'same' : 'differs',
    differences,
    replaceable: state.confirmation === 'awaited' && isDocument,
  };
}

function unread(
  place: number,
  { rows, headName, faults, notes, unknown }: Grouped,
): FoundHousehold {
  return {
    ...{ place, rows, faults, notes, unknown, head: headName },
    ...{ township: '', village: '', scheme: '', members: 0, amount: 0, standing: 'bad' },
    ...{ differences: [], rulesIs: '', rulesText: '', answer: '' },
    ...{ benefitId: '', earlierId: '', replaceable: false },
  };
}

/** What runs for the covered people under the household's own scheme. */
function runningHere({ household, indexed, running }: Asked): readonly RunningElsewhere[] {
  return household.people.flatMap(({ covered }, index) => {
    const own = running.get(indexed.people[index] ?? '') ?? [];
    return covered ? own.filter(({ scheme }) => scheme === household.scheme) : [];
  });
}

/** Nobody receives two kinds of assistance that exclude each other, and nobody one kind in two households (OT-09). */
function elsewhereFaults(work: CheckWork, asked: Asked): RowFault[] {
  const { household, indexed, running } = asked;
  const column = work.layout.mapping.idNumber ?? ledgerColumns.idNumber.title;
  const ownId = runningHere(asked)[0]?.benefitId;
  return household.people.flatMap(({ row, covered }, index) => {
    const found = running.get(indexed.people[index] ?? '') ?? [];
    const other = found.find(
      ({ benefitId, scheme }) => scheme !== household.scheme || benefitId !== ownId,
    );
    if (!covered || !other) return [];
    const where = `${work.standards.nameOf(other.township)}，编号 ${other.number}`;
    const message =
      other.scheme === household.scheme
        ? `此人已在另一户享受${SCHEME_SHORT[other.scheme]}（${where}）。请核对属于哪一户`
        : `此人正在享受${SCHEME_SHORT[other.scheme]}（${where}），不能同时列入${SCHEME_SHORT[household.scheme]}。请核对身份证号；要转换的，先停止原救助`;
    return [{ row, column, message }];
  });
}

function outOfCounty({ household }: Asked, { layout }: CheckWork): RowFault {
  return {
    row: household.people[0].row,
    column: layout.mapping.idNumber ?? ledgerColumns.idNumber.title,
    message: '此人正在外地享受同一救助，请先与外地民政部门核对',
  };
}
