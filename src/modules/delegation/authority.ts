import { dayOf, type Instant } from '../../kernel/clock.ts';
import type { Fen } from '../../kernel/fen.ts';
import { formatDate, type LocalDate } from '../../kernel/local-date.ts';
import type { PlaceCode } from '../../kernel/place.ts';
import {
  actTitles,
  type AuthorityAct,
  type InstrumentState,
  type Matter,
  matterTitles,
} from './delegation.ts';

/** A decision somebody wants to take, or took: does an instrument of authority cover it? */
export type AuthorityQuestion = {
  readonly township: PlaceCode;
  readonly matter: Matter;
  readonly act: AuthorityAct;
  readonly amount: Fen;
  /** The day of the decision. */
  readonly on: LocalDate;
  /** The instant it was recorded; null for a decision being recorded now. */
  readonly at: Instant | null;
  /** Whether a decision of that day needs a provincial provision behind it (DL-03, doubt D-01). */
  readonly basisRequired: boolean;
};

/** Why an instrument does not cover a decision; later ones came nearer to covering it. */
export const authorityFaults = [
  'authority-missing',
  'authority-draft',
  'authority-withdrawn',
  'authority-suspended',
  'authority-recorded-later',
  'authority-not-yet',
  'authority-expired',
  'authority-without-scan',
  'authority-matter-outside',
  'authority-act-outside',
  'authority-amount-above',
  'authority-without-provincial-basis',
] as const;
export type AuthorityFault = (typeof authorityFaults)[number];

/** Whether the instrument makes the decision lawful (security.md §3.2, TH-12). */
export function isValid(instrument: InstrumentState, question: AuthorityQuestion): boolean {
  return faultOf(instrument, question) === null;
}

/**
 * The first thing that keeps the instrument from covering the decision, or null. That it was recorded as in
 * force before the decision is part of it: an instrument entered today heals no earlier decision (mission 1.3).
 */
export function faultOf(
  instrument: InstrumentState,
  question: AuthorityQuestion,
): AuthorityFault | null {
  const { content } = instrument;
  if (!content || content.township !== question.township) return 'authority-missing';
  const time = faultOfTime(instrument, question);
  if (time) return time;
  if (question.on < content.from) return 'authority-not-yet';
  if (content.to !== null && question.on > content.to) return 'authority-expired';
  if (content.scan.hash === '') return 'authority-without-scan';
  if (!content.matters.includes(question.matter)) return 'authority-matter-outside';
  if (!content.acts.includes(question.act)) return 'authority-act-outside';
  const { temporaryCeiling } = content;
  if (question.matter === 'temporary' && question.amount > (temporaryCeiling ?? 0)) {
    return 'authority-amount-above';
  }
  return question.basisRequired && content.provincialBasis === null
    ? 'authority-without-provincial-basis'
    : null;
}

function faultOfTime(
  { status, spans }: InstrumentState,
  { on, at }: AuthorityQuestion,
): AuthorityFault | null {
  const [first] = spans;
  if (!first) return status === 'withdrawn' ? 'authority-withdrawn' : 'authority-draft';
  if ((at !== null && at < first.from) || on < dayOf(first.from)) return 'authority-recorded-later';
  const covers = spans.some(({ from, until }) =>
    at === null ? until === null : from <= at && (until === null || at < until),
  );
  if (covers) return null;
  return status === 'withdrawn' ? 'authority-withdrawn' : 'authority-suspended';
}

/** The fault in a sentence, for the refusal, the county's queue and the letter. */
export function becauseOf(
  fault: AuthorityFault,
  { content }: InstrumentState,
  { matter, act, on }: AuthorityQuestion,
): string {
  const name = content ? `赋权书 ${content.number}` : '赋权书';
  const sentences: Record<AuthorityFault, string> = {
    'authority-missing': `该乡镇没有${matterTitles[matter]}的赋权书，由县级民政部门确认。`,
    'authority-draft': `${name} 尚未复核生效，由县级民政部门确认。`,
    'authority-withdrawn': `${name} 已撤回，由县级民政部门确认。`,
    'authority-suspended': `${name} 已中止，由县级民政部门确认。`,
    'authority-recorded-later': `${name} 在本决定之后才登记生效，不能补作依据。`,
    'authority-not-yet': `${name} 自${content ? formatDate(content.from) : ''}起生效，${formatDate(on)}的决定不在其内。`,
    'authority-expired': `${name} 已于${content?.to ? formatDate(content.to) : ''}到期，由县级民政部门确认。`,
    'authority-without-scan': `${name} 没有扫描件，不能作为依据。`,
    'authority-matter-outside': `${name} 不包括${matterTitles[matter]}，由县级民政部门确认。`,
    'authority-act-outside': `${name} 不包括${actTitles[act]}，由县级民政部门办理。`,
    'authority-amount-above': `金额超过${name} 规定的上限，由县级民政部门确认。`,
    'authority-without-provincial-basis': `2026年7月1日起，${name} 须写明所依据的省级规定；尚未写明，由县级民政部门确认。`,
  };
  return sentences[fault];
}
