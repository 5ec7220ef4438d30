import { sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { recordAt } from '../../platform/record/record-at.ts';
import { heldLines } from '../matching/held-line.ts';
import { raisesOf } from '../policy/raise-store.ts';
import { subsidiesOf } from '../policy/subsidy-store.ts';
import type { BenefitState, Entitlement } from '../review/index.ts';
import { type Account, sealContext } from '../household/index.ts';
import type { CaseState } from '../case/index.ts';
import { advancedIn } from '../reserve/index.ts';
import { arrearsDue } from './arrears-due.ts';
import { grantedOnce } from './granted-once.ts';
import type { Grant, Raise } from './due.ts';
import { type Residence, residenceAt } from './pot.ts';
import { subsidiesDue, type Subsidy } from './subsidy-due.ts';
import type { Bound, Payee, PayeeAccount } from './line-store.ts';

/** Somebody money may be owed to, with what is needed to decide whether it is paid now. */
export type Claimant = {
  readonly payee: Payee;
  readonly grant: Grant;
  readonly isCompared: boolean;
  readonly hasOpenDeath: boolean;
  readonly names: readonly string[];
};

type Corrected = {
  readonly bank: string;
  readonly holder: string;
  readonly account: Sealed;
  readonly at: string;
};

/** The account two people put right last, of those in force on a day. */
const correctedOn = (grantId: string, today: LocalDate) => sql`
  left join lateral (select jsonb_build_object('bank', a.bank, 'holder', a.holder, 'account', a.account,
      'at', a.account_at) as corrected
    from account_change a where a.grant_id = ${sql.raw(grantId)} and a.status = 'approved'
      and a.effective_on <= ${today}
    order by a.effective_on desc, a.asked_on desc, a.change_id desc limit 1) ac on true`;

type BenefitRow = {
  readonly benefitId: string;
  readonly area: string;
  readonly number: string;
  readonly confirmation: BenefitState['confirmation'];
  readonly head: string;
  readonly people: NonNullable<BenefitState['enrolment']>['people'];
  readonly origin: NonNullable<BenefitState['enrolment']>['origin'];
  readonly entries: readonly Entitlement[];
  readonly deaths: BenefitState['deaths'];
  readonly errors: BenefitState['errors'];
  readonly remedies: BenefitState['remedies'];
  readonly residence: Residence | null;
  readonly account: Account | null;
  readonly caseAccount: Account | null;
  readonly corrected: Corrected | null;
};

/** Recipients of a scheme in a county in the register, after one, in the order of their ids. */
export async function listBenefits(
  tx: ReadTx,
  of: { readonly area: string; readonly scheme: string; readonly today: LocalDate },
  page: { readonly after: string; readonly limit: number },
): Promise<readonly Claimant[]> {
  const found = await sql<BenefitRow>`
    with b as materialized (select * from benefit_row b
      where b.county = ${of.area} and b.scheme = ${of.scheme} and b.until_on = ''
        and b.confirmation <> 'rejected' and b.benefit_id > ${page.after}
      order by b.benefit_id limit ${page.limit})
    select b.benefit_id as "benefitId", b.area, b.number, b.confirmation,
      r.state -> 'enrolment' ->> 'head' as head, r.state -> 'enrolment' -> 'people' as people,
      r.state -> 'enrolment' -> 'origin' as origin, r.state -> 'entries' as entries,
      r.state -> 'deaths' as deaths, r.state -> 'errors' as errors, r.state -> 'remedies' as remedies,
      r.state -> 'enrolment' -> 'facts' ->> 'residence' as residence,
      r.state -> 'enrolment' -> 'account' as account,
      c.state -> 'household' -> 'declaration' -> 'account' as "caseAccount", ac.corrected
    from b
    join ${recordAt(sql`'benefit:' || b.benefit_id`)} r on true
    left join ${recordAt(sql`'case:' || (r.state -> 'enrolment' -> 'origin' ->> 'caseId')`)} c on true
    ${correctedOn('b.benefit_id', of.today)}
    order by b.benefit_id`.execute(tx);
  // A death a comparison found waits for a person's check like one that was reported (DB-33b).
  const held = new Set((await heldLines(tx, of.area)).map(({ benefitId }) => benefitId));
  const raises = await raisesOf(
    tx,
    found.rows.map(({ benefitId }) => benefitId),
  );
  const subsidies = await subsidiesOf(tx, of);
  return found.rows.map((row) =>
    benefitClaimant(row, held, { raises: raises.get(row.benefitId) ?? [], subsidies }),
  );
}

/** What documents of the county give besides what was decided: for this recipient, and for everybody. */
type Published = { readonly raises: readonly Raise[]; readonly subsidies: readonly Subsidy[] };

function benefitClaimant(
  row: BenefitRow,
  held: ReadonlySet<string>,
  { raises, subsidies }: Published,
): Claimant {
  const { benefitId, area, number, head, people, origin, confirmation, entries } = row;
  const person = people.find(({ memberId }) => memberId === head) ?? people[0];
  const caseId = origin.kind === 'case' ? origin.caseId : null;
  const residence = row.residence ?? residenceAt(area);
  const covered = people.filter((each) => each.covered).length;
  const owed = subsidiesDue(subsidies, { entries, people: covered, residence });
  const bound = `benefit:${benefitId}:member:${person?.memberId ?? ''}:idNumber`;
  return {
    payee: {
      ...{ grantKind: 'benefit', grantId: benefitId, area, number, name: person?.name ?? '' },
      idNumber: person?.idNumber
        ? {
            sealed: person.idNumber,
            at: [...(caseId ? [sealContext(caseId, 'idNumber', person.memberId)] : []), bound],
          }
        : null,
      account: accountOf(row, caseId),
      residence,
    },
    grant: { entries, once: [...arrearsDue(row), ...owed], raises },
    isCompared: confirmation !== 'awaited',
    hasOpenDeath: held.has(benefitId) || row.deaths.some(({ settledOn }) => settledOn === null),
    names: people.map(({ name }) => name),
  };
}

function accountOf(
  { corrected, account, caseAccount, benefitId }: BenefitRow,
  caseId: string | null,
): PayeeAccount | null {
  if (corrected) return correctedAccount(corrected);
  if (account) return plainAccount(account, `benefit:${benefitId}:account`);
  return caseAccount && caseId ? plainAccount(caseAccount, sealContext(caseId, 'account')) : null;
}

function correctedAccount({ bank, holder, account, at }: Corrected): PayeeAccount {
  return { bank, holder, number: { sealed: account, at: [at] }, isChecked: true };
}

function plainAccount({ bank, holder, number }: Account, at: string): PayeeAccount {
  return { bank, holder, number: { sealed: number, at: [at] } satisfies Bound, isChecked: false };
}

type CaseRow = {
  readonly caseId: string;
  readonly area: string;
  readonly number: string;
  readonly decision: NonNullable<CaseState['confirmation']['decision']>;
  readonly released: CaseState['instalment']['released'];
  readonly reserve: CaseState['reserve'];
  readonly isHelpFirst: boolean;
  readonly people: NonNullable<CaseState['household']['declaration']>['people'];
  readonly self: string | null;
  readonly residence: Residence | null;
  readonly account: Account | null;
  readonly corrected: Corrected | null;
};

/** Grants of 临时救助 after one, in the order of their ids; what was handed out on the spot is not paid again. */
export async function listCases(
  tx: ReadTx,
  of: { readonly area: string; readonly since: LocalDate; readonly today: LocalDate },
  page: { readonly after: string; readonly limit: number },
): Promise<readonly Claimant[]> {
  const found = await sql<CaseRow>`
    with d as materialized (select d.case_id, c.area, c.number, c.channel
      from decision_row d join case_row c on c.case_id = d.case_id
      where d.area >= ${of.area} and d.area < ${`${of.area}~`} and c.scheme = 'temporary'
        and d.outcome = 'grant' and d.decided_on >= ${of.since} and d.case_id > ${page.after}
      order by d.case_id limit ${page.limit})
    select d.case_id as "caseId", d.area, d.number, r.state -> 'confirmation' -> 'decision' as decision,
      r.state -> 'instalment' -> 'released' as released, r.state -> 'reserve' as reserve,
      d.channel = 'help-first' as "isHelpFirst",
      r.state -> 'household' -> 'declaration' -> 'people' as people,
      jsonb_path_query_first(r.state, '$.household.facts.members[*] ? (@.relation == "self").id') #>> '{}' as self,
      r.state -> 'household' -> 'declaration' -> 'account' as account,
      r.state -> 'household' -> 'facts' ->> 'residence' as residence, ac.corrected
    from d join ${recordAt(sql`'case:' || d.case_id`)} r on true
    ${correctedOn('d.case_id', of.today)}
    order by d.case_id`.execute(tx);
  return found.rows.map(caseClaimant);
}

function caseClaimant(row: CaseRow): Claimant {
  const { caseId, area, number, decision, released, people, self, account, corrected } = row;
  const { isHelpFirst, reserve } = row;
  const person = people.find(({ memberId }) => memberId === self) ?? people[0];
  const own = account && plainAccount(account, sealContext(caseId, 'account'));
  return {
    payee: {
      ...{ grantKind: 'case', grantId: caseId, area, number, name: person?.name ?? '' },
      idNumber: person?.idNumber
        ? { sealed: person.idNumber, at: [sealContext(caseId, 'idNumber', person.memberId)] }
        : null,
      account: corrected ? correctedAccount(corrected) : own,
      residence: row.residence ?? residenceAt(area),
    },
    grant: {
      entries: [],
      once: grantedOnce(decision, released, { isHelpFirst, fromReserve: advancedIn(reserve) }),
    },
    isCompared: true,
    hasOpenDeath: false,
    names: people.map(({ name }) => name),
  };
}

export async function countClaimants(
  tx: ReadTx,
  { area, scheme, since }: { area: string; scheme: string; since: LocalDate },
): Promise<number> {
  const found =
    scheme === 'temporary'
      ? await sql<{ count: number }>`
          select count(*)::int as count from decision_row d join case_row c on c.case_id = d.case_id
          where d.area >= ${area} and d.area < ${`${area}~`} and c.scheme = 'temporary'
            and d.outcome = 'grant' and d.decided_on >= ${since}`.execute(tx)
      : await sql<{ count: number }>`
          select count(*)::int as count from benefit_row
          where county = ${area} and scheme = ${scheme} and until_on = '' and confirmation <> 'rejected'`.execute(
          tx,
        );
  return found.rows[0]?.count ?? 0;
}
