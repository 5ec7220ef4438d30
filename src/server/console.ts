import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const BUILT = fileURLToPath(new URL('../../dist/console', import.meta.url));
const PLACEHOLDER = '__CSP_NONCE__';
const YEAR_SECONDS = 31_536_000;
const DAY_SECONDS = 86_400;

/**
 * The built console: its files, and index.html for every other path that is no API, because each is one of
 * its screens. Without a build it says how to get one.
 */
export async function serveConsole(http: FastifyInstance, built = BUILT): Promise<void> {
  const index = join(built, 'index.html');
  if (!existsSync(index)) {
    http.get('/*', (request, reply) => unlessApi(request, reply, sendUnbuilt));
    return;
  }
  const page = readFileSync(index, 'utf8');
  await http.register(fastifyStatic, {
    root: built,
    wildcard: false,
    index: false,
    globIgnore: ['index.html'],
    cacheControl: false,
    setHeaders: (reply, path) => {
      // Names under assets/ carry the hash of their contents; what has a fixed name may change with the next build.
      const isHashed = path.startsWith(join(built, 'assets') + sep);
      const lifetime = isHashed ? `${YEAR_SECONDS}, immutable` : String(DAY_SECONDS);
      reply.header('cache-control', `public, max-age=${lifetime}`);
    },
  });
  http.get('/*', (request, reply) => unlessApi(request, reply, (to) => sendPage(to, page)));
}

function unlessApi(
  request: FastifyRequest,
  reply: FastifyReply,
  send: (reply: FastifyReply) => FastifyReply,
): FastifyReply {
  // A missing file must not arrive as a page: the browser would read it as a script.
  const isPage = !request.url.startsWith('/api/') && !request.url.startsWith('/assets/');
  if (isPage) return send(reply);
  reply.callNotFound();
  return reply;
}

/** index.html with a nonce of its own: antd writes `<style>` elements while running, nobody else may. */
function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  return reply
    .header('cache-control', 'no-store')
    .header('content-security-policy', policyWith(nonce))
    .type('text/html; charset=utf-8')
    .send(page.replaceAll(PLACEHOLDER, nonce));
}

function policyWith(nonce: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

function sendUnbuilt(reply: FastifyReply): FastifyReply {
  return reply
    .status(503)
    .header('cache-control', 'no-store')
    .type('text/plain; charset=utf-8')
    .send(
      '界面尚未构建，请用 npm start 启动。\nThe apps are not built yet: start with npm start.\n',
    );
}
