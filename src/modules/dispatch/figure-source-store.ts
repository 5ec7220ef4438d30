import { type RawBuilder, sql } from 'kysely';
import {
  addDays,
  addMonths,
  type LocalDate,
  localDate,
  type Month,
  monthOf,
} from '../../kernel/local-date.ts';
import type { FigureCode, FigureSource } from './figure.ts';

/** A county's month, with the days its figures are counted by. */
export type Span = {
  readonly county: string;
  readonly month: Month;
  readonly from: LocalDate;
  /** The first day that no longer counts. */
  readonly before: LocalDate;
  readonly last: LocalDate;
  readonly yearFrom: LocalDate;
  readonly monthBefore: Month;
};

export function spanOf(county: string, month: Month): Span {
  const from = localDate(`${month}-01`);
  const before = addMonths(from, 1);
  return {
    ...{ county, month, from, before, last: addDays(before, -1) },
    yearFrom: localDate(`${month.slice(0, 4)}-01-01`),
    monthBefore: monthOf(addMonths(from, -1)),
  };
}

/** One row per thing that may count, as (area, scheme, what, day, path, recused) and what conditions read. */
export const sources: { readonly [Source in FigureSource]: (span: Span) => RawBuilder<unknown> } = {
  case: ({ county, from, before }) => sql`
    select m.area, m.scheme, c.number || ' ' || c.applicant as what, m.accepted_on as day,
      '/cases/' || m.case_id as path, c.recused, m.accepted_on, m.decided_on, m.closed_on, m.due_on,
      m.outcome, m.calendar_days, m.objections, m.upheld, c.kin
    from case_measure m join case_row c using (case_id)
    where m.county = ${county} and m.accepted_on < ${before}
      and (m.accepted_on >= ${from} or m.decided_on >= ${from} or m.closed_on >= ${from}
        or (m.decided_on = '' and m.closed_on = ''))`,
  check: ({ county, from, before }) => sql`
    select k.place as area, c.scheme, k.ref || ' ' || c.applicant as what, k.due_on as day,
      '/checks/' || k.check_id as path, c.recused, k.due_on, k.done_on, k.outcome
    from county_check k join case_row c using (case_id)
    where k.area = ${county} and k.ordered_on < ${before} and (k.done_on = '' or k.done_on >= ${from})`,
  correction: ({ county, before }) => sql`
    select c.area, c.scheme, k.ref || ' ' || c.applicant as what, k.due_on as day,
      '/corrections/' || k.correction_id as path, c.recused, k.ordered_on, k.due_on, k.closed_on
    from correction_row k join case_row c using (case_id)
    where c.county = ${county} and k.ordered_on < ${before}`,
  flag: ({ county, before }) => sql`
    select c.area, c.scheme, c.number || ' ' || c.applicant as what, f.raised_on as day,
      '/cases/' || f.case_id as path, c.recused, f.raised_on, coalesce(x.cleared_on, '') as cleared_on
    from (select case_id, kind, min(raised_on) as raised_on from county_flag
        where county = ${county} and raised_on < ${before} group by case_id, kind) f
      join case_row c using (case_id)
      left join flag_clearing x on x.case_id = f.case_id and x.kind = f.kind`,
  recipient: (span) => recipients(span),
  payment: ({ county, yearFrom, before }) => sql`
    select p.area, p.scheme, p.number || ' ' || p.payee as what, p.on_day as day,
      '/funds/' || p.roll_id as path, coalesce(b.recused, c.recused, '{}') as recused, p.amount
    from paid_lines(${yearFrom}, ${before}) p
      left join benefit_row b on b.benefit_id = p.grant_id and b.until_on = ''
      left join case_row c on c.case_id = p.grant_id
    where starts_with(p.area, ${county})`,
};

const ON = sql`('active', 'gradual-exit')`;
const entryIn = (month: Month) => sql`
  left join lateral (select e.value->>'standing' in ${ON} as is_on, (e.value->>'amount')::bigint as amount
    from jsonb_array_elements(b.entries) with ordinality e(value, place)
    where e.value->>'from' <= ${month} order by e.place desc limit 1)`;

/** The register as it was known at the end of the month; of the people, what is known of them now. */
function recipients({ county, month, monthBefore, last, before }: Span): RawBuilder<unknown> {
  const [old, grown] = [addMonths(last, -60 * 12), addMonths(last, -18 * 12)];
  return sql`
    select b.area, b.scheme, b.number || ' ' || b.head as what, b.known_on as day,
      '/benefits/' || b.benefit_id as path, b.recused, b.members, coalesce(n.is_on, false) as is_on,
      coalesce(p.is_on, false) as was_on, coalesce(n.amount, 0) as amount,
      w.women, w.elderly, w.minors, w.disabled, w.ill, w.part_labour, w.no_labour, w.unrecorded
    from benefit_row b ${entryIn(month)} n on true ${entryIn(monthBefore)} p on true
      left join lateral (select count(*) filter (where q.sex = 'female') as women,
          count(*) filter (where q.birth <> '' and q.birth <= ${old}) as elderly,
          count(*) filter (where q.birth > ${grown}) as minors, count(*) filter (where q.disabled) as disabled,
          count(*) filter (where q.ill) as ill, count(*) filter (where q.labour = 'partial') as part_labour,
          count(*) filter (where q.labour = 'none') as no_labour,
          count(*) filter (where q.sex = '' or q.birth = '') as unrecorded
        from benefit_person q where q.benefit_id = b.benefit_id and q.covered) w on true
    where b.county = ${county} and b.known_on < ${before} and (b.until_on = '' or b.until_on >= ${before})
      and b.confirmation in ('not-needed', 'confirmed')`;
}

type Counted = {
  readonly when: RawBuilder<unknown>;
  /** How much one row counts for; one where nothing is said. */
  readonly value?: RawBuilder<unknown>;
};

const within = (column: string, { from, before }: Span) =>
  sql`s.${sql.ref(column)} >= ${from} and s.${sql.ref(column)} < ${before}`;
const decided = (span: Span) => within('decided_on', span);
const on = sql`s.is_on`;
const entered = sql`s.is_on and not s.was_on`;
const left = sql`s.was_on and not s.is_on`;
const persons = sql`s.members`;

/** When a row counts for a figure, and for how much: the sum and the list behind it are this one condition. */
export const counted: { readonly [Code in FigureCode]: (span: Span) => Counted } = {
  accepted: (span) => ({ when: within('accepted_on', span) }),
  granted: (span) => ({ when: sql`${decided(span)} and s.outcome = 'grant'` }),
  refused: (span) => ({ when: sql`${decided(span)} and s.outcome = 'refuse'` }),
  ended: (span) => ({ when: sql`${within('closed_on', span)} and s.decided_on = ''` }),
  days: (span) => ({ when: decided(span), value: sql`s.calendar_days` }),
  lateDecided: (span) => ({
    when: sql`${decided(span)} and s.due_on <> '' and s.decided_on > s.due_on`,
  }),
  lateOpen: ({ before }) => ({
    when: sql`s.due_on <> '' and s.due_on < ${before} and (s.decided_on = '' or s.decided_on >= ${before})
      and (s.closed_on = '' or s.closed_on >= ${before})`,
  }),
  objections: (span) => ({
    when: sql`${decided(span)} and s.objections > 0`,
    value: sql`s.objections`,
  }),
  upheld: (span) => ({ when: sql`${decided(span)} and s.upheld > 0`, value: sql`s.upheld` }),
  kin: (span) => ({ when: sql`${within('accepted_on', span)} and s.kin` }),
  checksDue: (span) => ({
    when: sql`(s.due_on < ${span.before} or (${within('done_on', span)}))`,
  }),
  checksDone: (span) => ({ when: within('done_on', span) }),
  checksDiffer: (span) => ({ when: sql`${within('done_on', span)} and s.outcome = 'differs'` }),
  correctionsOrdered: (span) => ({ when: within('ordered_on', span) }),
  correctionsClosed: (span) => ({ when: within('closed_on', span) }),
  correctionsLate: ({ before }) => ({
    when: sql`s.due_on < ${before} and (s.closed_on = '' or s.closed_on >= ${before})`,
  }),
  flagsRaised: (span) => ({ when: within('raised_on', span) }),
  flagsOpen: ({ before }) => ({ when: sql`s.cleared_on = '' or s.cleared_on >= ${before}` }),
  households: () => ({ when: on }),
  persons: () => ({ when: on, value: persons }),
  women: () => ({ when: sql`${on} and s.women > 0`, value: sql`s.women` }),
  elderly: () => ({ when: sql`${on} and s.elderly > 0`, value: sql`s.elderly` }),
  minors: () => ({ when: sql`${on} and s.minors > 0`, value: sql`s.minors` }),
  disabled: () => ({ when: sql`${on} and s.disabled > 0`, value: sql`s.disabled` }),
  ill: () => ({ when: sql`${on} and s.ill > 0`, value: sql`s.ill` }),
  partLabour: () => ({ when: sql`${on} and s.part_labour > 0`, value: sql`s.part_labour` }),
  noLabour: () => ({ when: sql`${on} and s.no_labour > 0`, value: sql`s.no_labour` }),
  unrecorded: () => ({ when: sql`${on} and s.unrecorded > 0`, value: sql`s.unrecorded` }),
  enteredHouseholds: () => ({ when: entered }),
  enteredPersons: () => ({ when: entered, value: persons }),
  leftHouseholds: () => ({ when: left }),
  leftPersons: () => ({ when: left, value: persons }),
  payable: () => ({ when: sql`${on} and s.amount > 0`, value: sql`s.amount` }),
  paidLines: (span) => ({ when: within('day', span) }),
  paid: (span) => ({ when: within('day', span), value: sql`s.amount` }),
  paidYear: () => ({ when: sql`true`, value: sql`s.amount` }),
};
