import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { type CommandContract, fillPath, issuesOf, type PathValues } from '../kernel/contract.ts';
import { call } from './client.ts';
import { createIntents, newKey } from './intent.ts';
import { type FieldError, type Problem, problemOf } from './problem.ts';

/**
 * What a screen gives with a command: the path's parameters, the body, and the version it acts on.
 */
export type Giving<Path extends string, Body> = {
  readonly params: PathValues<Path>;
  readonly body: Body;
  readonly version?: string | number;
};

export type Done<Answer> = { readonly ok: true; readonly answer: Answer } | { readonly ok: false };

export type CommandInHand<Path extends string, Body, Answer> = {
  readonly title: string;
  /**
   * Checks the body with the contract's schema, then sends. Resolves when answered; what went wrong
   * is in the fields below.
   */
  readonly give: (giving: Giving<Path, Body>) => Promise<Done<Answer>>;
  readonly busy: boolean;
  /**
   * One line per field, from the browser's check or the server's; for `ErrorSummary` and
   * `useFields`.
   */
  readonly errors: readonly FieldError[];
  /** Anything else that went wrong, for `Refusal` (409, 403, network …). */
  readonly problem: Problem | null;
  /** Set on 412, for `ConflictStrip`. */
  readonly stale: Problem | null;
  readonly clear: () => void;
};

type Trouble = { errors: readonly FieldError[]; problem: Problem | null; stale: Problem | null };
const noTrouble: Trouble = { errors: [], problem: null, stale: null };

/**
 * A command of a module's contract, ready to be given from a screen. After success every list is
 * read again.
 */
export function useCommand<Path extends string, Body, Answer = unknown>(
  contract: CommandContract<Body, Answer> & { readonly path: Path },
): CommandInHand<Path, Body, Answer> {
  const queries = useQueryClient();
  const intents = useRef(createIntents(newKey)).current;
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState(noTrouble);

  const give = async (giving: Giving<Path, Body>): Promise<Done<Answer>> => {
    const errors = checkBody(contract, giving.body);
    setTrouble({ ...noTrouble, errors });
    if (errors.length > 0) return { ok: false };
    setBusy(true);
    let refreshed: Promise<unknown> = Promise.resolve();
    try {
      const reply = await call({ ...requestOf(contract, giving), key: intents.keyFor(giving) });
      if (reply.ok || isFinal(reply.problem)) intents.answered();
      if (!reply.ok) {
        setTrouble(troubleOf(reply.problem));
        return { ok: false };
      }
      const answer = contract.answer ? contract.answer.parse(reply.value) : (reply.value as Answer);
      // The screen goes on at once (it may have a draft to throw away); the button waits for the new state.
      refreshed = queries.invalidateQueries();
      return { ok: true, answer };
    } finally {
      void refreshed.finally(() => setBusy(false));
    }
  };

  const clear = useCallback(() => setTrouble(noTrouble), []);
  return { title: contract.title, give, busy, ...trouble, clear };
}

/** The findings of the contract's own schema about a body; empty when it may be sent. */
export function checkBody<Body>(
  contract: CommandContract<Body>,
  body: Body,
): readonly FieldError[] {
  try {
    contract.body.parse(body);
    return [];
  } catch (error) {
    const issues = issuesOf(error);
    if (!issues) throw error;
    return issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
  }
}

// The body goes out as typed: the server parses it with the same schema, and parsing twice could
// change it twice.
function requestOf<Path extends string, Body>(
  contract: CommandContract<Body> & { readonly path: Path },
  giving: Giving<Path, Body>,
) {
  return {
    method: contract.method,
    path: fillPath(contract.path, giving.params),
    title: contract.title,
    body: giving.body,
    ...(giving.version !== undefined && { version: giving.version }),
  };
}

/**
 * After a broken line or a server fault the same intent may be sent again; everything else is an
 * answer.
 */
function isFinal(problem: Problem): boolean {
  return problem.status !== 0 && problem.status < 500;
}

function troubleOf(problem: Problem): Trouble {
  if (problem.status === 412) return { ...noTrouble, stale: problem };
  if (problem.status === 400 && problem.errors && problem.errors.length > 0) {
    return { ...noTrouble, errors: problem.errors };
  }
  return { ...noTrouble, problem: problem.detail ? problem : problemOf(problem.status, null) };
}
