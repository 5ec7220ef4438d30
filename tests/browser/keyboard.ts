import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { demoPhoto } from '../../src/cli/demo/verbs/evidence.ts';
import { PATIENCE_MS } from './office.ts';
import { beginning, exactly } from './wording.ts';

/** A keyboard at a page: everything here is focus and keys, never a pointer. */
export type Keyboard = {
  /** Replaces what stands in a field. `within` narrows down where several parts have a field of that name. */
  readonly fill: (label: string, text: string, within?: Locator) => Promise<void>;
  /** Picks from a list by typing its words; Enter takes the first answer. */
  readonly choose: (label: string, words: string, within?: Locator) => Promise<void>;
  /** Turns a box on with the space bar. */
  readonly tick: (label: string, within?: Locator) => Promise<void>;
  /** Enter on a button or link. */
  readonly press: (name: string | RegExp, within?: Locator) => Promise<void>;
  /** Types a ledger's row from its first cell on, Enter after each value; '' leaves a cell as it is. */
  readonly row: (firstCell: string, values: readonly string[]) => Promise<void>;
  /** Opens the file chooser of a field with Enter and hands it a picture. */
  readonly photo: (field: string, serial: string, within?: Locator) => Promise<void>;
  /** Signs by typing, with the person present. */
  readonly sign: (signer: string) => Promise<void>;
  /** Ctrl+Enter: the next act of the page, once its button says so and is not held back. */
  readonly act: (title: string) => Promise<void>;
};

export function keyboardOf(page: Page): Keyboard {
  const { keyboard } = page;
  const typeOver = async (field: Locator, text: string) => {
    await field.focus();
    await keyboard.press('Control+a');
    await keyboard.type(text);
  };
  const press: Keyboard['press'] = async (name, within) => {
    const place = within ?? page.locator('#main');
    const wording = typeof name === 'string' ? exactly(name) : name;
    const target = place
      .getByRole('button', { name: wording })
      .or(place.getByRole('link', { name: wording }));
    await target.first().focus();
    await keyboard.press('Enter');
  };
  return {
    press,
    fill: (label, text, within) => typeOver(fieldOf(within ?? page, label), text),
    choose: async (label, words, within) => {
      const field = fieldOf(within ?? page, label);
      await field.focus();
      await typeValue(page, words);
      await keyboard.press('Enter');
      await drawn(page);
    },
    tick: async (label, within) => {
      await (within ?? page).getByLabel(exactly(label)).first().focus();
      await keyboard.press('Space');
    },
    row: async (firstCell, values) => {
      await page.getByLabel(exactly(firstCell)).focus();
      for (const [index, value] of values.entries()) {
        if (index > 0) await enterToNext(page);
        if (value !== '') await typeValue(page, value);
      }
      // The last cell is left without Enter, which would add a row; an open list still needs its answer.
      const isList = await page.locator('[role=combobox]:focus').count();
      await keyboard.press(isList > 0 ? 'Enter' : 'Tab');
      await drawn(page);
    },
    photo: async (field, serial, within) => {
      const picture = {
        name: `${serial}.jpg`,
        mimeType: 'image/jpeg',
        buffer: await demoPhoto(serial),
      };
      const group = (within ?? page).getByRole('group', { name: exactly(field) });
      const opened = page.waitForEvent('filechooser');
      await press('选择文件', group);
      await (await opened).setFiles(picture);
      await group.getByText('已上传').waitFor();
    },
    sign: async (signer) => {
      const group = page.getByRole('group', { name: exactly(signer) });
      await press('不便手写，改为打字确认', group);
      await group.getByLabel(beginning('当面确认')).focus();
      await keyboard.press('Space');
    },
    act: async (title) => {
      const ready = page.locator('.ym-next button:not([aria-disabled])');
      await ready
        .filter({ hasText: exactly(title) })
        .first()
        .waitFor();
      await keyboard.press('Control+Enter');
    },
  };
}

/** Types at a person's pace; a list is given the moment a person takes to see its answer marked. */
async function typeValue(page: Page, value: string): Promise<void> {
  await page.keyboard.type(value, { delay: 5 });
  if ((await page.locator('[role=combobox]:focus').count()) === 0) return;
  await page.locator('[role=combobox]:focus[aria-expanded=true][aria-activedescendant]').waitFor();
  // An empty list, whose answers are still on their way, names an active line as well.
  await page.locator('.ant-select-item-option-active:visible').waitFor();
}

async function enterToNext(page: Page): Promise<void> {
  const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
  const before = await focused();
  await page.keyboard.press('Enter');
  await expect.poll(focused, { timeout: PATIENCE_MS }).not.toBe(before);
  await drawn(page);
}

/** An answered list moves on a moment later, in the page's own time; so does this. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(resolve)), 50);
      }),
  );
}

// What may stay empty says so behind its label.
function fieldOf(place: Page | Locator, label: string): Locator {
  return place
    .getByLabel(exactly(label))
    .or(place.getByLabel(exactly(`${label}(可不填)`)))
    .first();
}
