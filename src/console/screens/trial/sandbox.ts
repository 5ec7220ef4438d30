import { useEffect, useSyncExternalStore } from 'react';
import { isLocalDate, type LocalDate } from '../../../kernel/local-date.ts';
import type { MaskedCase } from '../../../modules/case/index.ts';
import { newKey } from '../../../ui/intent.ts';
import { findInTab, keepInTab } from '../../../ui/tab-store.ts';
import { blankForm, completed, formOf, type IntakeForm } from '../intake/intake-form.ts';

/** A household to try out: nobody's case. Names stay in memory, the figures in this tab. */
export type Sandbox = {
  /** Whose standards and rules: code of a locality; null until chosen. */
  readonly locality: string | null;
  /** null: today. */
  readonly on: LocalDate | null;
  readonly form: IntakeForm;
};

const KEY = 'trial';
const PAUSE_MS = 400;

let held: Sandbox | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

export function emptySandbox(): Sandbox {
  return { locality: null, on: null, form: blankForm(null, newKey()) };
}

/** Replaces what is tried out; the draft follows a moment later. */
export function setSandbox(change: (now: Sandbox) => Sandbox): void {
  held = change(current());
  for (const tell of listeners) tell();
  clearTimeout(timer);
  timer = setTimeout(keep, PAUSE_MS);
}

export function useSandbox(): Sandbox {
  useEffect(() => keep, []);
  return useSyncExternalStore(listen, current);
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

function current(): Sandbox {
  held ??= restored() ?? emptySandbox();
  return held;
}

function keep(): void {
  clearTimeout(timer);
  if (held) keepInTab(KEY, { ...held, form: withoutPeople(held.form) });
}

function restored(): Sandbox | null {
  const kept = findInTab(KEY);
  if (typeof kept !== 'object' || kept === null || !('form' in kept)) return null;
  const { locality, on, form } = kept as Sandbox;
  return {
    locality: typeof locality === 'string' ? locality : null,
    on: typeof on === 'string' && isLocalDate(on) ? on : null,
    form: completed(form),
  };
}

/** A copy of a case's household as it stands; numbers, account, address and reason stay in the case. */
export function copiedFrom(state: MaskedCase, on: LocalDate | null): Sandbox {
  const { declaration, facts } = state.household;
  const corrected = declaration && facts ? { ...declaration, facts } : declaration;
  const household = { ...state.household, declaration: corrected };
  const form = formOf({ ...state, household }, newKey);
  return { locality: null, on, form: withoutNumbers(form) };
}

function withoutNumbers(form: IntakeForm): IntakeForm {
  const blank = blankForm(form.place, '');
  const { bank, holder, account, keptAccount, address, keptAddress, reason } = blank;
  const members = form.members.map((each) => ({
    ...each,
    idNumber: null,
    phone: '',
    keptId: null,
    keptPhone: null,
  }));
  return {
    ...form,
    ...{ bank, holder, account, keptAccount, address, keptAddress, reason },
    members,
  };
}

function withoutPeople(form: IntakeForm): IntakeForm {
  const { members, ...rest } = withoutNumbers(form);
  return { ...rest, members: members.map((each) => ({ ...each, name: '' })) };
}
