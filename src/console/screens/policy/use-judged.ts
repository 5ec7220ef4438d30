import { useEffect, useState } from 'react';
import { judgePolicy, type PolicyJudged } from '../../../modules/policy/contract.ts';
import type { PolicyContent } from '../../../modules/policy/policy.ts';
import { call } from '../../../ui/client.ts';
import { checkBody } from '../../../ui/use-command.ts';

const PAUSE_MS = 700;

/** A draft looked at as it is typed, once it can be read: asked after a pause, the last finding stays meanwhile. */
export function useJudged(content: PolicyContent): PolicyJudged | null {
  const [judged, setJudged] = useState<PolicyJudged | null>(null);
  const asked = JSON.stringify(content);
  useEffect(() => {
    const body = { content: JSON.parse(asked) as PolicyContent };
    if (checkBody(judgePolicy, body).length > 0) return setJudged(null);
    const leave = new AbortController();
    const timer = setTimeout(() => {
      const { method, path, title } = judgePolicy;
      call({ method, path, title, body, signal: leave.signal })
        .then((reply) => {
          if (leave.signal.aborted) return;
          setJudged(reply.ok ? (judgePolicy.answer?.parse(reply.value) ?? null) : null);
        })
        .catch((error: unknown) => {
          // Given up because something else was typed meanwhile: the next question is on its way.
          if (!leave.signal.aborted) throw error;
        });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      leave.abort();
    };
  }, [asked]);
  return judged;
}
