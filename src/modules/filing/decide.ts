import type { Given } from '../../kernel/given.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { FiledDecision, FilingEvent, FilingState } from './filing.ts';
import { type FilingRefusal, refusals } from './refusal.ts';

type Answer = Decision<FilingEvent, FilingRefusal>;

/** What is found of a case that is to be sent: the township's own decision, and whether it went to the county before. */
export type Found = FiledDecision & { readonly isFiled: boolean };

/** The township sends its decisions to the county for the record (DL-17; for 临时救助 国发〔2014〕47号). */
export function sendFiling(
  command: { caseIds: readonly string[]; note: string },
  state: FilingState,
  given: { number: string; found: readonly Found[]; today: LocalDate },
): Answer {
  if (state.sent) return refused(refusals['filing-exists']);
  const asked = command.caseIds;
  if (new Set(asked).size < asked.length) return refused(refusals['filing-case-repeated']);
  const found = asked.map((id) => given.found.find(({ caseId }) => caseId === id));
  if (found.some((each) => each === undefined)) return refused(refusals['filing-decision-unknown']);
  if (found.some((each) => each?.isFiled)) return refused(refusals['filing-twice']);
  const isLate = found.some((each) => each && each.dueOn < given.today);
  if (isLate && command.note.trim() === '') return refused(refusals['filing-late-unexplained']);
  const decisions = found.flatMap((each) => {
    if (!each) return [];
    const { isFiled: _, ...decision } = each;
    return [decision];
  });
  return happened({ type: 'FilingSent', number: given.number, note: command.note, decisions });
}

/** The county has it. It approves nothing: the decisions are the township's. */
export function receiveFiling(
  command: { remark: string },
  state: FilingState,
  given: Pick<Given, 'by'>,
): Answer {
  if (!state.sent) return refused(refusals['filing-not-sent']);
  if (state.received) return refused(refusals['filing-already-received']);
  if (state.sent.by === given.by.person) return refused(refusals['filing-own-receipt']);
  return happened({ type: 'FilingReceived', remark: command.remark });
}
