import { sql } from 'kysely';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import {
  challengeDue,
  type ChallengeEvent,
  type ChallengeKind,
  challengeSlot,
  type ChallengeState,
  challengeStatus,
} from './challenge.ts';

/** One decision challenged before one body; its row is written with every event. */
export const challengeKind: TitledKind<ChallengeState, ChallengeEvent> = {
  name: 'challenge',
  initial: challengeSlot.initial,
  evolve: (state, event, meta) => evolveSlot(challengeSlot, state, event, meta),
  titleOf: (type) => challengeSlot.titles[type as ChallengeEvent['type']] ?? type,
  project: async (tx, { id, area, state }) => {
    const { registered, outcome } = state;
    if (!registered) return;
    const { against, kind, body } = registered;
    const status = challengeStatus(state);
    const result = outcome?.result ?? '';
    const due = challengeDue(state);
    await sql`insert into challenge_row (challenge_id, area, kind, case_id, benefit_id, number, applicant,
        body, status, result, due_on, recused)
      values (${id}, ${area}, ${kind}, ${against.caseId ?? ''}, ${against.benefitId ?? ''},
        ${against.number}, ${against.applicant}, ${body}, ${status}, ${result}, ${due},
        ${[...against.recused]}::text[])
      on conflict (challenge_id) do update
        set status = ${status}, result = ${result}, due_on = ${due}`.execute(tx);
  },
};

export type ChallengeRow = {
  readonly challengeId: string;
  readonly area: string;
  readonly kind: ChallengeKind;
  readonly caseId: string;
  readonly benefitId: string;
  readonly number: string;
  readonly applicant: string;
  readonly body: string;
  readonly status: string;
  readonly result: string;
  readonly dueOn: string;
};

/** Challenges of an area, of one case, or of one household of the register; those that wait for something first. */
export async function listChallenges(
  tx: ReadTx,
  { area, caseId, benefitId }: { area: string; caseId?: string; benefitId?: string },
): Promise<readonly ChallengeRow[]> {
  const found = await sql<ChallengeRow>`
    select challenge_id as "challengeId", area, kind, case_id as "caseId", benefit_id as "benefitId",
      number, applicant, body, status, result, due_on as "dueOn"
    from challenge_row
    where area collate "C" >= ${area} and area collate "C" < ${`${area}~`}
      and (${caseId ?? ''} = '' or case_id = ${caseId ?? ''})
      and (${benefitId ?? ''} = '' or benefit_id = ${benefitId ?? ''})
      and not (coalesce(current_setting('yimen.person', true), '') = any (recused))
    order by due_on = '', due_on, challenge_id limit 1000`.execute(tx);
  return found.rows;
}
