/**
 * Rare characters of names outside every font at hand. PDF/A forbids a document with an undrawable character,
 * and leaving it out silently would print another person's name. So it is printed as 〓, the mark of
 * typesetters for a missing type, and the page says which character belongs there.
 */
export const GETA = '〓';

// The compiler hands its diagnostics over as Rust prints them: quotes and escapes carry backslashes.
const COMPLAINT = /the text `\\?"(.+?)\\?"` could not be displayed/g;

/** The texts a compiler's error names as undrawable, each once, in order; empty when it is another error. */
export function missingGlyphs(message: string): string[] {
  const found = [...message.matchAll(COMPLAINT)].map(([, text = '']) => unescape(text));
  return [...new Set(found.filter((text) => text !== ''))];
}

/** Every text inside `value` with the missing glyphs replaced by 〓; keys and other values stay. */
export function withGeta<Value>(value: Value, missing: readonly string[]): Value {
  const replace = (text: string) =>
    missing.reduce((rest, glyph) => rest.replaceAll(glyph, GETA), text);
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return replace(part);
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(value) as Value;
}

/** "U+20BB7", or several joined for a cluster of characters. */
export function codePointsOf(text: string): string {
  return [...text]
    .map((sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join('+');
}

function unescape(text: string): string {
  return text.replaceAll(/\\+u\{([0-9a-f]+)\}/gi, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}
