import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import {
  type CaseGiven,
  type CaseState,
  type Duty,
  dutyVerdict,
  isRecused,
} from '../case/index.ts';
import type { Visitor, VisitSignature } from './investigation.ts';
import { about, type InvestigationRefusal, refusals } from './refusal.ts';

/** Somebody who holds one of the posts that may take part. */
export type Colleague = {
  readonly person: string;
  readonly name: string;
  readonly roles: readonly string[];
};

/** A file of this case as the server keeps it. */
export type KnownFile = FileRef & {
  /** The camera's own clock, or ''. */
  readonly takenAt: string;
  readonly usedElsewhere: boolean;
};

/** What the routes read for a visit. */
export type VisitGiven = CaseGiven & {
  /** Holders of the posts that may visit, in this township (or, for a county visit, in this county). */
  readonly staff: readonly Colleague[];
  readonly files: readonly KnownFile[];
  /** By member id; null while facts are missing. */
  readonly counted: ReadonlyMap<string, boolean | null>;
};

export type Found<T> =
  | { readonly ok: true; readonly found: T }
  | { readonly ok: false; readonly refusal: Refusal<InvestigationRefusal> };

const no = (refusal: Refusal<InvestigationRefusal>) => ({ ok: false, refusal }) as const;

/** The group of a visit: enough different persons, each in a fitting post, none recused or barred by a duty. */
export function visitorsOf(
  command: { readonly visitors: readonly string[]; readonly smallOfficeReason: string | null },
  state: CaseState,
  given: VisitGiven,
  as: { readonly duty: Duty; readonly stranger: InvestigationRefusal; readonly fewest: number },
): Found<readonly Visitor[]> {
  const persons = [...new Set(command.visitors)];
  if (persons.length < as.fewest) {
    const { message, ...rest } = refusals['too-few-visitors'];
    return no({ ...rest, message: message.replace('2 人', `${as.fewest} 人`) });
  }
  const visitors: Visitor[] = [];
  for (const person of persons) {
    const colleague = given.staff.find((each) => each.person === person);
    const name = colleague?.name ?? '所选人员';
    const barred = colleague ? whyNotVisitor(command, state, given, as.duty, person) : as.stranger;
    if (barred) return no(about(name, barred));
    visitors.push({ person, name });
  }
  return { ok: true, found: visitors };
}

function whyNotVisitor(
  { smallOfficeReason }: { readonly smallOfficeReason: string | null },
  state: CaseState,
  { procedure }: VisitGiven,
  duty: Duty,
  person: string,
): InvestigationRefusal | null {
  if (isRecused(state, person)) return 'visitor-recused';
  const verdict = dutyVerdict(state, duty, person);
  if (verdict === 'free') return null;
  const mayExcuse = verdict === 'small-office' && procedure.smallOfficeExceptionAllowed.value;
  if (!mayExcuse) return 'visitor-duty-conflict';
  return smallOfficeReason === null ? 'visitor-accepted-case' : null;
}

/** Files as the server knows them, or a refusal when one was never uploaded to this case. */
export function filesOf(
  files: readonly FileRef[],
  { files: known }: VisitGiven,
): Found<KnownFile[]> {
  const found = files.flatMap(({ hash }) => known.find((each) => each.hash === hash) ?? []);
  if (found.length < files.length) return no(refusals['evidence-not-uploaded']);
  return { ok: true, found };
}

type Signed = Omit<VisitSignature, 'name'>;

/** The signatures with the names of the signers; every visitor must have signed. */
export function signaturesOf(
  signed: readonly Signed[],
  visitors: readonly Visitor[],
  member: { readonly memberId: string; readonly name: string } | null,
  given: VisitGiven,
): Found<readonly VisitSignature[]> {
  const signatures: VisitSignature[] = [];
  for (const { as, signer, image } of signed) {
    const visitor = visitors.find((each) => as === 'visitor' && each.person === signer);
    const name = visitor?.name ?? (as === 'member' && member?.memberId === signer && member.name);
    if (!name) return no(refusals['signature-of-stranger']);
    const files = filesOf([image], given);
    if (!files.ok) return files;
    signatures.push({ as, signer, name, image: refOf(image, files.found) });
  }
  const missing = visitors.find(
    ({ person }) => !signatures.some((each) => each.as === 'visitor' && each.signer === person),
  );
  if (missing) return no(refusals['visitor-signature-missing']);
  return { ok: true, found: signatures };
}

/** How an event refers to a file: by the name and type the server found, not those the client sent. */
export function refOf(file: FileRef, known: readonly KnownFile[]): FileRef {
  const { hash, name, mime } = known.find((each) => each.hash === file.hash) ?? file;
  return { hash, name, mime };
}

/** What speaks against the photos of a visit on that day. */
export function doubtsOf(photos: readonly KnownFile[], on: LocalDate): readonly string[] {
  return photos
    .filter(({ takenAt }) => takenAt !== '' && takenAt.slice(0, 10) !== on)
    .map(({ name, takenAt }) => `照片“${name}”拍于 ${takenAt.slice(0, 10)}，与入户日期不一致`);
}
