import type { ReactNode } from 'react';

/** A label with its value; `wide` takes the whole line. An absent value is said, not left blank. */
export type SheetItem = {
  readonly label: string;
  readonly value: ReactNode;
  readonly wide?: boolean;
  readonly figure?: boolean;
};

/** Facts as a sheet of labels and values, like the head of a paper form. */
export function DescriptionSheet({
  items,
  title,
}: {
  items: readonly SheetItem[];
  title?: string;
}) {
  return (
    <section className="ym-sheet">
      {title && <h2 className="ym-sheet-title">{title}</h2>}
      <dl>
        {items.map((item) => (
          <div key={item.label} data-wide={item.wide ? '' : undefined}>
            <dt>{item.label}</dt>
            <dd className={item.figure ? 'ym-sheet-figure' : ''}>{valueOrNothing(item.value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function valueOrNothing(value: ReactNode): ReactNode {
  const isNothing = value === null || value === undefined || value === '';
  return isNothing ? <span className="ym-quiet">未填</span> : value;
}
