import { headersOf } from './client.ts';
import { newKey } from './intent.ts';
import { type Problem, problemOf, unreachable } from './problem.ts';

/** A file as the server knows it; `id` is the hash of what was sent. */
export type Uploaded = {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
};

export type UploadReply =
  | { readonly ok: true; readonly file: Uploaded }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Sends one file as multipart (`file`) below `/api` and tells the share sent, 0 to 1.
 * XMLHttpRequest, because fetch says nothing about how far an upload is. `key` is kept by the
 * caller for a second try.
 */
export function upload(
  path: string,
  file: File,
  onShare: (share: number) => void,
  key: string = newKey(),
): Promise<UploadReply> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api${path}`);
    for (const [name, value] of Object.entries(headersOf({ key }))) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = (event) =>
      onShare(event.total === 0 ? 0 : event.loaded / event.total);
    request.onerror = () => resolve({ ok: false, problem: unreachable(`上传 ${file.name}`) });
    request.onload = () => resolve(replyOf(request));
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}

function replyOf(request: XMLHttpRequest): UploadReply {
  const body = bodyOf(request.responseText);
  const isDone = request.status >= 200 && request.status < 300;
  if (isDone && isStored(body)) {
    const { hash, name, mime, bytes } = body;
    return { ok: true, file: { id: hash, name, mediaType: mime, sizeBytes: bytes } };
  }
  return { ok: false, problem: problemOf(isDone ? 502 : request.status, body) };
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Stored = { hash: string; name: string; mime: string; bytes: number };

function isStored(body: unknown): body is Stored {
  return (
    typeof body === 'object' && body !== null && 'hash' in body && typeof body.hash === 'string'
  );
}
