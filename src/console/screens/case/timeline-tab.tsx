import { formatInstant, instant } from '../../../kernel/clock.ts';
import { formatShortDate, localDate } from '../../../kernel/local-date.ts';
import { caseTimeline } from '../../../modules/case/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting } from '../../../ui/page.tsx';
import { type Happening, Timeline } from '../../../ui/reading/timeline.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';

/** Legal steps that are finished, and turns for the worse; everything else is told without a colour. */
const tones: Readonly<Record<string, NonNullable<Happening['tone']>>> = {
  ApplicationAccepted: 'step',
  ReportIssued: 'step',
  InvestigationConcluded: 'step',
  OpinionFormed: 'step',
  Deliberated: 'step',
  DecisionMade: 'step',
  NoticeServed: 'step',
  FileArchived: 'step',
  AcceptanceRefused: 'refused',
  OverdueEscalated: 'refused',
  CaseClosed: 'refused',
};

/** 时间线: every event of the case, newest first. */
export function TimelineTab({ caseId }: { caseId: string }) {
  const { answer, awaiting, problem } = useAnswer(caseTimeline, { params: { caseId } });
  if (!answer) return problem ? <Refusal problem={problem} /> : <Awaiting what={awaiting} />;
  return <Timeline happenings={answer.events.map(happeningOf).toReversed()} />;
}

type Event = { seq: number; title: string; type: string; actor: string; occurredOn: string };

function happeningOf(event: Event & { recordedAt: number }): Happening {
  const recorded = formatInstant(instant(event.recordedAt));
  const tone = tones[event.type];
  return {
    key: String(event.seq),
    at: recorded,
    title: event.title,
    actor: event.actor,
    ...(tone && { tone }),
    ...(!recorded.startsWith(event.occurredOn) && {
      detail: `发生于 ${formatShortDate(localDate(event.occurredOn))}`,
    }),
  };
}
