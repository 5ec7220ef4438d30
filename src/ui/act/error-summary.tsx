import { useEffect, useRef, useState } from 'react';
import { focusField } from '../enter-moves.tsx';
import type { FieldError } from '../problem.ts';

/**
 * What must be put right, at the top of the form; each line goes to its field. Takes focus when it
 * appears.
 */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} className="ym-summary" role="alert" tabIndex={-1}>
      <h2>还有 {errors.length} 处要改</h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.path} ${error.message}`}>
            <ErrorLine error={error} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function ErrorLine({ error }: { error: FieldError }) {
  const [label, setLabel] = useState('');
  useEffect(() => setLabel(labelOf(fieldOf(error.path))), [error.path]);
  const isNamed = label === '' || error.message.includes(label);
  const words = isNamed ? error.message : `${label}：${error.message}`;
  if (error.path === '') return <>{words}</>;
  return (
    <a
      href={`#${error.path}`}
      onClick={(event) => {
        event.preventDefault();
        const field = fieldOf(error.path);
        if (field) focusField(field);
      }}
    >
      {words}
    </a>
  );
}

/** What the field is called on the screen, so that a line makes sense without looking down. */
function labelOf(field: HTMLElement | null): string {
  if (!field) return '';
  const spoken = field.getAttribute('aria-label');
  if (spoken) return spoken;
  const written =
    document.querySelector(`label[for="${CSS.escape(field.id)}"]`) ??
    field.closest('fieldset')?.querySelector('legend');
  return written?.firstChild?.textContent ?? '';
}

/**
 * The field of a path, or of the nearest outer path that has one (`members.0.birth`, `members.0`,
 * `members`).
 */
function fieldOf(path: string): HTMLElement | null {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const found = document.getElementById(parts.slice(0, length).join('.'));
    if (found) return found;
  }
  return null;
}
