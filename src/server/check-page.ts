import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { formatInstant } from '../kernel/clock.ts';
import { formatDate, localDate } from '../kernel/local-date.ts';
import { agrees, readScanned } from '../modules/issuance/index.ts';
import { type Checked, checkIssued } from '../modules/issuance/store.ts';
import { papers } from '../paper/index.ts';
import { read, SYSTEM } from '../platform/database/database.ts';
import type { Context } from '../platform/http/context.ts';

const CHECKS_PER_MINUTE = 30;

/**
 * What the QR code on a paper opens, for whoever holds the paper: that it was issued, by whom, when, under which
 * number, and whether another has taken its place. Never whom it is about. No script, no sign-in, large type.
 */
export function serveCheckPage(http: FastifyInstance, context: Context): void {
  const config = { rateLimit: { max: CHECKS_PER_MINUTE, timeWindow: '1 minute' } };
  http.get('/check/:code', { config }, async (request, reply) => {
    const { code } = request.params as { code: string };
    const { h } = request.query as { h?: unknown };
    const hash = typeof h === 'string' && /^[0-9a-f]{16}$/.test(h) ? h : null;
    const scanned = readScanned(code);
    const found =
      scanned && (await read(context.database, SYSTEM, (tx) => checkIssued(tx, scanned.code)));
    const nonce = randomBytes(16).toString('base64');
    const told =
      scanned && found
        ? foundLines(scanned.code, found, agrees({ ...scanned, hash }, found.hash))
        : { verdict: ABSENT, lines: [] };
    return reply
      .status(found ? 200 : 404)
      .header('cache-control', 'no-store')
      .header(
        'content-security-policy',
        `default-src 'none'; style-src 'nonce-${nonce}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
      )
      .type('text/html; charset=utf-8')
      .send(pageOf(told, nonce, context.demo));
  });
}

const ABSENT =
  '没有查到这个核验码。请核对纸上的十二位核验码；仍然查不到的，请向出具文书的单位或者拨打12349核实。';

type Told = { readonly verdict: string; readonly lines: readonly (readonly [string, string])[] };

function foundLines(code: string, found: Checked, isSame: boolean | null): Told {
  return {
    verdict: verdictOf(found, isSame),
    lines: [
      ['文书', papers[found.paper].title],
      ['编号', found.number],
      ['落款', found.organ],
      ['日期', formatDate(localDate(found.dated))],
      ['出具登记', formatInstant(found.at)],
      ['核验码', code],
    ],
  };
}

function verdictOf({ replacedAt }: Checked, isSame: boolean | null): string {
  if (isSame === false) {
    return '核验码存在，但二维码里的内容与登记的不一致，这份文书可能被改动过，请向出具单位核实。';
  }
  if (replacedAt !== null) {
    return `这份文书确由下列单位出具，但${formatInstant(replacedAt)}已有新的文书代替，请以新的为准。`;
  }
  return '这份文书确由下列单位出具，登记有效。请核对纸上的编号、落款和日期与下面一致；网页不显示个人信息。';
}

function pageOf({ verdict, lines }: Told, nonce: string, isDemo: boolean): string {
  const rows = lines
    .map(([label, value]) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`)
    .join('');
  const demo = isDemo ? '<p class="demo">演示数据，不具有任何效力。</p>' : '';
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>核对文书</title>
<style nonce="${nonce}">
body{font:20px/1.7 system-ui,sans-serif;max-width:36rem;margin:0 auto;padding:1.5rem;color:#1f1f1f}
h1{font-size:1.5rem}dt{color:#555;font-size:1rem}dd{margin:0 0 .6rem;overflow-wrap:anywhere}.demo{color:#a8071a}
</style></head><body><h1>核对文书</h1>${demo}<p>${escaped(verdict)}</p><dl>${rows}</dl></body></html>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
