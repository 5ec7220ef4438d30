/** The name under which instrumented files find the memories below. */
export const FORGETFUL = 'yimenForgetful';

/** What is remembered of formulas as read, and of what is made from them: sets bound, programs, sources. */
export type Remembered = 'read' | 'made';

/** How a memory stands aside: `over` still shows what it held, but what is written then is lost. */
type Way = 'gone' | 'over';
type Memory = { readonly kind: Remembered; setAside(way: Way): () => void };

/**
 * Stand in for Map and WeakMap in the files of the rules. What such a file remembers from one call to the next
 * would hide a mutant or carry its result into the next, so that can be set aside and brought back.
 */
let isLoading = true;
const memories: Memory[] = [];

class ForgetfulMap<Key, Of> extends Map<Key, Of> {
  constructor(kind: Remembered, entries?: Iterable<readonly [Key, Of]> | null) {
    super(entries);
    // One that begins with entries is a constant.
    if (isLoading && !entries) memories.push({ kind, setAside: (way) => this.#setAside(way) });
  }
  #setAside(way: Way): () => void {
    const kept = [...this];
    if (way === 'gone') this.clear();
    return () => {
      this.clear();
      for (const [key, of] of kept) this.set(key, of);
    };
  }
}

class ForgetfulWeakMap<Key extends WeakKey, Of> {
  #kept = new WeakMap<Key, Of>();
  #under: ForgetfulWeakMap<Key, Of> | null = null;
  constructor(kind: Remembered | null) {
    if (isLoading && kind) memories.push({ kind, setAside: (way) => this.#setAside(way) });
  }
  #setAside(way: Way): () => void {
    const kept = this.#kept;
    this.#kept = new WeakMap();
    if (way === 'over') this.#under = layer(null, kept);
    return () => {
      this.#kept = kept;
      this.#under = null;
    };
  }
  /** An empty one through which another is seen. */
  static over<Key extends WeakKey, Of>(
    under: ForgetfulWeakMap<Key, Of> | null,
    kept: WeakMap<Key, Of>,
  ): ForgetfulWeakMap<Key, Of> {
    const made = new ForgetfulWeakMap<Key, Of>(null);
    made.#under = under;
    made.#kept = kept;
    return made;
  }
  get(key: Key): Of | undefined {
    const own = this.#kept.get(key);
    const below = own === undefined ? this.#under?.get(key) : undefined;
    if (below === undefined) return own;
    const copy = copyOf(below);
    this.#kept.set(key, copy);
    return copy;
  }
  has(key: Key): boolean {
    return this.get(key) !== undefined;
  }
  set(key: Key, of: Of): this {
    this.#kept.set(key, of);
    return this;
  }
}
const layer = ForgetfulWeakMap.over;

/** What is remembered may be memories in their turn. */
function copyOf<Of>(of: Of): Of {
  if (of instanceof Map) return new Map(of) as Of;
  if (of instanceof ForgetfulWeakMap) return layer(of, new WeakMap()) as Of;
  return of;
}

/** Must come before anything of the rules is loaded. */
export function installForgetful(): void {
  const classesOf = (kind: Remembered) => ({
    Map: class<Key, Of> extends ForgetfulMap<Key, Of> {
      constructor(entries?: Iterable<readonly [Key, Of]> | null) {
        super(kind, entries);
      }
    },
    WeakMap: class<Key extends WeakKey, Of> extends ForgetfulWeakMap<Key, Of> {
      constructor() {
        super(kind);
      }
    },
  });
  const classes = { read: classesOf('read'), made: classesOf('made') };
  Object.assign(globalThis, { [FORGETFUL]: classes });
}

/** All files are loaded: maps made from now on live as long as what made them. */
export function loadingEnds(): void {
  isLoading = false;
}

/**
 * What the rules remember of these kinds is gone, and what they write into the others is lost, until the function
 * returned is called; then all is as before.
 */
export function setAside(...gone: readonly Remembered[]): () => void {
  const back = memories.map((each) => each.setAside(gone.includes(each.kind) ? 'gone' : 'over'));
  return () => {
    for (const bring of back) bring();
  };
}

/** Everything the rules remember is gone for good. */
export function forget(): void {
  for (const each of memories) each.setAside('gone');
}
