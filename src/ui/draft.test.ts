import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraft } from './draft.ts';

type Form = { name: string };

/** A server that keeps one draft in memory, and can be cut off. */
function server(kept: unknown = null) {
  const seen: string[] = [];
  const state = { kept, isCut: false };
  const line = {
    async fetch(_: string, init: RequestInit) {
      seen.push(init.method ?? '');
      if (state.isCut) throw new TypeError('fetch failed');
      if (init.method === 'PUT') state.kept = JSON.parse(String(init.body)).value;
      if (init.method === 'DELETE') state.kept = null;
      if (init.method !== 'GET') return new Response(null, { status: 204 });
      return state.kept === null
        ? new Response('{}', { status: 404 })
        : Response.json({ value: state.kept, savedAt: 1000 });
    },
    async pause() {},
  };
  return { line, seen, state };
}

const draftOn = (line: ReturnType<typeof server>['line']) =>
  createDraft<Form>({
    key: 'intake:new',
    initial: { name: '' },
    now: () => 5000,
    delayMs: 800,
    line,
  });

describe('草稿随填随存', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('连续输入只存最后一次，并记下存的时刻', async () => {
    const { line, seen, state } = server();
    const draft = draftOn(line);
    await draft.restore();
    for (const name of ['李', '李秀', '李秀英']) draft.change(() => ({ name }));
    await vi.advanceTimersByTimeAsync(900);
    expect(seen).toEqual(['GET', 'PUT']);
    expect(state.kept).toEqual({ name: '李秀英' });
    expect(draft.state()).toMatchObject({ status: 'saved', savedAt: 5000 });
  });

  it('再次打开时取回上次所填', async () => {
    const { line } = server({ name: '王' });
    const draft = draftOn(line);
    await draft.restore();
    expect(draft.state()).toEqual({ value: { name: '王' }, status: 'saved', savedAt: 1000 });
  });

  it('取回之前已经动手填写的，不被旧稿覆盖', async () => {
    const { line } = server({ name: '旧' });
    const draft = draftOn(line);
    const restored = draft.restore();
    draft.change(() => ({ name: '新' }));
    await restored;
    expect(draft.state().value).toEqual({ name: '新' });
  });

  it('断网时如实显示未存，通了以后离开页面时补存', async () => {
    const { line, state } = server();
    const draft = draftOn(line);
    await draft.restore();
    state.isCut = true;
    draft.change(() => ({ name: '张' }));
    await vi.advanceTimersByTimeAsync(900);
    expect(draft.state().status).toBe('unsaved');
    state.isCut = false;
    await draft.flush();
    expect(state.kept).toEqual({ name: '张' });
  });

  it('办结后草稿删去，表格回到空白', async () => {
    const { line, state } = server({ name: '王' });
    const draft = draftOn(line);
    await draft.restore();
    await draft.discard();
    expect(state.kept).toBeNull();
    expect(draft.state().value).toEqual({ name: '' });
  });

  it('办结后立刻再打开同一张表，取回的不是正在删去的旧稿', async () => {
    const { line } = server({ name: '旧' });
    const former = draftOn(line);
    await former.restore();
    const discarded = former.discard();
    const next = draftOn(line);
    await next.restore();
    await discarded;
    expect(next.state()).toMatchObject({ value: { name: '' }, status: 'untouched' });
  });
});
