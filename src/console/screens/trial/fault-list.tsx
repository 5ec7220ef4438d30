import { focusField } from '../../../ui/enter-moves.tsx';
import type { FieldError } from '../../../ui/problem.ts';

/** What is not filled in yet or contradicts itself; each line goes to its field. Never takes the focus by itself. */
export function FaultList({ faults }: { faults: readonly FieldError[] }) {
  if (faults.length === 0) return null;
  return (
    <ul className="yc-points" aria-label="没有填完的">
      {faults.map(({ path, message }) => (
        <li key={`${path} ${message}`}>
          <button type="button" className="ym-link" onClick={() => goTo(path)}>
            {message}
          </button>
        </li>
      ))}
    </ul>
  );
}

function goTo(path: string): void {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const field = document.getElementById(parts.slice(0, length).join('.'));
    if (!field) continue;
    field.closest('details')?.setAttribute('open', '');
    focusField(field);
    return;
  }
}
