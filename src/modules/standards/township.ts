import type { Standards } from './store.ts';

/** The townships a post answers for: one's own, or every one of the county. */
export function townshipsIn(
  standards: Standards,
  area: string,
): readonly { readonly code: string; readonly name: string }[] {
  if (area.length >= 9) {
    const own = area.slice(0, 9);
    return [{ code: own, name: standards.nameOf(own) }];
  }
  const below = (code: string) => standards.divisions.flatMap((each) => each.children(code));
  const counties = area.length === 6 ? [area] : below(area).map(({ code }) => code);
  return counties.flatMap((county) => below(county).map(({ code, name }) => ({ code, name })));
}
