import sharp from 'sharp';
import type { FileRef } from '../../../kernel/evidence.ts';
import type { Desk } from '../desk.ts';

/**
 * A real JPEG that nobody can take for a photograph: two plain colours and the words 演示照片. Each serial gives
 * another picture, so that no visit seems to use one again.
 */
export async function demoPhoto(serial: string, words = '演示照片'): Promise<Buffer> {
  const label = escapeXml(`${words} ${serial}`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">
    <rect width="640" height="480" fill="#d7e3f4"/><rect y="300" width="640" height="180" fill="#b9c7b0"/>
    <text x="320" y="230" font-size="52" text-anchor="middle" fill="#1b3a6b">${label}</text></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer();
}

/** Uploads a made-up photo to a case and answers how commands refer to it. */
export async function uploadPhoto(desk: Desk, caseId: string, serial: string): Promise<FileRef> {
  return uploaded(desk, `/api/cases/${caseId}/files`, '演示照片.jpg', await demoPhoto(serial));
}

/** Uploads a made-up signature to a case. */
export async function uploadSignature(desk: Desk, caseId: string, name: string): Promise<FileRef> {
  const picture = await demoPhoto(`${name} ${caseId.slice(0, 8)}`, '演示签名');
  return uploaded(desk, `/api/cases/${caseId}/files`, `${name}签名.jpg`, picture);
}

/** Uploads a made-up paper of the office itself (a scan of an instrument, signed minutes). */
export async function uploadPaper(desk: Desk, name: string): Promise<FileRef> {
  return uploaded(desk, '/api/files', `${name}.jpg`, await demoPhoto(name, '演示文件'));
}

async function uploaded(desk: Desk, url: string, name: string, bytes: Buffer): Promise<FileRef> {
  const { status, body } = await desk.upload(url, name, bytes);
  if (status !== 200) throw new Error(`upload ${url}: ${status} ${JSON.stringify(body)}`);
  const { hash, name: stored, mime } = body as unknown as FileRef;
  return { hash, name: stored, mime };
}

function escapeXml(text: string): string {
  return text.replaceAll(/[<>&"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}
