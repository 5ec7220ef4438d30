import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Signature } from '../../../ui/field/signature-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import type { Uploaded } from '../../../ui/upload.ts';
import type { RemoteGround, RemoteWay } from '../../../modules/investigation/index.ts';
import { isSigned, refOf, uploadSignature } from './signed-file.ts';

/** A home visit while it is being written; every tap is saved as a draft. */
export type HomeVisitDraft = {
  readonly id: string;
  readonly on: LocalDate | null;
  readonly visitors: readonly string[];
  readonly memberPresent: string | null;
  readonly seen: {
    readonly income: string;
    readonly property: string;
    readonly food: string;
    readonly clothing: string;
    readonly housing: string;
    readonly goods: string;
    readonly auxiliary: string;
  };
  readonly photos: readonly Uploaded[];
  /** By `visitor:<person>` and `member:<memberId>`. */
  readonly signed: Readonly<Record<string, Signature | null>>;
  readonly isRemote: boolean;
  readonly remoteBecause: string;
  readonly remoteWay: RemoteWay | null;
  readonly remoteGround: RemoteGround | null;
  readonly remoteEvidence: readonly Uploaded[];
  readonly smallOfficeReason: string;
};

export function blankVisit(): HomeVisitDraft {
  return {
    id: newKey(),
    on: null,
    visitors: [],
    memberPresent: null,
    seen: {
      income: '',
      property: '',
      food: '',
      clothing: '',
      housing: '',
      goods: '',
      auxiliary: '',
    },
    photos: [],
    signed: {},
    isRemote: false,
    remoteBecause: '',
    remoteWay: null,
    remoteGround: null,
    remoteEvidence: [],
    smallOfficeReason: '',
  };
}

/** Who must sign, in the order of the form. */
export type Signer = {
  readonly as: 'visitor' | 'member';
  readonly signer: string;
  readonly name: string;
};

export function keyOf({ as, signer }: Pick<Signer, 'as' | 'signer'>): string {
  return `${as}:${signer}`;
}

/** The body of the command; signatures are uploaded on the way. Null when one could not be sent. */
export async function bodyOf(caseId: string, draft: HomeVisitDraft, signers: readonly Signer[]) {
  const signatures = [];
  for (const { as, signer, name } of signers) {
    const signature = draft.signed[keyOf({ as, signer })];
    if (!isSigned(signature)) continue;
    const image = await uploadSignature(caseId, name, signature);
    if (!image) return null;
    signatures.push({ as, signer, image });
  }
  const { id, on, visitors, memberPresent, seen, photos } = draft;
  return {
    id,
    on: on as LocalDate,
    visitors: [...visitors],
    memberPresent: memberPresent ?? '',
    seen,
    photos: photos.map(refOf),
    signatures,
    remoteBecause: draft.isRemote ? draft.remoteBecause : null,
    remote: draft.isRemote
      ? {
          way: draft.remoteWay as RemoteWay,
          ground: draft.remoteGround as RemoteGround,
          evidence: (draft.remoteEvidence ?? []).map(refOf),
        }
      : null,
    smallOfficeReason: draft.smallOfficeReason.trim() || null,
  };
}
