import type { Citation } from './citation.ts';

/** A lawful "no": a closed code per module, the article it rests on, and one sentence that says what to do. */
export type Refusal<Code extends string = string> = {
  readonly code: Code;
  readonly message: string;
  readonly citation: Citation;
};

/** What a decider answers: the events that happen, or why they may not. */
export type Decision<Event, Code extends string = string> =
  | { readonly ok: true; readonly events: readonly Event[] }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

export function happened<Event>(...events: readonly Event[]): {
  ok: true;
  events: readonly Event[];
} {
  return { ok: true, events };
}

export function refused<Code extends string>(
  refusal: Refusal<Code>,
): { ok: false; refusal: Refusal<Code> } {
  return { ok: false, refusal };
}

/** Whether a condition of the law holds: three-valued, each answer with its reasons. */
export type Condition =
  | { readonly is: 'met'; readonly because: string }
  | { readonly is: 'not-met'; readonly because: string }
  | { readonly is: 'undecided'; readonly missing: readonly string[] };
