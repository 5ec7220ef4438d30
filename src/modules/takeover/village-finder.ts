import { type PlaceCode, placeCode } from '../../kernel/place.ts';

type Place = { readonly code: string; readonly name: string };

/**
 * Finds the village a ledger means: by its 12 digits, or by its name within a township. 金凤村, 金凤村委会 and
 * 金凤村民委员会 are the same; the message says what to do when it cannot be told.
 */
export function villageFinder(
  places: readonly Place[],
): (village: string, township: string) => PlaceCode | { readonly message: string } {
  const townships = places.filter(({ code }) => code.length === 9);
  const villages = places.filter(({ code }) => code.length === 12);
  const codes = new Set(villages.map(({ code }) => code));
  const named = Map.groupBy(villages, ({ name }) => plainVillage(name));
  const found = new Map<string, PlaceCode | { message: string }>();
  const find = (village: string, township: string) => {
    const typed = village.normalize('NFKC').replaceAll(/\s/g, '');
    if (/^\d+$/.test(typed)) {
      return codes.has(typed)
        ? placeCode(typed)
        : { message: '本县没有这个区划代码的村（社区），请填 12 位代码，或者填乡镇和村的名称' };
    }
    const within = townshipNamed(townships, township);
    if (township !== '' && within === null) {
      return { message: '本县没有这个乡镇（街道），请按全称填写' };
    }
    const all = named.get(plainVillage(typed)) ?? [];
    const own = all.filter(({ code }) => within === null || code.startsWith(within));
    const [only, second] = own;
    if (only && !second) return placeCode(only.code);
    return {
      message: only
        ? '有几个同名的村（社区），请填写乡镇（街道）或者 12 位代码'
        : '没有找到这个村（社区），请按区划名称或者 12 位代码填写',
    };
  };
  return (village, township) => {
    const key = `${village}|${township}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const now = find(village, township);
    found.set(key, now);
    return now;
  };
}

function townshipNamed(townships: readonly Place[], text: string): string | null {
  const typed = text.normalize('NFKC').replaceAll(/\s/g, '');
  const named = townships.find(({ code, name }) => code === typed || name === typed);
  if (named) return named.code;
  const begun = townships.filter(({ name }) => name.replace(/(街道|镇|乡)$/, '') === typed);
  return begun.length === 1 ? (begun[0]?.code ?? null) : null;
}

function plainVillage(name: string): string {
  return name
    .replace(/(村民委员会|村委会)$/, '村')
    .replace(/(社区居民委员会|社区居委会|居民委员会|居委会|社区)$/, '社区');
}
