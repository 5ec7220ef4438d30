import { sm3Of } from '../../kernel/sm3.ts';

const encoder = new TextEncoder();

/** The tasks looked at again: ordered by the hash of seed and task, the first of them, rounded up. */
export function drawnOf(seed: string, frame: readonly string[], percent: number): string[] {
  const ticketOf = (task: string) =>
    Array.from(sm3Of(encoder.encode(`${seed}\n${task}`)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
  const tickets = frame.map((task) => ({ task, ticket: ticketOf(task) }));
  const ordered = tickets.toSorted((a, b) => (a.ticket < b.ticket ? -1 : 1));
  return ordered.slice(0, Math.ceil((frame.length * percent) / 100)).map(({ task }) => task);
}
