import { appendFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import nodemailer from 'nodemailer';
import type { Channel, Handed, Message } from './message.ts';

const WAIT_MS = 15_000;

/**
 * The way messages go out, by its address: `file:///…` (a line of JSON each, for whoever carries them by hand),
 * `smtp://…?from=…&domain=…` (a gateway that takes mail for phone@domain), `https://…` (JSON by POST). An address that
 * is none of them stops the program at its start, not a message at night.
 */
export function openChannel(address: string): Channel {
  const url = new URL(address);
  if (url.protocol === 'file:') return fileChannel(fileURLToPath(url));
  if (url.protocol === 'smtp:' || url.protocol === 'smtps:') return mailChannel(url);
  if (url.protocol === 'https:' || url.protocol === 'http:') return postChannel(url);
  throw new Error(`no way to send messages by ${url.protocol}`);
}

function fileChannel(path: string): Channel {
  return {
    send: async (message) => {
      try {
        await appendFile(path, `${JSON.stringify(message)}\n`, { mode: 0o600, flush: true });
        return { ok: true };
      } catch (error) {
        return { ok: false, fault: String(error), final: false };
      }
    },
    close: () => {},
  };
}

function mailChannel(url: URL): Channel {
  const { from, domain } = Object.fromEntries(url.searchParams);
  if (!from || !domain) throw new Error('an smtp address names from and domain');
  url.search = '';
  const transport = nodemailer.createTransport({
    url: url.href,
    connectionTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    socketTimeout: WAIT_MS,
  });
  return {
    send: async ({ id, phone, text }) => {
      try {
        await transport.sendMail({
          ...{ from, to: `${phone}@${domain}`, subject: '救助金到账', text },
          messageId: `<${id}@${domain}>`,
        });
        return { ok: true };
      } catch (error) {
        return mailFault(
          error as Error & { code?: string; command?: string; responseCode?: number },
        );
      }
    },
    close: () => transport.close(),
  };
}

/** The server said no, or was never reached: it did not go out. Cut off after DATA nobody knows. */
function mailFault(
  error: Error & { code?: string; command?: string; responseCode?: number },
): Handed {
  const fault = error.message.slice(0, 200);
  if (error.responseCode) return { ok: false, fault, final: error.responseCode >= 500 };
  const isBefore =
    error.code === 'ECONNECTION' || error.code === 'EDNS' || error.command === 'CONN';
  return isBefore ? { ok: false, fault, final: false } : { ok: 'unknown', fault };
}

function postChannel(url: URL): Channel {
  return { send: (message) => post(url, message), close: () => {} };
}

async function post(url: URL, { id, phone, text }: Message): Promise<Handed> {
  try {
    const { ok, status } = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': id },
      body: JSON.stringify({ id, phone, text }),
      signal: AbortSignal.timeout(WAIT_MS),
      redirect: 'error',
    });
    if (ok) return { ok: true };
    const isFinal = status >= 400 && status < 500 && status !== 408 && status !== 429;
    return { ok: false, fault: `HTTP ${status}`, final: isFinal };
  } catch (error) {
    const { code } = ((error as Error).cause ?? {}) as { code?: string };
    const fault = code ?? String(error);
    const isBefore = code === 'ECONNREFUSED' || code === 'ENOTFOUND';
    return isBefore ? { ok: false, fault, final: false } : { ok: 'unknown', fault };
  }
}
