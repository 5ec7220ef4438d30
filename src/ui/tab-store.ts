/**
 * What one tab keeps until it is closed or somebody signs out, for work that must leave nothing on the server.
 * Never put a name, a number or a text of a family here.
 */
const PREFIX = 'yimen-tab:';

export function keepInTab(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // A full or forbidden store only means that a reload begins anew.
  }
}

/** What was kept, or null; whoever reads it checks its shape. */
export function findInTab(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + key) ?? 'null');
  } catch {
    return null;
  }
}

/** Leaves nothing for the next person at the same window. */
export function forgetTab(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  }
}
