import type { ComponentType } from 'react';

/**
 * One screen of the console, as data: the router, the menu and the page titles come from the list
 * of these.
 */
export type Screen = {
  /** TanStack path: `/cases/$caseId`. */
  readonly path: string;
  readonly title: string;
  /** The menu shows it under this heading; without it the screen is reached from others. */
  readonly menu?: MenuGroup;
  /** Roles that see it in the menu; what they may do there the server decides. */
  readonly roles: 'everyone' | readonly string[];
  /** Set where nobody's day begins though it stands high in the menu. */
  readonly isNoStart?: true;
  /** Set on the one screen that the search field in the header opens. */
  readonly answersSearch?: true;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
};

export const menuGroups = [
  '每天',
  '办件',
  '核对',
  '救助对象',
  '资金',
  '监督',
  '县级统筹',
  '系统',
] as const;
export type MenuGroup = (typeof menuGroups)[number];

/**
 * The menu for a role: headings with their screens, in the order of the list, empty headings left
 * out.
 */
export function menuOf(
  screens: readonly Screen[],
  role: string | undefined,
): readonly { readonly group: MenuGroup; readonly screens: readonly Screen[] }[] {
  return menuGroups
    .map((group) => ({
      group,
      screens: screens.filter((screen) => screen.menu === group && isFor(screen, role)),
    }))
    .filter(({ screens }) => screens.length > 0);
}

/** Where a role begins: the first screen of its menu that is meant for it, or else the first that is for everyone. */
export function startOf(screens: readonly Screen[], role: string | undefined): Screen | undefined {
  const own = menuOf(screens, role).flatMap((group) => group.screens);
  return own.find(({ roles, isNoStart }) => roles !== 'everyone' && !isNoStart) ?? own[0];
}

export function isFor({ roles }: Screen, role: string | undefined): boolean {
  return roles === 'everyone' || (role !== undefined && roles.includes(role));
}
