const classes: Readonly<Record<string, string>> = {
  ',': '[,\uff0c]',
  '(': '[(\uff08]',
  ')': '[)\uff09]',
  ':': '[:\uff1a]',
  ';': '[;\uff1b]',
  '?': '[?\uff1f]',
};

/** Exactly these words, whichever width their punctuation has. */
export function exactly(words: string): RegExp {
  return new RegExp(`^${pattern(words)}$`);
}

/** Words that begin so. */
export function beginning(words: string): RegExp {
  return new RegExp(`^${pattern(words)}`);
}

function pattern(words: string): string {
  return [...words.normalize('NFKC')]
    .map((sign) => classes[sign] ?? sign.replace(/[.*+^${}|[\]\\]/, '\\$&'))
    .join('');
}
