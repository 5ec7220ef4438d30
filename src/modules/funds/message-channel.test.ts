import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fen } from '../../kernel/fen.ts';
import { creditText, type Message, pauseAfter } from './message.ts';
import { openChannel } from './message-channel.ts';

const message: Message = {
  ...{ id: '6f1f7a52-0000-4000-8000-000000000001', phone: '13800000001' },
  text: creditText({
    ...{ forMonth: '2026-03', scheme: 'dibao', kind: 'monthly', amount: fen(62_000), tail: '1234' },
  }),
};

describe('到账短信的发送方式', () => {
  it('写明月份、项目、金额和账号后四位，没有姓名和全账号', () => {
    expect(message.text).toContain('2026年3月最低生活保障 620.00 元已存入尾号 1234');
    const line = {
      forMonth: '2026-03',
      scheme: 'tekun',
      amount: fen(4_000),
      tail: '1234',
    } as const;
    expect(creditText({ ...line, kind: 'subsidy' })).toContain(
      '3月特困人员救助供养价格补贴 40.00 元',
    );
  });

  it('写入文件：一条一行', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yimen-message-'));
    const path = join(folder, 'out.jsonl');
    const channel = openChannel(pathToFileURL(path).href);
    expect([await channel.send(message), await channel.send({ ...message, id: '2' })]).toEqual([
      ...[{ ok: true }, { ok: true }],
    ]);
    const lines = (await readFile(path, 'utf8')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).id)).toEqual([message.id, '2']);
    expect(
      await openChannel(pathToFileURL(join(folder, '没有', 'a')).href).send(message),
    ).toMatchObject({
      ...{ ok: false, final: false },
    });
    await rm(folder, { recursive: true });
  });

  it('不认识的方式、缺发件人的邮件网关，启动时就停下', () => {
    expect(() => openChannel('ftp://127.0.0.1')).toThrow('no way to send');
    expect(() => openChannel('smtp://127.0.0.1')).toThrow('from and domain');
  });

  it('重试的间隔越来越长，试过五次不再试', () => {
    expect([1, 2, 3, 4, 5].map(pauseAfter)).toEqual([60_000, 300_000, 1_800_000, 7_200_000, null]);
  });
});

describe('短信网关（HTTP）', () => {
  let server: Server;
  let address: string;
  const got: { key: unknown; body: unknown }[] = [];
  let answer: number | 'cut' = 200;
  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        got.push({ key: request.headers['idempotency-key'], body: JSON.parse(body) });
        if (answer === 'cut') request.socket.destroy();
        else response.writeHead(answer).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('带着不变的编号送出', async () => {
    expect(await openChannel(address).send(message)).toEqual({ ok: true });
    expect(got).toEqual([{ key: message.id, body: message }]);
  });
  it('忙的以后再试，拒收的不再试，中途断开的不知道有没有发出', async () => {
    const said = async (next: typeof answer) => {
      answer = next;
      return openChannel(address).send(message);
    };
    expect(await said(503)).toMatchObject({ ok: false, final: false });
    expect(await said(429)).toMatchObject({ ok: false, final: false });
    expect(await said(400)).toMatchObject({ ok: false, final: true });
    expect(await said('cut')).toMatchObject({ ok: 'unknown' });
  });
  it('连不上的没有发出，以后再试', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const handed = await openChannel(`http://127.0.0.1:${port}`).send(message);
    expect(handed).toMatchObject({ ok: false, final: false });
  });
});

describe('短信网关（邮件）', () => {
  let server: SMTPServer;
  let address: string;
  const got: { to: readonly string[]; text: string }[] = [];
  let refuses: number | null = null;
  beforeAll(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map((each) => each.address);
          got.push({ to, text: Buffer.concat(parts).toString() });
          if (refuses === null) return done();
          done(Object.assign(new Error('refused'), { responseCode: refuses }));
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const { port } = server.server.address() as AddressInfo;
    address = `smtp://127.0.0.1:${port}?from=yimen@county.example&domain=sms.example`;
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  it('寄到“电话@网关”，编号不变', async () => {
    const channel = openChannel(address);
    expect(await channel.send(message)).toEqual({ ok: true });
    channel.close();
    expect(got[0]?.to).toEqual(['13800000001@sms.example']);
    expect(got[0]?.text).toContain(`Message-ID: <${message.id}@sms.example>`);
  });
  it('暂时不收的以后再试，不收的不再试', async () => {
    const said = async (code: number) => {
      refuses = code;
      const channel = openChannel(address);
      const handed = await channel.send(message);
      channel.close();
      return handed;
    };
    expect(await said(451)).toMatchObject({ ok: false, final: false });
    expect(await said(550)).toMatchObject({ ok: false, final: true });
  });
  it('连不上的没有发出', async () => {
    const dead = address.replace(/:\d+\?/, ':1?');
    expect(await openChannel(dead).send(message)).toMatchObject({ ok: false, final: false });
  });
});
