import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { serveConsole } from './console.ts';

const page = `<meta property="csp-nonce" nonce="__CSP_NONCE__"><script nonce="__CSP_NONCE__"></script>`;

describe('控制台页面', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  it('每次答复用新的一次性编号，页面和策略里的相同', async () => {
    const http = await serving(built());
    const [one, other] = [await http.inject('/cases/abc'), await http.inject('/')];
    const nonce = /nonce="([^"]+)"/.exec(one.body)?.[1] ?? '';
    expect(nonce).toMatch(/^[\w+/]{22}==$/);
    expect(one.body).not.toContain('__CSP_NONCE__');
    const policy = String(one.headers['content-security-policy']);
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(other.body).not.toContain(nonce);
    expect(one.headers['cache-control']).toBe('no-store');
  });

  it('带指纹的文件长期缓存，其他文件一天', async () => {
    const http = await serving(built());
    const script = await http.inject('/assets/main-abc.js');
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const icon = await http.inject('/icon.svg');
    expect(icon.headers['cache-control']).toBe('public, max-age=86400');
  });

  it('没有的接口和没有的脚本都答复 404，不答复页面', async () => {
    const http = await serving(built());
    expect((await http.inject('/api/nothing')).statusCode).toBe(404);
    expect((await http.inject('/assets/old.js')).statusCode).toBe(404);
  });

  it('没有构建时说明怎么启动', async () => {
    const http = await serving(join(tmpdir(), 'never-built'));
    const reply = await http.inject('/');
    expect([reply.statusCode, reply.body]).toEqual([503, expect.stringContaining('npm start')]);
  });

  function built(): string {
    const folder = mkdtempSync(join(tmpdir(), 'yimen-console-'));
    folders.push(folder);
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), page);
    writeFileSync(join(folder, 'assets/main-abc.js'), '1');
    writeFileSync(join(folder, 'icon.svg'), '<svg/>');
    return folder;
  }
});

async function serving(folder: string): Promise<FastifyInstance> {
  const http = fastify();
  await serveConsole(http, folder);
  return http;
}
