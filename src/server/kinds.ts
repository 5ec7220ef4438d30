import { caseKind } from '../modules/case/store.ts';
import { importKind } from '../modules/verification/import-record.ts';
import { lookupKind } from '../modules/verification/lookup.ts';
import { requestListKind } from '../modules/verification/request-list.ts';
import type { Standards } from '../modules/standards/store.ts';
import type { AnyEvent, StreamKind } from '../platform/record/stream.ts';

/** Every kind of stream, for rebuild and for the check that each stored state is the fold of its events. */
export function streamKinds(standards: Standards): readonly StreamKind<unknown, AnyEvent>[] {
  return [
    caseKind(standards),
    lookupKind,
    requestListKind,
    importKind,
  ] as unknown as readonly StreamKind<unknown, AnyEvent>[];
}
