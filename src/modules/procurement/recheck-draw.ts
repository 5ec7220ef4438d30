import { sm3Of } from '../../kernel/sm3.ts';

/** The quality check looks at one hand-in: the first goes by its task, a later one by its number as well. */
export function workRef(taskId: string, round: number): string {
  return round === 1 ? taskId : `${taskId}#${round}`;
}

export function workOf(ref: string): { readonly taskId: string; readonly round: number } {
  const [taskId = '', round = '1'] = ref.split('#');
  return { taskId, round: Number(round) };
}

const encoder = new TextEncoder();

/** The hand-ins looked at again: ordered by the hash of seed and task, the first of them, rounded up. */
export function drawnOf(seed: string, frame: readonly string[], percent: number): string[] {
  const ticketOf = (task: string) =>
    Array.from(sm3Of(encoder.encode(`${seed}\n${task}`)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
  const tickets = frame.map((task) => ({ task, ticket: ticketOf(task) }));
  const ordered = tickets.toSorted((a, b) => (a.ticket < b.ticket ? -1 : 1));
  return ordered.slice(0, Math.ceil((frame.length * percent) / 100)).map(({ task }) => task);
}
