import type { FileRef } from '../../../kernel/evidence.ts';
import type { Signature } from '../../../ui/field/signature-field.tsx';
import { upload, type Uploaded } from '../../../ui/upload.ts';

/** A file in the words of a command. */
export function refOf({
  id,
  name,
  mediaType,
}: Uploaded): FileRef & { readonly mime: EvidenceMime } {
  return { hash: id, name, mime: mediaType as EvidenceMime };
}

export type EvidenceMime = 'image/jpeg' | 'image/png' | 'application/pdf';

/** Where a file of a case goes, for `FilePicker`. */
export function sendTo(caseId: string) {
  return (file: File, onShare: (share: number) => void, key: string) =>
    upload(`/cases/${caseId}/files`, file, onShare, key);
}

export function viewUrl({ id }: Pick<Uploaded, 'id'>): string {
  return `/api/files/${id}/view`;
}

/** Whether a signature can be sent: drawn, or typed and confirmed face to face. */
export function isSigned(signature: Signature | null | undefined): signature is Signature {
  if (!signature) return false;
  return signature.kind === 'drawn' || (signature.confirmedInPerson && signature.name !== '');
}

/** Uploads a signature as a picture; a typed one becomes a picture of the name. Null when the line broke. */
export async function uploadSignature(
  caseId: string,
  name: string,
  signature: Signature,
): Promise<ReturnType<typeof refOf> | null> {
  const png = signature.kind === 'drawn' ? signature.png : pictureOf(signature.name);
  const file = new File([bytesOf(png)], `${name}签名.png`, { type: 'image/png' });
  const reply = await upload(`/cases/${caseId}/files`, file, () => {});
  return reply.ok ? refOf(reply.file) : null;
}

function pictureOf(name: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = 480;
  canvas.height = 160;
  const pen = canvas.getContext('2d');
  if (pen) {
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = '#101418';
    pen.font = '48px sans-serif';
    pen.fillText(name, 24, 84);
    pen.font = '24px sans-serif';
    pen.fillText('（打字签名，当面确认）', 24, 132);
  }
  return canvas.toDataURL('image/png');
}

function bytesOf(dataUrl: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(dataUrl.split(',')[1] ?? ''), (sign) => sign.codePointAt(0) ?? 0);
}
