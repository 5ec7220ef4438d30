import type { Given } from '../../kernel/given.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type {
  DestroyedStream,
  DestructionEvent,
  DestructionItem,
  DestructionState,
} from './destruction.ts';
import { type DestructionRefusal, destructionRefusals } from './destruction-refusal.ts';

type Answer = Decision<DestructionEvent, DestructionRefusal>;
type By = Pick<Given, 'by'>;

/** A file as the list finds it today: its line, or why it may not be destroyed. */
export type FileFound =
  | { readonly ok: true; readonly item: DestructionItem }
  | { readonly ok: false; readonly number: string; readonly because: FileFault };

export type FileFault = 'file-still-kept' | 'file-still-lent' | 'file-listed';

function no(code: DestructionRefusal): {
  ok: false;
  refusal: (typeof destructionRefusals)[typeof code];
} {
  return refused(destructionRefusals[code]);
}

/** The first file that may not go, named; null when all may. */
function whyNotAll(files: readonly FileFound[]): Answer | null {
  const bad = files.find((each) => !each.ok);
  if (!bad || bad.ok) return null;
  const refusal = destructionRefusals[bad.because];
  return refused({ ...refusal, message: `${bad.number}：${refusal.message}` });
}

/** Puts files whose time is over onto a list, with what the appraisal found (DA-05). */
export function proposeDestruction(
  { appraisal }: { appraisal: string },
  state: DestructionState,
  { files, number }: { readonly files: readonly FileFound[]; readonly number: string },
): Answer {
  if (state) return no('destruction-exists');
  const bad = whyNotAll(files);
  if (bad) return bad;
  const items = files.flatMap((each) => (each.ok ? [each.item] : []));
  return happened({ type: 'DestructionProposed', number, appraisal, items });
}

/** Takes a file off the list: it is kept on, with a reason. */
export function keepFile(
  { caseId, reason }: { caseId: string; reason: string },
  state: DestructionState,
): Answer {
  if (state?.status !== 'proposed') return no('destruction-not-open');
  if (state.items.every((each) => each.caseId !== caseId)) return no('file-not-on-list');
  return happened({ type: 'FileKept', caseId, reason });
}

/** Another person answers for it. The files are looked at again: one may have been lent out since. */
export function approveDestruction(
  { opinion }: { opinion: string },
  state: DestructionState,
  { by, files }: By & { readonly files: readonly FileFound[] },
): Answer {
  if (state?.status !== 'proposed') return no('destruction-not-open');
  if (state.proposed.by === by.person) return no('approved-by-proposer');
  if (state.items.length === 0) return no('list-empty');
  return whyNotAll(files) ?? happened({ type: 'DestructionApproved', opinion });
}

export function declineDestruction(
  { reason }: { reason: string },
  state: DestructionState,
  { by }: By,
): Answer {
  if (state?.status !== 'proposed') return no('destruction-not-open');
  if (state.proposed.by === by.person) return no('approved-by-proposer');
  return happened({ type: 'DestructionDeclined', reason });
}

/** The act itself, by somebody other than who approved it and before a witness. It cannot be undone. */
export function carryOutDestruction(
  { witness }: { witness: string },
  state: DestructionState,
  {
    by,
    files,
    streams,
  }: By & { readonly files: readonly FileFound[]; readonly streams: readonly DestroyedStream[] },
): Answer {
  if (state?.status !== 'approved') return no('destruction-not-approved');
  if (state.answered?.by === by.person) return no('carried-out-by-approver');
  return whyNotAll(files) ?? happened({ type: 'ContentsDestroyed', witness, streams });
}
