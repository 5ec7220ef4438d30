import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type {
  PolicyContent,
  PolicyDifference,
  PolicyEvent,
  PolicyPreview,
  PolicyState,
} from './policy.ts';
import { type PolicyRefusal, refusals } from './refusal.ts';

type Answer = Decision<PolicyEvent, PolicyRefusal>;

/** A draft as it stands against what is in force at this moment. */
export type Standing = {
  readonly faults: number;
  readonly additions: number;
  /** In words, against what is in force. */
  readonly changes: readonly PolicyDifference[];
  /** Keys of the questions about it. */
  readonly questions: readonly string[];
  /** The first day it changes something. */
  readonly from: LocalDate | null;
};

const no = (code: PolicyRefusal) => refused(refusals[code]);

/** Every save is a draft of its own; what was previewed before it no longer counts. */
export function draftPolicy(content: PolicyContent, state: PolicyState): Answer {
  if (isOver(state)) return no('policy-over');
  if (state && state.status !== 'drafted') return no('policy-not-draft');
  return happened({ type: 'PolicyDrafted', content });
}

/** A run over the caseload, as it is found; null where there is none that the asker may see. */
export type FoundRun = {
  readonly isDone: boolean;
  /** It went through the caseload with the draft as it stands. */
  readonly isOfDraft: boolean;
  readonly preview: PolicyPreview;
};

export function attachPreview(state: PolicyState, run: FoundRun): Answer {
  if (isOver(state)) return no('policy-over');
  if (state?.status !== 'drafted') return no('policy-not-draft');
  if (!run.isOfDraft) return no('policy-preview-of-another');
  if (!run.isDone) return no('policy-preview-not-done');
  return happened({ type: 'PolicyPreviewed', preview: run.preview });
}

export function commentPolicy(text: string, state: PolicyState): Answer {
  if (isOver(state)) return no('policy-over');
  return happened({ type: 'PolicyCommented', text });
}

/** `base`: how much is published by now; a preview before something else was published tells nothing any more. */
export type SubmitGiven = { readonly standing: Standing; readonly base: number };

export function submitPolicy(note: string, state: PolicyState, given: SubmitGiven): Answer {
  if (isOver(state)) return no('policy-over');
  if (state?.status !== 'drafted') return no('policy-not-draft');
  const unsound = whyUnsound(state, given);
  return unsound ? no(unsound) : happened({ type: 'PolicySubmitted', note });
}

export function sendBackPolicy(reason: string, state: PolicyState): Answer {
  if (isOver(state)) return no('policy-over');
  if (state?.status === 'drafted') return no('policy-not-submitted');
  return happened({ type: 'PolicySentBack', reason });
}

export type ApproveGiven = SubmitGiven & { readonly by: string };

/** By somebody who wrote nothing in it and has the preview before them. */
export function approvePolicy(
  { opinion, previewId }: { readonly opinion: string; readonly previewId: string },
  state: PolicyState,
  given: ApproveGiven,
): Answer {
  if (isOver(state)) return no('policy-over');
  if (state?.status !== 'submitted') return no('policy-not-submitted');
  if (state.writers.includes(given.by)) return no('policy-own-draft');
  const unsound = whyUnsound(state, given);
  if (unsound) return no(unsound);
  if (state.preview?.previewId !== previewId) return no('policy-preview-not-seen');
  return happened({ type: 'PolicyApproved', opinion });
}

export type PublishGiven = ApproveGiven & {
  readonly today: LocalDate;
  readonly isNumberTaken: boolean;
};

/** In use from the next day on: whatever was decided until then replays under what held then. */
export function publishPolicy(
  { document, issuedOn }: { readonly document: string; readonly issuedOn: LocalDate },
  state: PolicyState,
  given: PublishGiven,
): Answer {
  if (isOver(state)) return no('policy-over');
  if (state?.status !== 'approved') return no('policy-not-approved');
  if (state.writers.includes(given.by)) return no('policy-own-draft');
  if (document.trim().length < 2) return no('policy-without-number');
  if (issuedOn > given.today) return no('policy-issued-in-future');
  if (given.isNumberTaken) return no('policy-number-taken');
  const unsound = whyUnsound(state, given);
  if (unsound) return no(unsound);
  const effective = given.standing.from ?? given.today;
  const inUseFrom = addDays(given.today, 1);
  const { changes } = given.standing;
  return happened({ type: 'PolicyPublished', document, issuedOn, effective, inUseFrom, changes });
}

export function giveUpPolicy(reason: string, state: PolicyState): Answer {
  if (isOver(state)) return no('policy-over');
  return happened({ type: 'PolicyGivenUp', reason });
}

function isOver(state: PolicyState): boolean {
  return state?.status === 'published' || state?.status === 'given-up';
}

function whyUnsound(
  { content, preview }: NonNullable<PolicyState>,
  { standing, base }: SubmitGiven,
): PolicyRefusal | null {
  if (standing.faults > 0) return 'policy-has-faults';
  if (standing.additions === 0) return 'policy-changes-nothing';
  const answered = new Set(content.answers.map(({ question }) => question));
  if (standing.questions.some((key) => !answered.has(key))) return 'policy-question-open';
  if (!preview) return 'policy-not-previewed';
  return preview.base === base ? null : 'policy-preview-outdated';
}
