import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { dayOf, instant } from '../kernel/clock.ts';
import { type LocalDate, parseLocalDate } from '../kernel/local-date.ts';

/** Where a command writes: results to one side, everything said about them to the other. */
export type Io = { readonly out: (text: string) => void; readonly err: (text: string) => void };

/** Something the person at the terminal can put right; the message says how. The command ends with 2. */
export class InputFault extends Error {}

/** Runs a command; what the person can put right becomes a sentence and the exit code 2. */
export async function spoken(io: Io, run: () => number | Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    io.err(error.message);
    return 2;
  }
}

/** Options and files of a command line; anything it does not know is answered with the usage. */
export function argumentsOf<const Options extends ParseArgsOptionsConfig>(
  argv: readonly string[],
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch {
    throw new InputFault(`参数写法有误。\n${usage}`);
  }
}

export function dateOf(option: string, text: string): LocalDate {
  const date = parseLocalDate(text);
  if (!date) throw new InputFault(`${option} 不是日期：${text}。请写成 2026-11-23。`);
  return date;
}

/** Today in China. */
export function today(): LocalDate {
  return dayOf(instant(Date.now()));
}
