/** A doubt in words: the number it has in the project's own list says nothing to an official. */
export function doubtWords(doubt: string): string {
  return doubt.replaceAll(/[（(]疑点 ?D-\d+[）)]|D-\d+：/g, '');
}
