import { call, type Line } from './client.ts';
import { newKey } from './intent.ts';

/** What a person may know of their draft. `savedAt` is milliseconds since 1970. */
export type DraftState<Value> = {
  readonly value: Value;
  readonly status: 'reading' | 'untouched' | 'saving' | 'saved' | 'unsaved';
  readonly savedAt: number | null;
};

/**
 * Keeps one draft on the server (`/api/drafts/:key`, body `{value}`) as it is typed. Nothing is put
 * into browser storage: window PCs are used by many people. Whoever comes back, on any PC, finds
 * what they typed.
 */
export type DraftKeeper<Value> = {
  readonly state: () => DraftState<Value>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Fetches what was saved earlier; until then the value is the initial one. */
  readonly restore: () => Promise<void>;
  readonly change: (change: (value: Value) => Value) => void;
  /** Saves what is not saved yet; called on leaving. */
  readonly flush: () => Promise<void>;
  /**
   * The draft has become an act (or is thrown away): deletes it and goes back to the initial value.
   */
  readonly discard: () => Promise<void>;
};

export type DraftSetting<Value> = {
  readonly key: string;
  readonly initial: Value;
  readonly now: () => number;
  readonly delayMs?: number;
  readonly line?: Line;
  /** Checks what comes back: an older form's draft that no longer fits is not restored. */
  readonly accepts?: (value: unknown) => value is Value;
};

/** Writes under way by draft. Whoever opens the same form meanwhile waits, or would find what is just going. */
const underWay = new Map<string, Promise<unknown>>();

function track(key: string, write: Promise<unknown>): void {
  underWay.set(key, write);
  void write.finally(() => underWay.get(key) === write && underWay.delete(key));
}

export function createDraft<Value>(setting: DraftSetting<Value>): DraftKeeper<Value> {
  const listeners = new Set<() => void>();
  let state: DraftState<Value> = { value: setting.initial, status: 'reading', savedAt: null };
  let timer: ReturnType<typeof setTimeout> | null = null;
  let changes = 0;

  const become = (next: Partial<DraftState<Value>>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };
  const send = draftLine(setting.key, setting.line);
  const stopTimer = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const saveOnce = async () => {
    const saved = changes;
    become({ status: 'saving' });
    const reply = await send('PUT', { value: state.value });
    const isLatest = saved === changes;
    if (reply.ok) become({ status: isLatest ? 'saved' : 'saving', savedAt: setting.now() });
    else become({ status: 'unsaved' });
    if (reply.ok && !isLatest) await saveOnce();
  };
  const saves = oneAtATime(setting.key, saveOnce);
  const save = () => {
    stopTimer();
    return saves.run();
  };

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async restore() {
      await underWay.get(setting.key);
      const reply = await send('GET');
      if (changes > 0) return;
      const found = reply.ok ? savedIn(reply.value, setting.accepts) : null;
      if (found) become({ value: found.value, status: 'saved', savedAt: found.savedAt });
      else become({ status: 'untouched' });
    },
    change(change) {
      changes += 1;
      become({ value: change(state.value), status: 'saving' });
      stopTimer();
      timer = setTimeout(() => void save(), setting.delayMs ?? 800);
    },
    async flush() {
      if (timer !== null || state.status === 'unsaved') await save();
    },
    async discard() {
      stopTimer();
      const gone = deleteAfter(setting.key, saves.running(), () => send('DELETE'));
      await saves.running();
      changes = 0;
      become({ value: setting.initial, status: 'untouched', savedAt: null });
      await gone;
    },
  };
}

/** One write at a time: two under way could arrive in the wrong order. */
function oneAtATime(key: string, once: () => Promise<void>) {
  let running: Promise<void> | null = null;
  return {
    running: () => running,
    run: () => {
      if (running) return running;
      running = once().finally(() => {
        running = null;
      });
      track(key, running);
      return running;
    },
  };
}

/** Deletes a draft once its last save is through, and lets nobody restore it meanwhile. */
function deleteAfter(
  key: string,
  saving: Promise<void> | null,
  remove: () => Promise<unknown>,
): Promise<unknown> {
  const gone = (async () => {
    await saving;
    await remove();
  })();
  track(key, gone);
  return gone;
}

/** Reads, writes or deletes the draft of a key on the server. */
function draftLine(key: string, line: Line | undefined) {
  const path = `/drafts/${encodeURIComponent(key)}`;
  return (method: 'GET' | 'PUT' | 'DELETE', body?: unknown) =>
    call(
      {
        method,
        path,
        title: '保存草稿',
        ...(method !== 'GET' && { key: newKey() }),
        ...(body !== undefined && { body, outlivesPage: isSmall(body) }),
      },
      line,
    );
}

// At three bytes a character this stays below the browser's 64 kB for what outlives a page.
function isSmall(body: unknown): boolean {
  return (JSON.stringify(body) ?? '').length < 20_000;
}

function savedIn<Value>(
  body: unknown,
  accepts?: (value: unknown) => value is Value,
): { value: Value; savedAt: number | null } | null {
  if (typeof body !== 'object' || body === null || !('value' in body)) return null;
  const { value } = body;
  if (value === null || value === undefined || (accepts && !accepts(value))) return null;
  const at = 'savedAt' in body ? body.savedAt : null;
  const savedAt = typeof at === 'number' ? at : typeof at === 'string' ? Date.parse(at) : null;
  return { value: value as Value, savedAt };
}
