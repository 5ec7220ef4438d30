import { sql } from 'kysely';
import { type Instant, dayOf } from '../../kernel/clock.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import { searchText } from '../case/store.ts';
import { commitDecided } from '../funds/commitment-store.ts';
import { arrearsDue, isPaid, residenceAt } from '../funds/index.ts';
import type { MemberFacts } from '../../rules/facts.ts';
import { packedFacts } from '../../rules/packed-facts.ts';
import type { Scheme } from '../../rules/scheme.ts';
import type { Standards } from '../standards/store.ts';
import { evolveBenefit } from './benefit.ts';
import { type BenefitState, initialBenefit } from './benefit-state.ts';
import type { BenefitEvent } from './benefit-event.ts';
import { finalStanding } from './entitlement.ts';
import { type Demands, tasksOf } from './task.ts';
import { eventTitles } from './event-title.ts';
import { storeCustodies } from './custody-store.ts';
import { storeReconfirmations } from './reconfirmation-store.ts';
import { endTransfers } from './transfer-store.ts';

/** The stream of one household or person in the register; its rows are written with every event. */
export function benefitKind(standards: Standards): TitledKind<BenefitState, BenefitEvent> {
  return {
    name: 'benefit',
    initial: initialBenefit,
    evolve: evolveBenefit,
    titleOf: (type) => (eventTitles as Record<string, string | undefined>)[type] ?? type,
    project: async (tx, stored) => {
      await storeVersion(tx, stored);
      await storePeople(tx, stored);
      await storeFacts(tx, stored);
      await storeTasks(tx, standards, stored);
      await storeReconfirmations(tx, stored);
      await storeCustodies(tx, { ...stored, head: headName(stored.state) });
      await endTransfers(tx, stored.state);
      await storePromise(tx, stored);
    },
  };
}

type Stored = { id: string; area: string; version: number; state: BenefitState };

/** What the household is promised until the end of the year is committed with the decision that promises it. */
async function storePromise(tx: WriteTx, { id, area, version, state }: Stored): Promise<void> {
  const { enrolment, changedAt, confirmation } = state;
  if (!enrolment || changedAt === null || !isPaid(enrolment.scheme)) return;
  const stands = confirmation !== 'rejected';
  await commitDecided(
    tx,
    { stream: `benefit:${id}:${version}`, area, scheme: enrolment.scheme, at: changedAt },
    {
      grantId: id,
      residence: enrolment.facts?.residence ?? residenceAt(area),
      grant: stands
        ? { entries: state.entries, once: arrearsDue(state) }
        : { entries: [], once: [] },
    },
  );
}

function headName({ enrolment }: BenefitState): string {
  return enrolment?.people.find((each) => each.memberId === enrolment.head)?.name ?? '';
}

/** The day a version was made: that of its newest event, which `evolve` keeps in the state. */
async function storeVersion(tx: WriteTx, { id, area, version, state }: Stored): Promise<void> {
  const { enrolment, changedAt } = state;
  if (!enrolment || changedAt === null) return;
  const knownOn = dayOf(changedAt);
  await sql`update benefit_row set until_on = ${knownOn}
    where benefit_id = ${id} and until_on = ''`.execute(tx);
  const names = enrolment.people.map(({ name }) => name);
  const row = {
    benefit_id: id,
    version,
    area,
    township: area.slice(0, 9),
    county: area.slice(0, 6),
    scheme: enrolment.scheme,
    number: enrolment.number,
    head: headName(state),
    search: names.map((name) => searchText(name, enrolment.number)).join(' '),
    members: enrolment.people.filter(({ covered }) => covered).length,
    confirmation: state.confirmation,
    kin: enrolment.kin,
    recused: enrolment.recused,
    entries: state.entries,
    review_due: state.reviewDue ?? '',
    valid_until: enrolment.validUntil ?? '',
    known_on: knownOn,
    until_on: '',
  };
  await sql`insert into benefit_row
    select * from jsonb_populate_record(null::benefit_row, ${JSON.stringify(row)}::jsonb)`.execute(
    tx,
  );
}

async function storePeople(tx: WriteTx, { id, area, state }: Stored): Promise<void> {
  const { enrolment } = state;
  if (!enrolment) return;
  const running = state.confirmation !== 'rejected' && finalStanding(state.entries) !== 'stopped';
  const conditions = new Map(enrolment.facts?.members.map((each) => [each.id, each]));
  const rows = enrolment.people.map(({ memberId, idNumber, covered }) => ({
    ...conditionOf(conditions.get(memberId)),
    covered,
    benefit_id: id,
    member_id: memberId,
    area,
    township: area.slice(0, 9),
    scheme: enrolment.scheme,
    number: enrolment.number,
    id_index: idNumber?.index ?? '',
    // Whoever is in the register by a case of this place is found by the case.
    from_document: enrolment.origin.kind !== 'case',
    running: running && covered && !state.deaths.some((each) => each.memberId === memberId),
  }));
  await sql`delete from benefit_person where benefit_id = ${id}`.execute(tx);
  await sql`insert into benefit_person
    select * from jsonb_populate_recordset(null::benefit_person, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

/** What the statistics of a month count of a person; '' where the file does not say. */
function conditionOf(facts: MemberFacts | undefined) {
  return {
    sex: facts?.sex ?? '',
    birth: facts?.birth ?? '',
    labour: facts?.labourCapacity ?? '',
    disabled: (facts?.disabilityKind ?? 'none') !== 'none',
    ill: facts?.seriouslyIll ?? false,
  };
}

/** The facts as last reassessed, packed: the preview of a policy change computes whole caseloads from them. */
async function storeFacts(tx: WriteTx, { id, area, state }: Stored): Promise<void> {
  const facts = state.enrolment?.facts;
  if (!facts) return;
  const packed = Buffer.from(packedFacts(facts));
  await sql`insert into benefit_facts (benefit_id, area, packed) values (${id}, ${area}, ${packed})
    on conflict (benefit_id) do update set area = excluded.area, packed = excluded.packed
    where (benefit_facts.area, benefit_facts.packed) is distinct from (excluded.area, excluded.packed)`.execute(
    tx,
  );
}

async function storeTasks(
  tx: WriteTx,
  standards: Standards,
  { id, area, state }: Stored,
): Promise<void> {
  const { enrolment, changedAt } = state;
  if (changedAt === null) return;
  const rows = tasksOf(state, demandsOn(standards, area, dayOf(changedAt))).map(
    ({ kind, dueOn, roles, what }, place) => ({
      benefit_id: id,
      place,
      area,
      township: area.slice(0, 9),
      county: area.slice(0, 6),
      kind,
      scheme: enrolment?.scheme ?? '',
      number: enrolment?.number ?? '',
      head: headName(state),
      what,
      due_on: dueOn,
      roles,
      recused: enrolment?.recused ?? [],
    }),
  );
  await sql`delete from benefit_task where benefit_id = ${id}`.execute(tx);
  await sql`insert into benefit_task
    select * from jsonb_populate_recordset(null::benefit_task, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

/** What the procedure of a day asks for at a place. */
export function demandsOn(standards: Standards, area: string, today: LocalDate): Demands {
  return { procedure: standards.procedureOf(area.slice(0, 9), today), today };
}

/** Whether somebody of these is already covered by running assistance, anywhere (OT-09). */
export async function isCovered(
  tx: ReadTx,
  idIndexes: readonly string[],
  exceptBenefit: string,
): Promise<boolean> {
  return (await findRunning(tx, idIndexes, exceptBenefit)).length > 0;
}

export type RunningElsewhere = {
  readonly idIndex: string;
  readonly benefitId: string;
  readonly scheme: Scheme;
  readonly number: string;
  readonly township: string;
};

/** Where these people are covered already, as far as the register of any place says so. */
export async function findRunning(
  tx: ReadTx,
  idIndexes: readonly string[],
  exceptBenefit: string,
): Promise<readonly RunningElsewhere[]> {
  const found = await sql<RunningElsewhere>`
    select id_index as "idIndex", benefit_id as "benefitId", scheme, number, township
    from find_running_benefit(${idIndexes}::text[], ${exceptBenefit}) order by 2`.execute(tx);
  return found.rows;
}

type EventRow = {
  readonly seq: number;
  readonly type: string;
  readonly data: object;
  readonly actor: string;
  readonly post: string;
  readonly occurred_on: LocalDate;
  readonly recorded_at: Instant;
};

/** The events of one recipient, recorded until an instant where one is given, oldest first. */
export async function eventsUntil(
  tx: ReadTx,
  benefitId: string,
  until: Instant | null,
): Promise<readonly EventRow[]> {
  const found = await sql<EventRow>`
    select seq, type, data, actor, post, occurred_on, recorded_at from event
    where stream = ${`benefit:${benefitId}`} 
      and (${until}::bigint is null or recorded_at <= ${until}::bigint) order by seq`.execute(tx);
  return found.rows;
}
