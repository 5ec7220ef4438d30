import { type AnyEvent, type EventMeta, evolveSlot, type Slot } from '../../kernel/slot.ts';
import { type ArchiveEvent, archiveSlot, type ArchiveState } from '../archive/index.ts';
import { type AssessmentEvent, assessmentSlot, type AssessmentState } from '../assessment/index.ts';
import {
  type CoordinationEvent,
  coordinationSlot,
  type CoordinationState,
} from '../coordination/index.ts';
import {
  type ConfirmationEvent,
  confirmationSlot,
  type ConfirmationState,
} from '../confirmation/index.ts';
import {
  type CooperationEvent,
  cooperationSlot,
  type CooperationState,
} from '../cooperation/index.ts';
import { type HandoverEvent, handoverSlot, type HandoverState } from '../delegation/index.ts';
import {
  type DeliberationEvent,
  deliberationSlot,
  type DeliberationState,
} from '../deliberation/index.ts';
import { type DisclosureEvent, disclosureSlot, type DisclosureState } from '../disclosure/index.ts';
import { type HouseholdEvent, householdSlot, type HouseholdState } from '../household/index.ts';
import { type InstalmentEvent, instalmentSlot, type InstalmentState } from '../instalment/index.ts';
import { type IntakeEvent, intakeSlot, type IntakeState } from '../intake/index.ts';
import {
  type InvestigationEvent,
  investigationSlot,
  type InvestigationState,
} from '../investigation/index.ts';
import { type PublicityEvent, publicitySlot, type PublicityState } from '../publicity/index.ts';
import { type ReferralEvent, referralSlot, type ReferralState } from '../referral/index.ts';
import { type ReserveEvent, reserveSlot, type ReserveState } from '../reserve/index.ts';
import {
  type VerificationEvent,
  verificationSlot,
  type VerificationState,
} from '../verification/index.ts';
import { type CourseEvent, courseSlot, type CourseState } from './course.ts';

/** Everything about one application, a slot per capability. It is the fold of the case's events. */
export type CaseState = {
  readonly course: CourseState;
  readonly household: HouseholdState;
  readonly intake: IntakeState;
  readonly disclosure: DisclosureState;
  readonly verification: VerificationState;
  readonly cooperation: CooperationState;
  readonly investigation: InvestigationState;
  readonly assessment: AssessmentState;
  readonly coordination: CoordinationState;
  readonly publicity: PublicityState;
  readonly deliberation: DeliberationState;
  readonly confirmation: ConfirmationState;
  readonly handover: HandoverState;
  readonly instalment: InstalmentState;
  readonly reserve: ReserveState;
  readonly referral: ReferralState;
  readonly archive: ArchiveState;
};

export type CaseEvent =
  | CourseEvent
  | HouseholdEvent
  | IntakeEvent
  | DisclosureEvent
  | VerificationEvent
  | CooperationEvent
  | InvestigationEvent
  | AssessmentEvent
  | CoordinationEvent
  | PublicityEvent
  | DeliberationEvent
  | ConfirmationEvent
  | HandoverEvent
  | InstalmentEvent
  | ReserveEvent
  | ReferralEvent
  | ArchiveEvent;

const slots = {
  course: courseSlot,
  household: householdSlot,
  intake: intakeSlot,
  disclosure: disclosureSlot,
  verification: verificationSlot,
  cooperation: cooperationSlot,
  investigation: investigationSlot,
  assessment: assessmentSlot,
  coordination: coordinationSlot,
  publicity: publicitySlot,
  deliberation: deliberationSlot,
  confirmation: confirmationSlot,
  handover: handoverSlot,
  instalment: instalmentSlot,
  reserve: reserveSlot,
  referral: referralSlot,
  archive: archiveSlot,
};

type AnySlot = Slot<unknown, AnyEvent>;
type SlotName = keyof typeof slots;

// Each event type belongs to exactly one slot; two modules that chose the same name stop the program here.
const slotOfType = new Map<string, SlotName>();
for (const name of Object.keys(slots) as SlotName[]) {
  for (const type of Object.keys(slots[name].evolve)) {
    if (slotOfType.has(type)) throw new Error(`two modules have an event ${type}`);
    slotOfType.set(type, name);
  }
}

export const initialCase: CaseState = Object.fromEntries(
  Object.entries(slots).map(([name, each]) => [name, each.initial]),
) as CaseState;

export function evolveCase(state: CaseState, event: CaseEvent, meta: EventMeta): CaseState {
  const name = slotOfType.get(event.type);
  if (!name) throw new Error(`no module knows the event ${event.type}`);
  const evolved = evolveSlot(slots[name] as unknown as AnySlot, state[name], event, meta);
  return { ...state, [name]: evolved };
}

/** The Chinese title of an event on the timeline. */
export function titleOfCaseEvent(type: string): string {
  const name = slotOfType.get(type);
  return (name && (slots[name].titles as Record<string, string>)[type]) ?? type;
}
