/** The name under which instrumented files find the memories below. */
export const FORGETFUL = 'yimenForgetful';

/**
 * Stand in for Map and WeakMap in the files of the rules. What such a file remembers from one call to the next
 * (sets bound, formulas read) would carry the result of one mutant into the next, so that can be cleared.
 */
let isLoading = true;
const clearing: (() => void)[] = [];

class ForgetfulMap<Key, Of> extends Map<Key, Of> {
  constructor(entries?: Iterable<readonly [Key, Of]> | null) {
    super(entries);
    // One that begins with entries is a constant.
    if (isLoading && !entries) clearing.push(() => this.clear());
  }
}

class ForgetfulWeakMap<Key extends WeakKey, Of> {
  #kept = new WeakMap<Key, Of>();
  constructor() {
    if (isLoading) clearing.push(() => (this.#kept = new WeakMap()));
  }
  get(key: Key): Of | undefined {
    return this.#kept.get(key);
  }
  has(key: Key): boolean {
    return this.#kept.has(key);
  }
  set(key: Key, of: Of): this {
    this.#kept.set(key, of);
    return this;
  }
}

/** Must come before anything of the rules is loaded. */
export function installForgetful(): void {
  Object.assign(globalThis, { [FORGETFUL]: { Map: ForgetfulMap, WeakMap: ForgetfulWeakMap } });
}

/** All files are loaded: maps made from now on live as long as what made them. */
export function loadingEnds(): void {
  isLoading = false;
}

/** Everything the rules remember is gone. */
export function forget(): void {
  for (const clear of clearing) clear();
}
