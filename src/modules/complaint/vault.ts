import type { Sealed } from '../../kernel/sealed.ts';
import type { Context } from '../../platform/http/context.ts';
import type { ComplaintState } from './complaint.ts';
import type { Reporter } from './contract.ts';

type Part = 'text' | 'reporter' | 'reason' | 'finding' | 'answer';

const contextOf = (complaintId: string, part: Part) => `complaint:${complaintId}:${part}`;

/** Seals a part of a complaint with the vault's own key: the key of all other sealed texts opens none of it. */
export function sealInVault(
  { vault }: Pick<Context, 'vault'>,
  complaintId: string,
  part: Part,
  text: string,
): Sealed {
  return vault.seal('text', contextOf(complaintId, part), text);
}

export function openFromVault(
  { vault }: Pick<Context, 'vault'>,
  complaintId: string,
  part: Part,
  sealed: Sealed | null | undefined,
): string {
  return sealed ? vault.open(contextOf(complaintId, part), sealed) : '';
}

export function openReporterOf(
  context: Pick<Context, 'vault'>,
  complaintId: string,
  { received }: ComplaintState,
): Reporter | null {
  const text = openFromVault(context, complaintId, 'reporter', received?.reporter);
  return text === '' ? null : (JSON.parse(text) as Reporter);
}

/** Whether a text would give the reporter away to whoever reads it. */
export function namesReporter(text: string, reporter: Reporter | null): boolean {
  if (!reporter) return false;
  const plain = text.replaceAll(/\s/g, '');
  const { name, phone, address } = reporter;
  return [name, phone, address]
    .map((part) => part.replaceAll(/[\s-]/g, ''))
    .some((part) => part.length >= 2 && plain.includes(part));
}
