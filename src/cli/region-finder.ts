import { loadRegion, type Region } from '../rules/region.ts';
import { regionFileSchema } from '../rules/region-file.ts';
import { InputFault } from './io.ts';
import { listRegionFiles, readRegionJson } from './region-reader.ts';

/** The place somebody names by code or by name, also by the beginning of a name that only one place has. */
export function regionOf(text: string): Region {
  if (/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(text)) return loadRegion(readRegionJson, text);
  const places = new Map<string, string>();
  for (const path of listRegionFiles()) {
    const file = regionFileSchema.safeParse(readRegionJson(path));
    if (file.success && /^\d/.test(file.data.place)) places.set(file.data.name, file.data.place);
  }
  const exact = places.get(text);
  const names = [...places.keys()].filter((name) => name.startsWith(text));
  const [only] = names;
  const place = exact ?? (names.length === 1 && only !== undefined ? places.get(only) : undefined);
  if (place !== undefined) return loadRegion(readRegionJson, place);
  throw new InputFault(
    `没有唯一的地方叫“${text}”。已有规定的地方：${[...places.keys()].join('、')}；也可以写区划代码。`,
  );
}
