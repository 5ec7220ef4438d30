import type { Issue } from '../../kernel/contract.ts';
import type { Refusal } from '../../kernel/outcome.ts';

/** What changed on a stream since the version a client acted on. */
export type Change = {
  readonly seq: number;
  readonly title: string;
  readonly actor: string;
  readonly at: number;
};

/**
 * Every way the server says no, in one closed list (RFC 9457). Routes throw a `ProblemError`; the one place
 * that turns it into a response is `server.ts`.
 */
export type Problem =
  | { readonly code: 'invalid'; readonly errors: readonly Issue[] }
  | { readonly code: 'unauthenticated'; readonly detail?: string }
  | { readonly code: 'forbidden'; readonly detail: string }
  | { readonly code: 'absent' }
  | { readonly code: 'refused'; readonly refusal: Refusal }
  | { readonly code: 'stale'; readonly version: number; readonly changed: readonly Change[] }
  | { readonly code: 'key-reused' }
  | { readonly code: 'precondition-required'; readonly detail: string }
  | { readonly code: 'too-many'; readonly detail: string }
  | { readonly code: 'unavailable'; readonly detail: string };

export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

const STATUS: Record<Problem['code'], [number, string]> = {
  invalid: [400, '填写有误，请按提示修改'],
  unauthenticated: [401, '请先登录'],
  forbidden: [403, '您的岗位不能办理此事项'],
  absent: [404, '没有找到，或不在您的管辖范围内'],
  refused: [409, '按规定现在不能办理'],
  stale: [412, '他人已先行修改，请核对后再提交'],
  'key-reused': [422, '同一提交编号对应了不同内容，请刷新后重新提交'],
  'precondition-required': [428, '提交缺少必要信息，请刷新页面后重试'],
  'too-many': [429, '操作过于频繁，请稍后再试'],
  unavailable: [503, '系统暂时不能办理，请稍后再试'],
};

/** The response body: `application/problem+json`. Never holds a value the person did not send or may not see. */
export function problemBody(problem: Problem): Record<string, unknown> & { status: number } {
  const [status, title] = STATUS[problem.code];
  const base = { type: `urn:yimen:problem:${problem.code}`, title, status };
  switch (problem.code) {
    case 'invalid':
      return {
        ...base,
        code: problem.code,
        errors: problem.errors.map(({ path, message }) => ({ path: path.map(String), message })),
      };
    case 'refused': {
      const { code, message, citation } = problem.refusal;
      return { ...base, code, detail: message, citation };
    }
    case 'stale':
      return { ...base, code: problem.code, version: problem.version, changed: problem.changed };
    default:
      return {
        ...base,
        code: problem.code,
        ...('detail' in problem && problem.detail ? { detail: problem.detail } : {}),
      };
  }
}

export function absent(): ProblemError {
  return new ProblemError({ code: 'absent' });
}

export function refusedBy(refusal: Refusal): ProblemError {
  return new ProblemError({ code: 'refused', refusal });
}

/** A value that only the server could find wrong, reported like any other field error. */
export function invalid(path: readonly string[], message: string): ProblemError {
  return new ProblemError({ code: 'invalid', errors: [{ path, message }] });
}
