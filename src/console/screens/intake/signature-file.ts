import type { Signature } from '../../../ui/field/signature-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import { upload, type UploadReply } from '../../../ui/upload.ts';

/** Sends a signature made on the screen to the case as a picture; a typed one says that it was confirmed in person. */
export async function sendSignature(
  path: string,
  signature: Signature,
  signer: string,
): Promise<UploadReply> {
  const png = signature.kind === 'drawn' ? signature.png : drawnName(signature.name);
  const file = new File([bytesOf(png)], `${signer}签名.png`, { type: 'image/png' });
  return upload(path, file, () => undefined, newKey());
}

/** Whether a signature may be sent: drawn, or typed with the person present. */
export function isSigned(signature: Signature | null): signature is Signature {
  if (!signature) return false;
  return (
    signature.kind === 'drawn' || (signature.name.trim() !== '' && signature.confirmedInPerson)
  );
}

function drawnName(name: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = 480;
  canvas.height = 160;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this browser draws no pictures');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#101418';
  pen.font = '48px serif';
  pen.fillText(name, 24, 76);
  pen.font = '22px serif';
  pen.fillText('本人在场，当面确认（不便手写）', 24, 128);
  return canvas.toDataURL('image/png');
}

function bytesOf(dataUrl: string): Uint8Array<ArrayBuffer> {
  const text = atob(dataUrl.slice(dataUrl.indexOf(',') + 1));
  return Uint8Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
}
