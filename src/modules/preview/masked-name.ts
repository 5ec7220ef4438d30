/** A family name and a star for each further character: enough to find a family again, too little to tell others. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = name;
  return first + '*'.repeat(rest.length);
}
