import { headersOf } from './client.ts';
import { newKey } from './intent.ts';
import { type Problem, problemOf, unreachable } from './problem.ts';

/** A file as the server knows it. */
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
 * Sends one file as multipart (`file`) below `/api` and tells the share sent, 0 to 1. XMLHttpRequest, because
 * fetch says nothing about how far an upload is. `key` is kept by the caller for a second try.
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
    request.onload = () => resolve(replyOf(request, file));
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}

function replyOf(request: XMLHttpRequest, file: File): UploadReply {
  const body = bodyOf(request.responseText);
  const isDone = request.status >= 200 && request.status < 300;
  if (isDone && hasId(body)) {
    const sent = { name: file.name, mediaType: file.type, sizeBytes: file.size };
    return { ok: true, file: { ...sent, id: body.id } };
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

function hasId(body: unknown): body is { id: string } {
  return typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string';
}
