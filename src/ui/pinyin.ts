/**
 * Whether an option answers to what was typed: by its words, its code, or the first letters of its
 * pinyin.
 */
export type Initials = (words: string) => string;

let loaded: Initials | null = null;

/**
 * Loads the pinyin table, once, when the first list is opened: it is larger than a whole screen.
 */
export async function loadInitials(): Promise<Initials> {
  if (loaded) return loaded;
  const { pinyin } = await import('pinyin-pro');
  const known = new Map<string, string>();
  loaded = (words) => {
    let initials = known.get(words);
    if (initials === undefined) {
      initials = pinyin(words, { pattern: 'first', toneType: 'none', type: 'array' })
        .join('')
        .toLowerCase();
      known.set(words, initials);
    }
    return initials;
  };
  return loaded;
}

/** Rank of an option for a typed text: 0 best, null when it does not answer. */
export function rankOf(
  typed: string,
  option: { readonly label: string; readonly value: string },
  initials: Initials | null,
): number | null {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  if (text === '') return 0;
  const label = option.label.toLowerCase();
  const letters = initials?.(option.label) ?? '';
  if (label.startsWith(text) || letters.startsWith(text)) return 0;
  if (option.value.toLowerCase().startsWith(text)) return 1;
  return label.includes(text) || letters.includes(text) ? 2 : null;
}
