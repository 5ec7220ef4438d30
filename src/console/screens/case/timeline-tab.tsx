import { formatInstant, instant } from '../../../kernel/clock.ts';
import type { ValueOf } from '../../../kernel/contract.ts';
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
  return <Timeline happenings={runsOf(answer.events).map(happeningOf).toReversed()} />;
}

type Run = { readonly event: Event; readonly times: number; readonly isDecided: boolean };

/** The same act by the same person on one day, one after another, is told once with its count. */
function runsOf(events: readonly Event[]): readonly Run[] {
  const runs: Run[] = [];
  let isDecided = false;
  for (const event of events) {
    const last = runs.at(-1);
    isDecided ||= event.type === 'DecisionMade';
    if (last && isSame(last.event, event)) {
      runs[runs.length - 1] = { event, times: last.times + 1, isDecided };
    } else runs.push({ event, times: 1, isDecided });
  }
  return runs;
}

function isSame(one: Event, other: Event): boolean {
  const { type, actor, occurredOn } = other;
  return one.type === type && one.actor === actor && one.occurredOn === occurredOn;
}

type Event = ValueOf<(typeof caseTimeline)['answer']>['events'][number];

function happeningOf({ event, times, isDecided }: Run): Happening {
  const recorded = formatInstant(instant(event.recordedAt));
  const tone = tones[event.type];
  return {
    key: String(event.seq),
    at: recorded,
    title: times > 1 ? `${titleOf(event, isDecided)} ${times} 次` : titleOf(event, isDecided),
    actor: event.actor,
    ...(tone && { tone }),
    ...(!recorded.startsWith(event.occurredOn) && {
      detail: `发生于 ${formatShortDate(localDate(event.occurredOn))}`,
    }),
  };
}

// The same event hangs out the 公示 before the decision and the 公布 after it.
function titleOf({ title }: Event, isDecided: boolean): string {
  return title.replace('公示（公布）', isDecided ? '公布' : '公示');
}
