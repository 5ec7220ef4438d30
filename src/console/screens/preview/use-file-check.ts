import { useEffect, useState } from 'react';
import type { ValueOf } from '../../../kernel/contract.ts';
import { checkPolicyFile } from '../../../modules/preview/contract.ts';
import { call } from '../../../ui/client.ts';
import type { Problem } from '../../../ui/problem.ts';
import { checkBody } from '../../../ui/use-command.ts';

export type CheckedFile = ValueOf<NonNullable<(typeof checkPolicyFile)['answer']>>;

export type FileCheck = {
  /** Of the text as it was last checked. */
  readonly checked: CheckedFile | null;
  readonly problem: Problem | null;
  readonly isBusy: boolean;
};

const PAUSE_MS = 700;
const nothing: FileCheck = { checked: null, problem: null, isBusy: false };

/** Checks a drafted file as it is typed: asked after a pause, the last finding stays meanwhile. */
export function useFileCheck(text: string): FileCheck {
  const [check, setCheck] = useState(nothing);
  useEffect(() => {
    const body = { text };
    if (checkBody(checkPolicyFile, body).length > 0) return setCheck(nothing);
    const leave = new AbortController();
    setCheck((now) => ({ ...now, isBusy: true }));
    const timer = setTimeout(() => {
      const { method, path, title } = checkPolicyFile;
      call({ method, path, title, body, signal: leave.signal })
        .then((reply) => {
          if (leave.signal.aborted) return;
          setCheck(
            reply.ok
              ? { ...nothing, checked: checkPolicyFile.answer?.parse(reply.value) ?? null }
              : { ...nothing, problem: reply.problem },
          );
        })
        .catch((error: unknown) => {
          // Given up because the text has changed meanwhile: the next question is on its way.
          if (!leave.signal.aborted) throw error;
        });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      leave.abort();
    };
  }, [text]);
  return check;
}
