const classes: Readonly<Record<string, string>> = {
  ',': '[,\uff0c]',
  '(': '[(\uff08]',
  ')': '[)\uff09]',
  ':': '[:\uff1a]',
  ';': '[;\uff1b]',
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
  return words
    .normalize('NFKC')
    .replaceAll(/[.*+?^${}|[\]\\]/g, '\\$&')
    .replaceAll(/[,():;]/g, (sign) => classes[sign] ?? sign);
}
