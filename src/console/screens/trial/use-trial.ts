import { useEffect, useRef, useState } from 'react';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { trialCalculation } from '../../../modules/assessment/contract.ts';
import type { HouseholdFacts } from '../../../rules/facts.ts';
import type { Overview } from '../../../rules/overview.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import { call } from '../../../ui/client.ts';
import type { FieldError, Problem } from '../../../ui/problem.ts';
import { checkBody } from '../../../ui/use-command.ts';
import { factsOf, formErrors, type IntakeForm } from '../intake/intake-form.ts';

const PAUSE_MS = 500;

export type Trial = {
  readonly overview: Overview | null;
  /** What keeps the newest entries out of the result: half-typed lines, contradictions. */
  readonly faults: readonly FieldError[];
  readonly problem: Problem | null;
  readonly isBusy: boolean;
};

export type TrialAsked = {
  readonly place: string;
  readonly on: LocalDate;
  readonly steps: Scheme;
  readonly form: IntakeForm;
};

/** What the rules say about a family as it is typed: asked after a pause, the last answer stays meanwhile. */
export function useTrial({ place, on, steps, form }: TrialAsked): Trial {
  const [trial, setTrial] = useState<Trial>(nothing);
  const asked = useRef('');
  useEffect(() => {
    const body = { place, on, steps, facts: factsOf({ ...form, place: paddedPlace(place) }) };
    const text = JSON.stringify(body);
    if (place === '' || text === asked.current) return;
    const faults = formErrors(checkBody(trialCalculation, body as never));
    if (faults.length > 0) {
      setTrial((now) => ({ ...now, faults, isBusy: false }));
      return;
    }
    const leave = new AbortController();
    setTrial((now) => ({ ...now, faults: [], isBusy: true }));
    const timer = setTimeout(() => {
      const { method, path, title } = trialCalculation;
      call({ method, path, title, body, signal: leave.signal })
        .then((reply) => {
          if (leave.signal.aborted) return;
          asked.current = text;
          setTrial((now) =>
            reply.ok ? answered(reply.value) : { ...now, problem: reply.problem, isBusy: false },
          );
        })
        .catch((error: unknown) => {
          // Given up because the form has changed meanwhile: the next question is on its way.
          if (!leave.signal.aborted) throw error;
        });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      leave.abort();
    };
  }, [place, on, steps, form]);
  return trial;
}

const nothing: Trial = { overview: null, faults: [], problem: null, isBusy: false };

function answered(value: unknown): Trial {
  const { overview } = trialCalculation.answer?.parse(value) ?? { overview: null };
  return { ...nothing, overview: overview as Overview };
}

/** The facts want a county at least; which standards govern is the locality's to say. */
function paddedPlace(locality: string): HouseholdFacts['place'] {
  return locality.padEnd(6, '0') as HouseholdFacts['place'];
}
