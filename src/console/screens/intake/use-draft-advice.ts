import { useEffect, useRef, useState } from 'react';
import { draftAdvice, type IntakeAdvice } from '../../../modules/intake/contract.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import { call } from '../../../ui/client.ts';
import { checkBody } from '../../../ui/use-command.ts';
import { bodyOf, type IntakeForm, isAskable } from './intake-form.ts';

const PAUSE_MS = 600;

/** What the rules say about the form as it is typed: asked after a pause, the last answer stays meanwhile. */
export function useDraftAdvice(
  form: IntakeForm,
  caseId: string,
  scheme: Scheme,
): IntakeAdvice | null {
  const [advice, setAdvice] = useState<IntakeAdvice | null>(null);
  const asked = useRef('');
  useEffect(() => {
    const body = questionOf(form, caseId, scheme);
    const text = JSON.stringify(body);
    if (!body || text === asked.current) return;
    const leave = new AbortController();
    const timer = setTimeout(() => {
      const { method, path, title, answer } = draftAdvice;
      call({ method, path, title, body, signal: leave.signal })
        .then((reply) => {
          if (!reply.ok || leave.signal.aborted) return;
          asked.current = text;
          setAdvice(answer?.parse(reply.value) ?? null);
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
  }, [form, caseId, scheme]);
  return advice;
}

/** Null while a line is half typed: the rules are asked about what can be read. */
function questionOf(form: IntakeForm, caseId: string, scheme: Scheme) {
  if (!isAskable(form)) return null;
  const { facts, people } = bodyOf(form);
  const named = people.map(({ memberId, name, idNumber }) => ({ memberId, name, idNumber }));
  const body = { facts, people: named, caseId, scheme };
  return checkBody(draftAdvice, body).length === 0 ? body : null;
}
