import type { Page } from 'playwright-core';
import { demoStaff, type StaffRole } from '../../src/cli/demo/staff.ts';
import type { LocalDate } from '../../src/kernel/local-date.ts';
import { type Keyboard, keyboardOf } from './keyboard.ts';
import { type Office, settle } from './office.ts';

/** Somebody at their own browser. */
export type Seated = Keyboard & {
  readonly page: Page;
  readonly name: string;
  /** Opens an address; whoever was signed out overnight enters again from the list of demo people. */
  readonly go: (path: string) => Promise<void>;
};

/** Everybody of an office, each in a browser of their own, and the one calendar they share. */
export type StaffRoom = {
  readonly at: (role: StaffRole, place: string, nth?: number) => Promise<Seated>;
  readonly day: (on: LocalDate) => Promise<void>;
  /** Names of all who have acted so far. */
  readonly names: () => readonly string[];
};

export function openStaffRoom(office: Office): StaffRoom {
  const seats = new Map<string, Seated>();
  return {
    names: () => [...seats.values()].map(({ name }) => name),
    day: async (on) => {
      office.county.clock.set(on);
      for (const { page } of seats.values()) await setCalendar(page, office);
    },
    at: async (role, place, nth = 0) => {
      const key = `${role} ${place} ${nth}`;
      const known = seats.get(key);
      if (known) return known;
      const person = demoStaff.filter((each) => each.role === role && each.place === place)[nth];
      if (!person) throw new Error(`no ${role} at ${place}`);
      const seated = await sit(office, person.name);
      seats.set(key, seated);
      return seated;
    },
  };
}

async function sit(office: Office, name: string): Promise<Seated> {
  const page = await office.door();
  await setCalendar(page, office);
  return {
    ...keyboardOf(page),
    page,
    name,
    go: async (path) => {
      await page.goto(`${office.url}${path}`);
      await settle(page);
      if (!(await page.locator('.yc-sign-in').isVisible())) return;
      await page.getByRole('button', { name: new RegExp(`^${name} · `) }).focus();
      await page.keyboard.press('Enter');
      await page.locator('.yc-who').waitFor();
      await settle(page);
    },
  };
}

// The server's clock is the county's; the browser's must agree with it, or forms propose another day.
async function setCalendar(page: Page, office: Office): Promise<void> {
  await page.clock.setFixedTime(office.county.clock.now());
}
