import { sql } from 'kysely';
import { addMonths, type LocalDate } from '../../src/kernel/local-date.ts';
import type { DrawProof } from '../../src/modules/draw/draw-proof.ts';
import { verifyDraw } from '../../src/modules/draw/verify-draw.ts';
import type { BenefitState } from '../../src/modules/review/index.ts';
import type { ReadTx } from '../../src/platform/database/database.ts';
import { faultsOf } from '../journeys/trial-balance.ts';
import { CHECKED_BEFORE } from '../journeys/fund-families.ts';
import { HEARD_FROM } from './stop-course.ts';

/** The invariants of law.md §18.1 that no single case shows: told of the whole county, and how often each was asked. */
export async function registerViolations(
  tx: ReadTx,
  examined: Map<string, number>,
): Promise<readonly string[]> {
  const parts = [
    ...(await paidFromNextMonth(tx)),
    ...(await drawnAndChecked(tx, examined)),
    ...(await nobodyTwice(tx)),
    ...(await reviewedInTime(tx, examined)),
    ...(await heardBefore(tx, examined)),
    ...(await faultsOf(tx)).map((fault) => `账务 ${fault}`),
  ];
  return parts;
}

/** I-8: no line of a month before the one after the decision. */
async function paidFromNextMonth(tx: ReadTx): Promise<string[]> {
  const found = await sql<{ line: string }>`
    select l.number || ' ' || l.for_month as line from roll_line l
      join event e on e.stream = 'case:' || l.grant_id and e.type = 'DecisionMade'
    where not l.void and l.for_month <= left(e.occurred_on, 7)`.execute(tx);
  return found.rows.map(({ line }) => `I-8 次月 ${line}`);
}

/** I-14: every draw of the year holds by its published file alone, and everybody in it was looked at. */
async function drawnAndChecked(tx: ReadTx, examined: Map<string, number>): Promise<string[]> {
  const found = await sql<{ draw_id: string; proof: string; open: number }>`
    select n.draw_id, n.proof, (select count(*)::int from county_check k
      where k.draw_id = n.draw_id and k.done_on = '') as open
    from draw_notice n where n.published_on <> '' order by 1`.execute(tx);
  examined.set('I-14', found.rows.length);
  return found.rows.flatMap(({ draw_id, proof, open }) => [
    ...verifyDraw(JSON.parse(proof) as DrawProof).map(({ code }) => `I-14 ${draw_id} ${code}`),
    ...(open > 0 ? [`I-14 ${draw_id}: ${open} not looked at`] : []),
  ]);
}

/** I-18: nobody runs in two schemes that exclude each other. */
async function nobodyTwice(tx: ReadTx): Promise<string[]> {
  const found = await sql<{ numbers: string }>`
    select string_agg(number, ' ') as numbers from benefit_person where running and id_index <> ''
    group by id_index having count(*) > 1`.execute(tx);
  return found.rows.map(({ numbers }) => `I-18 ${numbers}`);
}

/** I-19: six or twelve months after the last look; a death within three. */
async function reviewedInTime(tx: ReadTx, examined: Map<string, number>): Promise<string[]> {
  const found = await sql<{ stream: string; state: BenefitState }>`
    select stream, state from record where kind = 'benefit' order by 1`.execute(tx);
  examined.set('I-19', found.rows.length);
  return found.rows.flatMap(({ stream, state }) => {
    const { reviewDue, deaths } = state;
    const from = lookedAtOn(state);
    const isDue = (months: number) => from !== null && addMonths(from, months) === reviewDue;
    const isInTime = isDue(6) || isDue(12);
    const late = deaths.filter((each) => each.dueOn > addMonths(each.diedOn as LocalDate, 3));
    return [
      ...(isInTime ? [] : [`I-19 ${stream} ${from} ${reviewDue}`]),
      ...late.map(({ diedOn }) => `I-19 ${stream} ${diedOn}`),
    ];
  });
}

/** The last look at a household: a review, else the decision, else what the ledger of before says. */
function lookedAtOn({ lastCheckedOn, confirmation, openedOn }: BenefitState): LocalDate | null {
  return lastCheckedOn ?? (confirmation === 'not-needed' ? openedOn : CHECKED_BEFORE);
}

/** I-10: nothing is taken away without reasons, and since the law asks for it not before the family was heard. */
async function heardBefore(tx: ReadTx, examined: Map<string, number>): Promise<string[]> {
  const found = await sql<{ stream: string; state: BenefitState }>`
    select stream, state from record where kind = 'benefit' order by 1`.execute(tx);
  const decided = found.rows.flatMap(({ stream, state }) =>
    state.adjustments.flatMap(({ kind, answer, notice, decision }) =>
      decision && ['decrease', 'stop'].includes(kind) ? [{ stream, answer, notice, decision }] : [],
    ),
  );
  examined.set('I-10', decided.length);
  return decided
    .filter(({ answer, notice, decision }) => {
      const isHeard = notice !== null && answer !== null && answer.on <= decision.on;
      const isOwed = decision.on >= HEARD_FROM;
      return (isOwed && !isHeard) || decision.reasons === '';
    })
    .map(({ stream }) => `I-10 ${stream}`);
}
