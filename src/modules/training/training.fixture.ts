import { instant } from '../../kernel/clock.ts';
import { localDate } from '../../kernel/local-date.ts';
import type { Decision } from '../../kernel/outcome.ts';
import type { Slot } from '../../kernel/slot.ts';
import { createStandards } from '../standards/store.ts';
import type { CourseContent } from './course.ts';
import { trainingSlot, type TrainingEvent, type TrainingState } from './training.ts';

export const today = localDate('2026-03-17');
const standards = createStandards();

/** The procedure of the demo's county with ten questions, as `regions/` gives it. */
export const procedure = standards.procedureOf('511702', today);

export const NOW = instant(Date.parse(`${today}T09:00:00+08:00`));

/** A bank of `count` questions, the first option right. */
export function content(count = 12, changed: Partial<CourseContent> = {}): CourseContent {
  return {
    title: '集体研究规则',
    acts: ['study'],
    parts: [{ title: '回避', is: 'text', text: '近亲属应当回避', file: null, link: '' }],
    needsAttendance: false,
    questions: Array.from({ length: count }, (_, no) => ({
      id: `question-${no}`,
      text: `第${no}题`,
      options: ['对', '错', '不知道'],
      answers: [0],
      basis: '《公务员法》第七十六条',
    })),
    ...changed,
  };
}

/** The state after a decider's events, on the fixture's day unless told. */
export function fold<State, Event extends { type: string }>(
  slot: Slot<State, Event>,
  decision: Decision<Event>,
  from: State = slot.initial,
  on = today,
): State {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.events.reduce((state, event) => {
    const evolve = slot.evolve[event.type as Event['type']] as (
      state: State,
      event: Event,
      meta: unknown,
    ) => State;
    return evolve(state, event, { seq: 1, actor: 'a', post: 'p', occurredOn: on, recordedAt: NOW });
  }, from);
}

export const foldTraining = (
  decision: Decision<TrainingEvent>,
  from?: TrainingState,
  on?: typeof today,
) => fold(trainingSlot, decision, from, on);
